let token = "";

/** Remembers the CSRF token of the session, in memory only. */
export function rememberCsrfToken(csrfToken: string): void {
  token = csrfToken;
}

/** The value of the `x-csrf-token` header; empty while nobody is signed in. */
export function csrfToken(): string {
  return token;
}
