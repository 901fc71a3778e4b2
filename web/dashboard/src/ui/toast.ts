import { Failure } from "../api/failure";

export interface Toast {
  id: number;
  text: string;
  failure?: Failure;
}

const LIFETIME_MS = 6_000;

let toasts: readonly Toast[] = [];
let nextId = 1;
const watchers = new Set<() => void>();

function become(next: readonly Toast[]): void {
  toasts = next;
  for (const watcher of watchers) watcher();
}

function failures(): readonly Toast[] {
  return toasts.filter(({ failure }) => failure !== undefined);
}

/** Shows a notification in the corner for a few seconds. */
export function showToast(text: string): void {
  const id = nextId++;
  become([...toasts, { id, text }]);
  setTimeout(() => dismissToast(id), LIFETIME_MS);
}

/** Shows a failure in the corner until it is dismissed. Removes older successes. */
export function showFailure(error: unknown): void {
  const failure = Failure.from(error);
  become([...failures(), { id: nextId++, text: failure.message, failure }]);
}

/** Removes the notifications of showToast(). Call it after a failure that is shown elsewhere. */
export function dismissSuccesses(): void {
  become(failures());
}

export function dismissToast(id: number): void {
  become(toasts.filter((toast) => toast.id !== id));
}

/** For useSyncExternalStore. */
export function watchToasts(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}
