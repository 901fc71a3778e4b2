/**
 * Refetches a query once it has data. A failed query without data would show the loading state at
 * every attempt, instead of its error.
 */
export function pollEvery(milliseconds: number) {
  return ({ state }: { state: { data: unknown } }) =>
    state.data === undefined ? false : milliseconds;
}
