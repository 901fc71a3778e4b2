/**
 * The locale of dates and numbers. The UI is in English, so this is the first English locale among
 * the browser's preferences, else British English.
 */
export const LANGUAGE =
  globalThis.navigator?.languages?.find((language) => language.startsWith("en")) ?? "en-GB";
