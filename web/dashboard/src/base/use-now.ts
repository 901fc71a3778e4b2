import { useSyncExternalStore } from "react";

const STEP_MS = 15_000;

let now = Math.floor(Date.now() / 1_000);
let timer: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<() => void>();

function tick(): void {
  now = Math.floor(Date.now() / 1_000);
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  timer ??= setInterval(tick, STEP_MS);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time in unix seconds, every fifteen of them anew; all who ask share one timer. */
export function useNow(): number {
  return useSyncExternalStore(watch, () => now);
}
