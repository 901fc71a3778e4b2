/**
 * The English that dates and numbers are written in: the texts are English, and the viewer's own
 * English where the browser asks for one.
 */
export const LANGUAGE =
  globalThis.navigator?.languages?.find((language) => language.startsWith("en")) ?? "en-GB";
