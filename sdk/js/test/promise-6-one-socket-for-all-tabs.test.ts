import { describe, expect, it } from "vitest";
import type { ParleyApi } from "../src/api.js";
import { AUTH_KEY } from "./support/fake-server.js";
import { type RealtimeTab, record, recordRealtime, settle, World } from "./support/world.js";

interface Opened {
  readonly tab: RealtimeTab;
  readonly parley: ParleyApi;
  readonly heard: string[];
}

/** Opens tabs in one browser. Andrew logs in once all are open. */
async function open(world: World, count: number, locks = true): Promise<Opened[]> {
  const tabs: Opened[] = [];
  for (let index = 0; index < count; index++) tabs.push(await openOne(world, locks));
  await tabs[0]?.parley.login("andrew", AUTH_KEY);
  await settle();
  await settle();
  return tabs;
}

async function openOne(world: World, locks = true): Promise<Opened> {
  const tab = world.realtimeTab(locks);
  const parley = await world.startTab({ environment: tab.environment });
  const opened = { tab, parley, heard: recordRealtime(parley) };
  await settle();
  return opened;
}

/** Like open(), with three tabs and exact types. The first tab holds the socket. */
async function openThree(world: World): Promise<[Opened, Opened, Opened]> {
  const [holder, second, third] = await open(world, 3);
  if (!holder || !second || !third) throw new Error("never");
  return [holder, second, third];
}

describe("promise 6: one socket for all tabs", () => {
  it("delivers its events to every tab", async () => {
    const world = new World();
    const tabs = await openThree(world);
    expect(world.realtime.sockets).toHaveLength(1);

    world.realtime.presence("online", "george");
    world.realtime.only.push({ type: "error", body: { code: "ERR_BAD_REQUEST", message: "No." } });
    await settle();

    for (const { parley, heard } of tabs) {
      expect(heard).toEqual(["connecting", "connected", "george online", "error ERR_BAD_REQUEST"]);
      expect(parley.getConnectionStatus()).toBe("connected");
    }
  });

  it("reports connected to a tab that opens later", async () => {
    const world = new World();
    await openThree(world);
    const late = await openOne(world);
    await settle();
    expect(late.heard).toEqual(["connected"]);
    await late.parley.connect();
    expect(world.realtime.sockets).toHaveLength(1);
  });

  it("moves to another tab when its tab closes, and reports missed changes", async () => {
    const world = new World();
    const [holder, second, third] = await openThree(world);

    holder.tab.close();
    await world.advance(100);

    expect(world.realtime.open).toHaveLength(1);
    const story = ["connecting", "connected", "connecting", "connected", "resync"];
    expect(second.heard).toEqual(story);
    expect(third.heard).toEqual(story);
    world.realtime.presence("online", "george");
    await settle();
    for (const { heard } of [second, third]) expect(heard.at(-1)).toBe("george online");
  });

  it("reports to every tab when it is lost and when it reopens", async () => {
    const world = new World();
    const tabs = await openThree(world);
    world.realtime.only.drop(1006);
    await world.advance(1_000);
    for (const { heard } of tabs) {
      expect(heard.slice(2)).toEqual([
        "disconnected",
        "error CONNECTION_FAILED",
        "connecting",
        "connected",
        "resync",
      ]);
    }
  });

  it("stays open for the others when its tab calls disconnect()", async () => {
    const world = new World();
    const [holder, second] = await openThree(world);
    await holder.parley.disconnect();
    await world.advance(100);
    world.realtime.presence("online", "george");
    await settle();

    expect(holder.parley.getConnectionStatus()).toBe("disconnected");
    expect(holder.heard).not.toContain("george online");
    expect(second.heard.at(-1)).toBe("george online");
    expect(world.realtime.open).toHaveLength(1);
  });

  it("stays open for the others when another tab calls disconnect()", async () => {
    const world = new World();
    const [holder, second] = await openThree(world);
    await second.parley.disconnect();
    world.realtime.presence("online", "george");
    await settle();
    expect(second.heard.slice(2)).toEqual(["disconnected"]);
    expect(holder.heard.at(-1)).toBe("george online");
    expect(world.realtime.sockets).toHaveLength(1);
  });

  it("is closed by a logout in any tab", async () => {
    const world = new World();
    const tabs = await openThree(world);
    await tabs[2].parley.logout();
    await settle();
    expect(world.realtime.open).toEqual([]);
    for (const { heard } of tabs) expect(heard.at(-1)).toBe("disconnected");
    await world.advance(600_000);
    expect(world.realtime.sockets).toHaveLength(1);
  });

  it("ends the session once in every tab when the server ends it", async () => {
    const world = new World();
    const tabs = await openThree(world);
    const logins = tabs.map(({ parley }) => record(parley));
    world.realtime.endSession(world.realtime.only.token, "deleted");
    await world.advance(5_000);
    for (const heard of logins) expect(heard).toEqual(["logoutSuccess deleted"]);
    expect(world.realtime.sockets).toHaveLength(1);
  });

  it("switches to the new user when another tab logs in as somebody else", async () => {
    const world = new World();
    const tabs = await openThree(world);
    await tabs[1].parley.login("george", AUTH_KEY);
    await settle();
    await settle();
    expect(world.realtime.only.token).toMatch(/^george/);
    for (const { parley } of tabs) expect(parley.getConnectionStatus()).toBe("connected");
  });

  it("moves to a visible tab when its tab is frozen", async () => {
    const world = new World();
    const [holder, second] = await openThree(world);
    holder.tab.freeze();
    second.tab.sign("visible");
    await world.advance(4_999);
    expect(world.realtime.sockets).toHaveLength(1);
    await world.advance(101);

    expect(world.realtime.sockets).toHaveLength(2);
    expect(second.heard.slice(-2)).toEqual(["connected", "resync"]);
    await world.advance(600_000);
    expect(world.realtime.sockets).toHaveLength(2);
  });

  it("reconnects immediately when another tab becomes visible", async () => {
    const world = new World();
    const [holder, second] = await openThree(world);
    world.realtime.mood = "refusing";
    world.realtime.only.drop(1006);
    await world.advance(100_000);
    world.realtime.mood = "well";

    second.tab.sign("visible");
    await settle();
    await settle();

    expect(holder.parley.getConnectionStatus()).toBe("connected");
    expect(second.parley.getConnectionStatus()).toBe("connected");
    await world.advance(60_000);
    expect(world.realtime.open).toHaveLength(1);
  });

  it("is one per tab without Web Locks", async () => {
    const world = new World();
    const tabs = await open(world, 2, false);
    expect(world.realtime.open).toHaveLength(2);
    world.realtime.presence("online", "george");
    await settle();
    for (const { heard } of tabs)
      expect(heard).toEqual(["connecting", "connected", "george online"]);
  });

  it("opens without a lock when the browser denies locks", async () => {
    const world = new World();
    const { environment } = world.realtimeTab();
    const parley = await world.startTab({
      environment: {
        ...environment,
        requestLock: (_name, _steal, handler) => {
          setImmediate(() => handler.denied());
          return () => undefined;
        },
      },
    });
    await parley.login("andrew", AUTH_KEY);
    await settle();
    expect(parley.getConnectionStatus()).toBe("connected");
  });

  it("is one per tab if each tab has its own session", async () => {
    const world = new World();
    for (let tab = 0; tab < 2; tab++) {
      const parley = await world.startTab({
        environment: world.realtimeTab().environment,
        configure: (builder) => builder.setStorageMode("SESSION"),
      });
      await parley.login("andrew", AUTH_KEY);
    }
    await settle();
    expect(world.realtime.open).toHaveLength(2);
  });

  it("passes no token to other tabs", async () => {
    const world = new World();
    const messages: unknown[] = [];
    const { environment } = world.realtimeTab();
    const parley = await world.startTab({
      environment: {
        ...environment,
        openBroadcast: (name) => ({
          post: (message) => void messages.push(name, message),
          close: () => undefined,
        }),
      },
    });
    const user = await parley.login("andrew", AUTH_KEY);
    await settle();
    world.server.refuse(user.authToken ?? "", "AUTH_ERR_AUTH_TOKEN_EXPIRED");
    world.realtime.only.drop(1006);
    await world.advance(10_000);

    expect(JSON.stringify(messages)).toContain("AUTH_ERR_AUTH_TOKEN_EXPIRED");
    expect(JSON.stringify(messages)).not.toContain(user.authToken);
  });
});
