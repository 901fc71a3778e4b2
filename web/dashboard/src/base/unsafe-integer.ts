/**
 * The first number in a JSON text that the server refuses because JavaScript would round it: an
 * integer beyond 2^53-1, as it is written there. Undefined where there is none.
 */
export function unsafeInteger(json: string): string | undefined {
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.]*(?:[eE][+-]?\d+)?/gs)) {
    if (token.startsWith('"')) continue;
    const size = Math.abs(Number(token));
    const isInteger = size < 1e21 || /^-?\d+$/.test(token);
    if (size > Number.MAX_SAFE_INTEGER && isInteger) return token;
  }
  return undefined;
}
