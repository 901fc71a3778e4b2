let token = "";

/** Remembers the `csrfToken` of the session, in memory alone. */
export function rememberCsrfToken(csrfToken: string): void {
  token = csrfToken;
}

/** What `x-csrf-token` has to say; empty while nobody is signed in. */
export function csrfToken(): string {
  return token;
}
