// From here on JavaScript writes numbers with an exponent, as everybody else does.
const FIRST_WITH_EXPONENT = 1e21;

/** The strings and the numbers of a JSON text. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/**
 * The first number in a JSON text that is beyond 2^53-1, where JavaScript rounds whole numbers, as it
 * stands there; undefined where there is none. The server refuses the same numbers.
 */
export function roundedNumber(json: string): string | undefined {
  for (const [token] of json.matchAll(TOKENS)) {
    if (isRounded(token)) return token;
  }
  return undefined;
}

/** The JSON text with each such number replaced. */
export function replaceRoundedNumbers(json: string, replace: (token: string) => string): string {
  return json.replace(TOKENS, (token) => (isRounded(token) ? replace(token) : token));
}

function isRounded(token: string): boolean {
  if (token.startsWith('"')) return false;
  const size = Math.abs(Number(token));
  if (size <= Number.MAX_SAFE_INTEGER) return false;
  return size < FIRST_WITH_EXPONENT || /^-?\d+$/.test(token);
}
