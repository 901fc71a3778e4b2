import type { QueryClient } from "@tanstack/react-query";
import { rememberCsrfToken } from "../api/csrf";
import type { SignedIn } from "../api/types";
import { sessionQuery } from "./queries";

/** Remembers who has just signed in; nothing that somebody else was shown is kept. */
export function rememberSignedIn(client: QueryClient, signedIn: SignedIn): void {
  client.clear();
  rememberCsrfToken(signedIn.csrfToken);
  client.setQueryData(sessionQuery.queryKey, signedIn);
}

/** Forgets who was signed in, and all that was shown. */
export function forgetSignedIn(client: QueryClient): void {
  rememberCsrfToken("");
  client.clear();
  client.setQueryData(sessionQuery.queryKey, null);
}
