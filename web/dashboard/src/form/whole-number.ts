/** The number that was typed; undefined when it is not a whole number of 0 or more. */
export function wholeNumber(text: string): number | undefined {
  return /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}
