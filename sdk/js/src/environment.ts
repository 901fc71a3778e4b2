import type { WebSocketConstructor } from "./connection/web-socket.js";
import { platformFetch } from "./http/platform-fetch.js";
import { detectPlatform, type Platform } from "./platform.js";
import type { SessionStorage } from "./storage/session-storage.js";
import { openBroadcastChannel, openTabChannel, type TabChannel } from "./tab-channel.js";
import { requestTabLock, type TabLockHandler } from "./tab-lock.js";
import { type WakeSign, watchForSigns } from "./wake-sign.js";

/**
 * All that the SDK takes from the world around it; tests pass their own.
 * @private
 */
export interface Environment {
  /**
   * Rejects with the error of the platform, or with a ParleyException where the SDK knows the reason.
   */
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Milliseconds on a clock that goes on while the device sleeps, and may be set again. */
  wallClock(): number;
  /** A number in [0, 1); not for secrets. */
  random(): number;
  /**
   * Runs a function once, after so many milliseconds.
   * @param background - true if waiting for it must not keep a Node process alive.
   * @returns a function that cancels it.
   */
  after(ms: number, run: () => void, background?: boolean): () => void;
  /** Local or session storage; null where there is none or it is forbidden. */
  webStorage(name: "localStorage" | "sessionStorage"): SessionStorage | null;
  /** Null where tabs cannot talk to each other. */
  openChannel(name: string, onMessage: (message: unknown) => void): TabChannel | null;
  /** As openChannel(), but fast: what it carries may come before what the storage says. */
  openBroadcast(name: string, onMessage: (message: unknown) => void): TabChannel | null;
  /**
   * Asks for what one tab at a time can have.
   * @param steal - true to take it from the tab that has it.
   * @returns a function that gives it back or takes the wish back; null where there is no such thing.
   */
  requestLock(name: string, steal: boolean, handler: TabLockHandler): (() => void) | null;
  /** Reports signs until the returned function is called. */
  watchForSigns(onSign: (sign: WakeSign) => void): () => void;
  /** Null where there is none. */
  webSocket(): WebSocketConstructor | null;
  readonly platform: Platform;
  /** Origin of the page, in a browser. */
  readonly origin: string | undefined;
}

/** The browser, the process or the worker that the SDK runs in. */
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
    platform: detectPlatform(),
    origin: typeof location === "undefined" ? undefined : location.origin,
  };
}

/** Node's timers can be told not to keep the process alive. */
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
    // Only in a page: newer Node versions have a localStorage that warns or writes to a file.
    return typeof document === "undefined" ? null : (globalThis[name] ?? null);
  } catch {
    return null; // Reading the property throws where the browser forbids storage.
  }
}
