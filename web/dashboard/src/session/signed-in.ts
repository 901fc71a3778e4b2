import type { QueryClient } from "@tanstack/react-query";
import { rememberSession } from "../api/csrf";
import type { SignedIn } from "../api/types";
import { sessionQuery } from "./queries";

/** Remembers the administrator who has just signed in, and clears data cached for another one. */
export function rememberSignedIn(client: QueryClient, signedIn: SignedIn): void {
  client.clear();
  rememberSession(signedIn);
  client.setQueryData(sessionQuery.queryKey, signedIn);
}

/** Forgets the signed-in administrator and all cached data. */
export function forgetSignedIn(client: QueryClient): void {
  rememberSession(undefined);
  client.clear();
  client.setQueryData(sessionQuery.queryKey, null);
}
