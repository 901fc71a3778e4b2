import type { LiveEvent } from "../api/types";

export type LiveState = "connecting" | "open" | "lost";

interface Watcher {
  /** Receives the events of a quarter of a second, oldest first. */
  onEvents: (events: LiveEvent[]) => void;
  onState: (state: LiveState) => void;
  /** The server refused the connection: the session may have ended. Another attempt follows. */
  onRefused: () => void;
}

const FLUSH_MS = 250;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** Receives the events of an app until the returned function is called. */
export function watchLive(appId: string, { onEvents, onState, onRefused }: Watcher): () => void {
  const address = `/admin/v1/apps/${encodeURIComponent(appId)}/live`;
  let source: EventSource;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;
  let buffer: LiveEvent[] = [];
  const flush = setInterval(() => {
    if (buffer.length === 0) return;
    onEvents(buffer);
    buffer = [];
  }, FLUSH_MS);

  const open = () => {
    source = new EventSource(address);
    source.onopen = () => {
      wait = FIRST_WAIT_MS;
      onState("open");
    };
    source.onmessage = ({ data }: MessageEvent<string>) =>
      buffer.push(JSON.parse(data) as LiveEvent);
    source.onerror = () => {
      onState("lost");
      // The browser reconnects by itself after a broken connection, but not after a refusal.
      if (source.readyState !== EventSource.CLOSED) return;
      onRefused();
      retry = setTimeout(open, wait);
      wait = Math.min(2 * wait, LONGEST_WAIT_MS);
    };
  };

  onState("connecting");
  open();
  return () => {
    clearInterval(flush);
    clearTimeout(retry);
    source.close();
  };
}
