import { useSyncExternalStore } from "react";

const STEP = 15;

let timer: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<() => void>();

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  timer ??= setInterval(() => watchers.forEach((each) => each()), STEP * 1_000);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The current time in Unix seconds, in steps of 15. All components share one timer. */
export function useNow(): number {
  return useSyncExternalStore(watch, () => Math.floor(Date.now() / 1_000 / STEP) * STEP);
}
