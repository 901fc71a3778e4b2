/** The number that was typed; undefined where it is no whole number of 0 or more. */
export function wholeNumber(text: string): number | undefined {
  return /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}
