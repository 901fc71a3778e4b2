import { queryOptions } from "@tanstack/react-query";
import { api } from "../api/client";
import { rememberSession } from "../api/csrf";
import { Failure, isSessionEnd } from "../api/failure";
import type { SignedIn } from "../api/types";
import { unwrapData } from "../api/unwrap";

/** The signed-in administrator, or null. Also remembers the session for its CSRF token. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  staleTime: Infinity,
  queryFn: async (): Promise<SignedIn | null> => {
    try {
      const signedIn = await unwrapData(api.GET("/session"));
      rememberSession(signedIn);
      return signedIn;
    } catch (error) {
      if (isSessionEnd(Failure.from(error))) return null;
      throw error;
    }
  },
});

/** Information about the server. */
export const serverQuery = queryOptions({
  queryKey: ["server"],
  staleTime: Infinity,
  queryFn: () => unwrapData(api.GET("/server")),
});
