import { isObject, parseJson } from "./json.js";
import type { SessionStorage } from "./storage/session-storage.js";

/** A message channel to the other tabs of this origin. */
export interface TabChannel {
  post(message: unknown): void;
  close(): void;
}

type OnMessage = (message: unknown) => void;

/**
 * Opens the channel; null where tabs cannot talk to each other.
 *
 * In a page the messages travel through the local storage. A BroadcastChannel would be faster than
 * the storage is: the other tab would be notified that the session has changed, and read the old one.
 * @param localStorage - null outside a page, or where the browser forbids it.
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
    const posted = parseJson(newValue); // Something else of this origin may have written it.
    onMessage(isObject(posted) ? posted.message : undefined);
  };
  globalThis.addEventListener("storage", onStorage);
  return {
    post: (message) => {
      // Only a changed value is an event.
      const id = Math.random();
      try {
        void localStorage.setItem(name, JSON.stringify({ id, message }));
      } catch {
        // The storage is full; then it does not hold the session either.
      }
    },
    close: () => globalThis.removeEventListener("storage", onStorage),
  };
}

/** Opens a channel that carries nothing through the storage; null where there is none. */
export function openBroadcastChannel(name: string, onMessage: OnMessage): TabChannel | null {
  if (typeof BroadcastChannel === "undefined") return null;
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<unknown>) => onMessage(event.data);
  // Node can be told that the channel must not keep the process alive.
  (channel as { unref?(): void }).unref?.();
  return {
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
