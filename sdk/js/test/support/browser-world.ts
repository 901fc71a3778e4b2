import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { launchBrowser } from "../../../../tests/support/browser.js";
import { type Server, startDev, temporaryDirectory } from "../../../../tests/support/parleyd.js";
import { Gate, type GatePage } from "./gate.js";

/** Starts the SDK and records its events. `?provider` sets a token provider. */
const PAGE_SCRIPT = `
  globalThis.heard = [];
  const note = (text) => void heard.push(text);
  Parley.addConnectionListener("page", {
    inConnecting: () => note("connecting"),
    onConnected: () => note("connected"),
    onDisconnected: () => note("disconnected"),
  });
  Parley.addUserListener("page", {
    onUserOnline: (user) => note(user.uid + " " + user.getStatus()),
    onUserOffline: (user) => note(user.uid + " " + user.getStatus()),
    onPresenceResync: () => note("resync"),
    onUserUpdated: (user) => note(user.uid + " is called " + user.getName()),
    onUserBlocked: (user) => note(user.uid + " blocked"),
    onUserUnblocked: (user) => note(user.uid + " unblocked"),
  });
  Parley.addLoginListener("page", {
    loginSuccess: (user) => note("login " + user.uid),
    logoutSuccess: ({ reason }) => note("logout " + reason),
  });
  const builder = new Parley.AppSettingsBuilder()
    .setHost(location.origin)
    .subscribePresenceForAllUsers();
  if (location.search === "?provider") {
    builder.setTokenProvider(async () => (await fetch("/token")).text());
  }
  globalThis.started = Parley.init(APP_ID, builder.build());
`;

export const UID = { andrew: "cometchat-uid-1", george: "cometchat-uid-2" } as const;

/** A real browser and a real server, with a Gate between them. */
export class BrowserWorld {
  private constructor(
    public server: Server,
    readonly gate: Gate,
    private readonly browser: Browser,
  ) {}

  static async start(): Promise<BrowserWorld> {
    const server = await startDev({ dataDir: temporaryDirectory() });
    const sdk = await bundleSdk();
    const script = PAGE_SCRIPT.replace("APP_ID", JSON.stringify(server.credentials.appId));
    const gate: Gate = new Gate(server.url, {
      "/page": () => ({
        type: "text/html",
        body: `<!doctype html><script src="/sdk.js"></script><script>${script}</script>`,
      }),
      "/sdk.js": () => ({ type: "text/javascript", body: sdk }),
      "/token": async (): Promise<GatePage> => ({
        type: "text/plain",
        body: await world.mintToken(UID.andrew),
      }),
    });
    await gate.start();
    const world: BrowserWorld = new BrowserWorld(server, gate, await launchBrowser());
    return world;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.gate.stop();
    await this.server.stop();
  }

  /** Resets the state between tests: pages, online users, the gate's mood and counts. */
  async reset(): Promise<void> {
    await Promise.all(this.browser.contexts().map((context) => context.close()));
    this.gate.mood = "open";
    await expect.poll(() => this.gate.sockets).toBe(0);
    // The server shows users offline only two seconds after their last connection closes.
    const online = () => this.manage("GET", "/users?status=online");
    await expect.poll(online, { timeout: 5_000 }).toEqual([]);
    this.gate.dials = 0;
    this.gate.paths.length = 0;
  }

  /** Another device, which shares no storage with the others. */
  newDevice(): Promise<BrowserContext> {
    return this.browser.newContext();
  }

  async openTab(device: BrowserContext, query = ""): Promise<Tab> {
    const page = await device.newPage();
    const tab = new Tab(page, this.server.credentials.authKey);
    await page.goto(`${this.gate.url}/page${query}`);
    await tab.run("started");
    return tab;
  }

  /** Stops the server, as during an update, and starts it with the same data. */
  async restart(): Promise<void> {
    const { dataDir } = this.server;
    await this.server.stop();
    this.server = await startDev({ dataDir });
    this.gate.target = this.server.url;
  }

  /** A call with the REST API Key. */
  async manage(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.server.url}/v3${path}`, {
      method,
      headers: { apikey: this.server.credentials.apiKey, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { data: unknown }).data;
  }

  async mintToken(uid: string): Promise<string> {
    const data = await this.manage("POST", `/users/${uid}/auth_tokens`, {});
    return (data as { authToken: string }).authToken;
  }
}

/** A tab that runs the SDK. */
export class Tab {
  constructor(
    readonly page: Page,
    private readonly authKey: string,
  ) {}

  /** Evaluates an expression in the page and waits for its promise. */
  run<T>(expression: string): Promise<T> {
    return this.page.evaluate<T>(expression);
  }

  logIn(uid: string): Promise<unknown> {
    return this.run(`Parley.login("${uid}", "${this.authKey}").then(() => undefined)`);
  }

  /** Waits until the recorded events are exactly these, in order, and clears them. */
  async hears(...events: string[]): Promise<void> {
    await expect.poll(() => this.heard(), { timeout: 15_000 }).toEqual(events);
    await this.run("heard.length = 0");
  }

  /** Waits until this event is among the recorded ones, and clears them all. Timeout in ms. */
  async hearsOf(event: string, timeout = 15_000): Promise<void> {
    await expect.poll(() => this.heard(), { timeout }).toContain(event);
    await this.run("heard.length = 0");
  }

  heard(): Promise<string[]> {
    return this.run("heard");
  }
}

async function bundleSdk(): Promise<string> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL("../../src/global.ts", import.meta.url))],
    bundle: true,
    format: "iife",
    target: "es2020",
    write: false,
  });
  return bundle.outputFiles[0]?.text ?? "";
}
