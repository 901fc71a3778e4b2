import { fetchAuthToken } from "./start.js";

/**
 * Stands in for the back end of a page: `fetch("/auth-token")` returns a new auth token of the user.
 * @param {string} uid
 */
export function startBackEnd(uid) {
  const { fetch } = globalThis;
  globalThis.fetch = async (url, options) =>
    url === "/auth-token"
      ? new Response(JSON.stringify({ authToken: await fetchAuthToken(uid) }))
      : fetch(url, options);
}
