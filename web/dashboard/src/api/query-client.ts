import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { Failure, isSessionEnd } from "./failure";

const RETRIES = 1;

/** @param onSessionEnd called when an answer says that the session is over. */
export function createQueryClient(onSessionEnd: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isSessionEnd(Failure.from(error))) onSessionEnd();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 5_000, retry: shouldRetry },
      mutations: { networkMode: "always" },
    },
  });
}

/** What the server refused for good is not asked again. */
function shouldRetry(failures: number, error: unknown): boolean {
  const { status } = Failure.from(error);
  return failures < RETRIES && (status === undefined || status >= 500);
}
