/**
 * The first integer in a JSON text that JavaScript would round, being beyond 2^53-1, as it stands
 * there; undefined where there is none.
 */
export function unsafeInteger(json: string): string | undefined {
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs)) {
    if (/^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token))) return token;
  }
  return undefined;
}
