import type { WebSocketConstructor } from "./connection/web-socket.js";
import { platformFetch } from "./http/platform-fetch.js";
import { detectPlatform, type Platform } from "./platform.js";
import type { SessionStorage } from "./storage/session-storage.js";
import { openBroadcastChannel, openTabChannel, type TabChannel } from "./tab-channel.js";
import { requestTabLock, type TabLockHandler } from "./tab-lock.js";
import { type WakeSign, watchForSigns } from "./wake-sign.js";

/**
 * Everything the SDK needs from its environment; tests pass their own.
 * @private
 */
export interface Environment {
  /**
   * Rejects with the platform's error, or with a ParleyException if the SDK knows the reason.
   */
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /**
   * Milliseconds of a clock that also advances while the device sleeps, and that may be adjusted.
   */
  wallClock(): number;
  /** A number in [0, 1); not for secrets. */
  random(): number;
  /**
   * Runs a function once, after `ms` milliseconds.
   * @param background - true if the timer must not keep a Node process alive.
   * @returns a function that cancels it.
   */
  after(ms: number, run: () => void, background?: boolean): () => void;
  /** Local or session storage; null if there is none or access is denied. */
  webStorage(name: "localStorage" | "sessionStorage"): SessionStorage | null;
  /** Opens a channel to other tabs; null if tabs cannot communicate. */
  openChannel(name: string, onMessage: (message: unknown) => void): TabChannel | null;
  /**
   * Like openChannel(), but faster: messages may arrive before changes of the storage are visible.
   */
  openBroadcast(name: string, onMessage: (message: unknown) => void): TabChannel | null;
  /**
   * Requests a lock that only one tab can have at a time.
   * @param steal - true to take the lock from the tab that has it.
   * @returns a function that releases the lock or cancels the request; null without lock support.
   */
  requestLock(name: string, steal: boolean, handler: TabLockHandler): (() => void) | null;
  /** Reports wake signs until the returned function is called. */
  watchForSigns(onSign: (sign: WakeSign) => void): () => void;
  /** The WebSocket class; null if there is none. */
  webSocket(): WebSocketConstructor | null;
  /** Shows developers a problem that no call reports. */
  warn(text: string): void;
  readonly platform: Platform;
  /** The origin of the page, in a browser. */
  readonly origin: string | undefined;
}

/** The environment of the browser, process or worker that the SDK runs in. */
export function systemEnvironment(): Environment {
  return {
    fetch: platformFetch,
    now: () => globalThis.performance.now(),
    wallClock: () => Date.now(),
    random: () => Math.random(),
    after: startTimer,
    webStorage: findWebStorage,
    openChannel: (name, onMessage) =>
      openTabChannel(findWebStorage("localStorage"), name, onMessage),
    openBroadcast: openBroadcastChannel,
    requestLock: requestTabLock,
    watchForSigns,
    webSocket: () => (globalThis as { WebSocket?: WebSocketConstructor }).WebSocket ?? null,
    warn: (text) => console.warn(text),
    platform: detectPlatform(),
    origin: typeof location === "undefined" ? undefined : location.origin,
  };
}

/** Timers of Node, which unref() stops from keeping the process alive. */
interface Unrefable {
  unref?(): void;
}

function startTimer(ms: number, run: () => void, background = false): () => void {
  const timer = setTimeout(run, ms);
  if (background && typeof timer === "object") (timer as Unrefable).unref?.();
  return () => clearTimeout(timer);
}

function findWebStorage(name: "localStorage" | "sessionStorage"): SessionStorage | null {
  try {
    // Only in a page: localStorage in newer Node versions prints warnings or writes to a file.
    return typeof document === "undefined" ? null : (globalThis[name] ?? null);
  } catch {
    return null; // Reading the property throws if the browser denies access.
  }
}
