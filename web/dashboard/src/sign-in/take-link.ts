/**
 * The token behind `#link=` in the address. It is removed from the address and from the history of
 * the browser at once, so it is answered only once.
 */
export function takeLink(): string | undefined {
  const link = new URLSearchParams(location.hash.slice(1)).get("link");
  if (!link) return undefined;
  history.replaceState(history.state, "", location.pathname + location.search);
  return link;
}
