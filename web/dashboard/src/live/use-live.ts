import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { appQuery } from "../apps/queries";
import { EMPTY_LOG, receive } from "./log";
import { watchLive, type LiveState } from "./watch-live";

/** The events of an app while the page is open, and the state of the connection. */
export function useLive(appId: string) {
  const client = useQueryClient();
  const [log, setLog] = useState(EMPTY_LOG);
  const [state, setState] = useState<LiveState>("connecting");
  useEffect(() => {
    setLog(EMPTY_LOG);
    return watchLive(appId, {
      onEvents: (events) => setLog((before) => receive(before, events)),
      onState: setState,
      // Any call finds out whether the session has ended, and then leads to the sign-in page.
      onRefused: () =>
        void client.fetchQuery({ ...appQuery(appId), staleTime: 0 }).catch(() => undefined),
    });
  }, [appId, client]);
  return { log, setLog, state };
}
