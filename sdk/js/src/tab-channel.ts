import { isObject, parseJson } from "./json.js";
import type { SessionStorage } from "./storage/session-storage.js";

/** A message channel to the other tabs of this origin. */
export interface TabChannel {
  post(message: unknown): void;
  close(): void;
}

type OnMessage = (message: unknown) => void;

/**
 * Opens the channel; null if tabs cannot communicate.
 *
 * In a page, messages are sent through localStorage. A BroadcastChannel would be faster than
 * storage changes: the other tab would be notified of a new session, but still read the old one.
 * @param localStorage - null outside a page, or if the browser denies access.
 */
export function openTabChannel(
  localStorage: SessionStorage | null,
  name: string,
  onMessage: OnMessage,
): TabChannel | null {
  if (localStorage) return openStorageChannel(localStorage, name, onMessage);
  return openBroadcastChannel(name, onMessage);
}

function openStorageChannel(
  localStorage: SessionStorage,
  name: string,
  onMessage: OnMessage,
): TabChannel {
  const onStorage = ({ key, newValue, storageArea }: StorageEvent): void => {
    if (key !== name || storageArea !== localStorage) return;
    const posted = parseJson(newValue); // Other code of this origin may have written it.
    onMessage(isObject(posted) ? posted.message : undefined);
  };
  globalThis.addEventListener("storage", onStorage);
  return {
    post: (message) => {
      // Only a changed value causes an event.
      const id = Math.random();
      try {
        void localStorage.setItem(name, JSON.stringify({ id, message }));
      } catch {
        // The storage is full, so it does not contain the session either.
      }
    },
    close: () => globalThis.removeEventListener("storage", onStorage),
  };
}

/** Opens a channel that does not use the storage; null if there is none. */
export function openBroadcastChannel(name: string, onMessage: OnMessage): TabChannel | null {
  if (typeof BroadcastChannel === "undefined") return null;
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<unknown>) => onMessage(event.data);
  // In Node, the channel must not keep the process alive.
  (channel as { unref?(): void }).unref?.();
  return {
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
