import type { Environment } from "../../src/environment.js";
import { createApi } from "../../src/create-api.js";
import type { ParleyApi } from "../../src/api.js";
import { ErrorCode } from "../../src/errors/error-code.js";
import { Sdk } from "../../src/sdk.js";
import { MemoryStorage } from "../../src/storage/memory-storage.js";
import type { AppSettingsBuilder } from "../../src/settings/app-settings-builder.js";
import type { SessionStorage } from "../../src/storage/session-storage.js";
import type { TabChannel } from "../../src/tab-channel.js";
import type { WakeSign } from "../../src/wake-sign.js";
import { FakeLocks } from "./fake-locks.js";
import { FakeRealtime } from "./fake-realtime.js";
import { FakeServer } from "./fake-server.js";

export const HOST = "https://chat.example.com";
export const APP = "my-app";

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** A fake browser with any number of tabs, a fake server, and a clock that only the test advances. */
export class World {
  readonly server = new FakeServer();
  readonly local = new MemoryStorage();
  /** What the SDK has shown to developers, in all tabs. */
  readonly warnings: string[] = [];
  private time = 0;
  readonly realtime = new FakeRealtime(this.server);
  private slept = 0;
  private timers: Timer[] = [];
  private readonly locks = new FakeLocks();
  private readonly channels = new Set<{ name: string; onMessage: (message: unknown) => void }>();

  /**
   * The environment that a tab needs for the realtime connection. Other tabs have no WebSocket.
   * @param locks - false for a browser without Web Locks.
   */
  realtimeTab(locks = true): RealtimeTab {
    const signs = new Set<(sign: WakeSign) => void>();
    const gone: (() => void)[] = [];
    const tab = { closed: false, frozen: false };
    const WebSocket = this.realtime.forTab(tab);
    return {
      environment: {
        webSocket: () => WebSocket,
        after: (ms, run) => this.after(ms, () => tab.closed || run()),
        openBroadcast: (name, onMessage) => {
          const channel = this.openChannel(`${name} fast`, (message) => {
            if (!tab.closed && !tab.frozen) onMessage(message);
          });
          return channel;
        },
        requestLock: (name, steal, handler) => {
          if (!locks) return null;
          const release = this.locks.request(name, steal, handler);
          gone.push(release);
          return release;
        },
        watchForSigns: (onSign) => {
          signs.add(onSign);
          return () => signs.delete(onSign);
        },
      },
      sign: (sign) => signs.forEach((onSign) => onSign(sign)),
      freeze: () => (tab.frozen = true),
      close: () => {
        tab.closed = true;
        for (const socket of this.realtime.open.filter((open) => open.isOf(tab))) socket.close();
        gone.forEach((release) => release());
      },
    };
  }

  /** Puts the device to sleep: no timer runs, and monotonic clocks stop. */
  sleep(ms: number): void {
    this.slept += ms;
  }

  /** A newly opened or reloaded tab: a new SDK that shares only the storage with earlier ones. */
  openTab(change: Partial<Environment> = {}): ParleyApi {
    const session = new MemoryStorage();
    const env: Environment = {
      fetch: this.server.fetch,
      now: () => this.time,
      wallClock: () => this.time + this.slept,
      random: () => 0.5,
      after: (ms, run) => this.after(ms, run),
      webStorage: (name) => (name === "localStorage" ? this.local : session),
      openChannel: (name, onMessage) => this.openChannel(name, onMessage),
      openBroadcast: () => null,
      requestLock: () => null,
      watchForSigns: () => () => undefined,
      webSocket: () => null,
      warn: (text) => this.warnings.push(text),
      platform: "web",
      origin: "https://app.example.com",
      ...change,
    };
    return createApi(new Sdk(env), ErrorCode.NOT_INITIALIZED);
  }

  /** A new tab in which init() has completed. */
  async startTab(options: TabOptions = {}): Promise<ParleyApi> {
    const parley = this.openTab(options.environment);
    const builder = new parley.AppSettingsBuilder()
      .setHost(HOST)
      .setTimeout(options.timeout ?? 10_000);
    if (options.tokenProvider) builder.setTokenProvider(options.tokenProvider);
    options.configure?.(builder);
    if (options.storage) builder.setStorageMode(options.storage);
    await parley.init(APP, builder.build());
    return parley;
  }

  /** Advances the clock by `ms` and runs the timers that become due, in order. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      await settle();
      const next = this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.time = next.at;
      next.run();
    }
    this.time = end;
  }

  private after(ms: number, run: () => void): () => void {
    const timer = { at: this.time + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  private openChannel(name: string, onMessage: (message: unknown) => void): TabChannel {
    const end = { name, onMessage };
    this.channels.add(end);
    return {
      post: (message) => {
        const others = [...this.channels].filter((other) => other !== end && other.name === name);
        others.forEach((other) => setImmediate(() => other.onMessage(structuredClone(message))));
      },
      close: () => this.channels.delete(end),
    };
  }
}

export interface TabOptions {
  readonly tokenProvider?: () => Promise<string>;
  readonly storage?: SessionStorage;
  /** Milliseconds. Defaults to 10 seconds. */
  readonly timeout?: number;
  readonly environment?: Partial<Environment>;
  /** Applies further settings. */
  readonly configure?: (builder: AppSettingsBuilder) => void;
}

export interface RealtimeTab {
  readonly environment: Partial<Environment>;
  sign(sign: WakeSign): void;
  /** Freezes the tab: it receives no messages any more, but keeps its lock. */
  freeze(): void;
  close(): void;
}

/** Runs all pending promise callbacks and immediates. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Records the events of a login listener, in order. */
export function record(parley: ParleyApi): string[] {
  const heard: string[] = [];
  parley.addLoginListener("recorder", {
    loginSuccess: (user) => heard.push(`loginSuccess ${user.uid}`),
    loginFailure: (error) => heard.push(`loginFailure ${error.code}`),
    logoutSuccess: (event) => heard.push(`logoutSuccess ${event.reason}`),
    logoutFailure: (error) => heard.push(`logoutFailure ${error.code}`),
  });
  return heard;
}

/** Records the events of a connection listener and a user listener, in order. */
export function recordRealtime(parley: ParleyApi): string[] {
  const heard: string[] = [];
  parley.addConnectionListener("recorder", {
    inConnecting: () => heard.push("connecting"),
    onConnected: () => heard.push("connected"),
    onDisconnected: () => heard.push("disconnected"),
    onConnectionError: ({ code }) => heard.push(`error ${code}`),
  });
  parley.addUserListener("recorder", {
    onUserOnline: ({ uid, status }) => heard.push(`${uid} ${status}`),
    onUserOffline: ({ uid, status }) => heard.push(`${uid} ${status}`),
    onPresenceResync: () => heard.push("resync"),
    onUserUpdated: ({ uid }) => heard.push(`${uid} updated`),
    onUserBlocked: ({ uid }) => heard.push(`${uid} blocked`),
    onUserUnblocked: ({ uid }) => heard.push(`${uid} unblocked`),
  });
  return heard;
}
