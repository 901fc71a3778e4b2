// From here on JavaScript writes numbers with an exponent, as everybody else does.
const FIRST_WITH_EXPONENT = 1e21;

/**
 * The first number in a JSON text that is beyond 2^53-1, where JavaScript rounds whole numbers, as it
 * stands there; undefined where there is none. The server refuses the same numbers.
 */
export function roundedNumber(json: string): string | undefined {
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs)) {
    if (!token.startsWith('"') && isRounded(token)) return token;
  }
  return undefined;
}

function isRounded(token: string): boolean {
  const size = Math.abs(Number(token));
  if (size <= Number.MAX_SAFE_INTEGER) return false;
  return size < FIRST_WITH_EXPONENT || /^-?\d+$/.test(token);
}
