/** Parses a whole number of 0 or more; undefined if the text is anything else. */
export function wholeNumber(text: string): number | undefined {
  return /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}
