// From here on, JavaScript and other programs write numbers with an exponent.
const FIRST_WITH_EXPONENT = 1e21;

/** Matches the strings and numbers of a JSON text. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/**
 * The first number in a JSON text beyond 2^53-1, where JavaScript rounds whole numbers, exactly as
 * written there; undefined if there is none. The server refuses the same numbers.
 */
export function roundedNumber(json: string): string | undefined {
  for (const [token] of json.matchAll(TOKENS)) {
    if (isRounded(token)) return token;
  }
  return undefined;
}

/** Replaces each such number in a JSON text. */
export function replaceRoundedNumbers(json: string, replace: (token: string) => string): string {
  return json.replace(TOKENS, (token) => (isRounded(token) ? replace(token) : token));
}

function isRounded(token: string): boolean {
  if (token.startsWith('"')) return false;
  const size = Math.abs(Number(token));
  if (size <= Number.MAX_SAFE_INTEGER) return false;
  return size < FIRST_WITH_EXPONENT || /^-?\d+$/.test(token);
}
