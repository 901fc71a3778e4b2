import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { dismissSuccesses } from "../ui/toast";
import { Failure, isSessionEnd } from "./failure";

const RETRIES = 1;

/** @param onSessionEnd called when a response says that the session has ended. */
export function createQueryClient(onSessionEnd: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isSessionEnd(Failure.from(error))) onSessionEnd();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({
      onError: (error) => {
        // "Saved" next to the reason of a later failure would be misleading.
        dismissSuccesses();
        onError(error);
      },
    }),
    defaultOptions: {
      // The server can be on this machine or in the local network, whatever the browser reports.
      queries: {
        staleTime: 5_000,
        retry: shouldRetry,
        networkMode: "always",
        refetchOnReconnect: true,
      },
      mutations: { networkMode: "always" },
    },
  });
}

/** Retries only if no server responded or the status is 500 or more. */
function shouldRetry(failures: number, error: unknown): boolean {
  const { status } = Failure.from(error);
  return failures < RETRIES && (status === undefined || status >= 500);
}
