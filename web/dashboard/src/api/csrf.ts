import type { SignedIn } from "./types";

let session: SignedIn | undefined;

/** Remembers the session of the signed-in administrator, in memory only. */
export function rememberSession(signedIn: SignedIn | undefined): void {
  session = signedIn;
}

/**
 * Sends a call with the CSRF token of the session. If the session was replaced because the same
 * administrator signed in again in another tab, fetches the new token and repeats the call once.
 * After a sign-in of someone else, this page shows what the previous administrator may see, so the
 * call stays refused.
 */
export async function fetchWithCsrfToken(request: Request): Promise<Response> {
  if (request.method === "GET") return fetch(request);
  const body = await request.text();
  const response = await send(request, body);
  return (await refusesToken(response)) && (await renewSession()) ? send(request, body) : response;
}

function send(request: Request, body: string): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set("x-csrf-token", session?.csrfToken ?? "");
  return fetch(new Request(request, { headers, ...(body && { body }) }));
}

async function refusesToken(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  // A proxy may refuse with a page of its own.
  const text = await response.clone().text();
  return text.includes('"AUTH_ERR_CSRF"');
}

async function renewSession(): Promise<boolean> {
  const response = await fetch("/admin/v1/session", { cache: "no-store" });
  if (!response.ok) return false;
  const { data } = (await response.json()) as { data: SignedIn };
  if (data.administrator.id !== session?.administrator.id) return false;
  rememberSession(data);
  return true;
}
