import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client";
import { rememberCsrfToken } from "../api/csrf";
import { Failure, isSessionEnd } from "../api/failure";
import type { SignedIn } from "../api/types";
import { unwrapData } from "../api/unwrap";

/** Who is signed in, or null. Also how the page learns the CSRF token. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  staleTime: Infinity,
  queryFn: async (): Promise<SignedIn | null> => {
    try {
      const signedIn = await unwrapData(api.GET("/session"));
      rememberCsrfToken(signedIn.csrfToken);
      return signedIn;
    } catch (error) {
      if (isSessionEnd(Failure.from(error))) return null;
      throw error;
    }
  },
});

/** What the dashboard shows of the server itself. */
export const serverQuery = queryOptions({
  queryKey: ["server"],
  staleTime: Infinity,
  queryFn: () => unwrapData(api.GET("/server")),
});
