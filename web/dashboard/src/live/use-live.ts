import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { appQuery } from "../apps/queries";
import { EMPTY_LOG, receive } from "./log";
import { watchLive, type LiveState } from "./watch-live";

/** What happens in an app while the page is open, and how the connection is. */
export function useLive(appId: string) {
  const client = useQueryClient();
  const [log, setLog] = useState(EMPTY_LOG);
  const [state, setState] = useState<LiveState>("connecting");
  useEffect(() => {
    setLog(EMPTY_LOG);
    return watchLive(appId, {
      onEvents: (events) => setLog((before) => receive(before, events)),
      onState: setState,
      // Asking for anything tells whether the session is over, and leads to the sign-in page then.
      onRefused: () =>
        void client.fetchQuery({ ...appQuery(appId), staleTime: 0 }).catch(() => undefined),
    });
  }, [appId, client]);
  return { log, setLog, state };
}
