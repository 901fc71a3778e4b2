// From here on, JavaScript and other programs write numbers with an exponent.
const FIRST_WITH_EXPONENT = 1e21;

/** Matches the strings and numbers of a JSON text. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/**
 * The first number in a JSON text that JavaScript would change, exactly as written there; undefined
 * if there is none. That is a number beyond 2^53-1, where whole numbers are rounded, or beyond the
 * range of a double (1e400), which becomes null. The server refuses the same numbers.
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
  return size < FIRST_WITH_EXPONENT || size === Infinity || /^-?\d+$/.test(token);
}
