/**
 * Returns the token after `#link=` in the URL and removes it from the URL and the browser history.
 * Later calls return undefined.
 */
export function takeLink(): string | undefined {
  const link = new URLSearchParams(location.hash.slice(1)).get("link");
  if (!link) return undefined;
  history.replaceState(history.state, "", location.pathname + location.search);
  return link;
}
