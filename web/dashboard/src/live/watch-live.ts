import type { LiveEvent } from "../api/types";

export type LiveState = "connecting" | "open" | "lost";

interface Watcher {
  /** What has come in a quarter of a second, the oldest first. */
  onEvents: (events: LiveEvent[]) => void;
  onState: (state: LiveState) => void;
  /** The server did not let the page watch: the session may be over. Another attempt follows. */
  onRefused: () => void;
}

const FLUSH_MS = 250;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** Watches what happens in an app until the function that it answers is called. */
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
      // After a broken connection the browser tries again by itself; after a refusal it does not.
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
