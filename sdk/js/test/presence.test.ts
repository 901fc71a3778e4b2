import { describe, expect, it, vi } from "vitest";
import type { ParleyApi } from "../src/api.js";
import type { AppSettingsBuilder } from "../src/settings/app-settings-builder.js";
import { AUTH_KEY } from "./support/fake-server.js";
import { record, recordRealtime, settle, World } from "./support/world.js";

type Configure = (builder: AppSettingsBuilder) => void;

async function start(world: World, configure?: Configure): Promise<ParleyApi> {
  const { environment } = world.realtimeTab();
  return world.startTab({ environment, ...(configure ? { configure } : {}) });
}

const byHand: Configure = (builder) => builder.autoEstablishSocketConnection(false);

describe("presence", () => {
  it("arrives after login, with a User object", async () => {
    const world = new World();
    const parley = await start(world);
    const heard = recordRealtime(parley);
    const users: unknown[] = [];
    parley.addUserListener("collects", { onUserOnline: (user) => users.push(user) });
    await parley.login("andrew", AUTH_KEY);
    await settle();

    world.realtime.presence("online", "george");
    world.realtime.presence("offline", "george");
    await settle();

    expect(heard).toEqual(["connecting", "connected", "george online", "george offline"]);
    expect(users[0]).toBeInstanceOf(parley.User);
  });

  it("reports blocks, unblocks and missed changes", async () => {
    const world = new World();
    const parley = await start(world);
    await parley.login("andrew", AUTH_KEY);
    await settle();
    const heard = recordRealtime(parley);
    const { only } = world.realtime;
    const blocked: boolean[] = [];
    const note = (user: { blockedByMe: boolean }): void => void blocked.push(user.blockedByMe);
    parley.addUserListener("block", { onUserBlocked: note, onUserUnblocked: note });

    const user = { uid: "george", blockedByMe: true };
    only.push({ type: "user", body: { action: "blocked", user } });
    only.push({ type: "user", body: { action: "unblocked", user: { uid: "george" } } });
    only.push({ type: "resync", body: { reason: "slow" } });
    await settle();

    expect(heard).toEqual(["george blocked", "george unblocked", "resync"]);
    expect(blocked).toEqual([true, false]);
  });

  it("reports frames that the server rejected, and stays connected", async () => {
    const world = new World();
    const parley = await start(world);
    await parley.login("andrew", AUTH_KEY);
    await settle();
    const heard = recordRealtime(parley);
    const body = { code: "ERR_BAD_REQUEST", message: "No.", devMessage: "Do." };
    world.realtime.only.push({ type: "error", body });
    await settle();
    expect(heard).toEqual(["error ERR_BAD_REQUEST"]);
    expect(parley.getConnectionStatus()).toBe("connected");
  });

  it("does not reach listeners that were removed", async () => {
    const world = new World();
    const parley = await start(world);
    const heard = recordRealtime(parley);
    parley.removeConnectionListener("recorder");
    parley.removeUserListener("recorder");
    await parley.login("andrew", AUTH_KEY);
    await settle();
    world.realtime.presence("online", "george");
    await settle();
    expect(heard).toEqual([]);
  });

  it("counts online users", async () => {
    const world = new World();
    const parley = await start(world);
    await expect(parley.getOnlineUserCount()).rejects.toMatchObject({ code: "USER_NOT_LOGGED_IN" });
    await parley.login("andrew", AUTH_KEY);
    expect(await parley.getOnlineUserCount()).toBe(1);
    expect(world.server.calls()).toContain("POST /v3/online-members");
  });
});

describe("the connection", () => {
  it("opens for a session restored from storage", async () => {
    const world = new World();
    await (await world.startTab()).login("andrew", AUTH_KEY);
    const parley = await start(world);
    await settle();
    expect(parley.getConnectionStatus()).toBe("connected");
  });

  it("waits for connect() if automatic connection is off", async () => {
    const world = new World();
    const parley = await start(world, byHand);
    const heard = recordRealtime(parley);
    await parley.login("andrew", AUTH_KEY);
    await world.advance(60_000);
    expect(heard).toEqual([]);

    await parley.connect();
    await parley.connect();

    expect(heard).toEqual(["connecting", "connected"]);
    await parley.logout();
    await parley.login("george", AUTH_KEY);
    await world.advance(60_000);
    expect(heard).toEqual(["connecting", "connected", "disconnected"]);
  });

  it("that was opened manually reopens when the session is replaced", async () => {
    const world = new World();
    const { environment } = world.realtimeTab();
    const tokenProvider = async () => world.server.issueToken("andrew");
    const parley = await world.startTab({ environment, tokenProvider, configure: byHand });
    const user = await parley.login("andrew", AUTH_KEY);
    await parley.connect();
    world.realtime.endSession(user.authToken ?? "", "expired");
    await settle();
    expect(parley.getConnectionStatus()).toBe("connected");
  });

  it("stays closed after disconnect() until connect()", async () => {
    const world = new World();
    const tab = world.realtimeTab();
    const parley = await world.startTab({ environment: tab.environment });
    await parley.login("andrew", AUTH_KEY);
    await settle();
    const heard = recordRealtime(parley);

    await parley.disconnect();
    tab.sign("online");
    tab.sign("visible");
    await world.advance(600_000);
    expect(heard).toEqual(["disconnected"]);
    expect(world.realtime.open).toEqual([]);
    expect((await parley.getLoggedinUser())?.uid).toBe("andrew");

    await parley.connect();
    expect(heard).toEqual(["disconnected", "connecting", "connected"]);
  });

  it("uses the WebSocket constructor of the settings, and stays closed if there is none", async () => {
    const world = new World();
    const { environment } = world.realtimeTab();
    const parley = await world.startTab();
    const heard = recordRealtime(parley);
    await parley.login("andrew", AUTH_KEY);
    await parley.login("george", AUTH_KEY);
    await world.advance(60_000);
    expect(heard).toEqual(["error WEBSOCKET_UNAVAILABLE"]);
    expect(world.warnings).toEqual([
      expect.stringContaining("Node 22 or later, or setWebSocket()"),
    ]);
    await expect(parley.connect()).rejects.toMatchObject({
      code: "WEBSOCKET_UNAVAILABLE",
      message: expect.stringContaining("setWebSocket()") as string,
    });

    const WebSocket = environment.webSocket?.() ?? undefined;
    const builder = new parley.AppSettingsBuilder().setHost("https://chat.example.com");
    await parley.init("my-app", builder.setWebSocket(WebSocket).build());
    await settle();
    expect(heard.slice(1)).toEqual(["connecting", "connected"]);
  });

  it("does not warn about a missing WebSocket if automatic connection is off", async () => {
    const world = new World();
    const parley = await world.startTab({ configure: byHand });
    const heard = recordRealtime(parley);
    await parley.login("andrew", AUTH_KEY);
    await world.advance(60_000);
    expect([heard, world.warnings]).toEqual([[], []]);
  });

  it("cannot be opened without a logged-in user", async () => {
    const parley = await start(new World());
    await expect(parley.connect()).rejects.toMatchObject({ code: "USER_NOT_LOGGED_IN" });
    await parley.disconnect();
    expect(parley.getConnectionStatus()).toBe("disconnected");
  });

  it.each<[string, (parley: ParleyApi) => Promise<unknown>, string]>([
    ["disconnect()", (parley) => parley.disconnect(), "CONNECTION_FAILED"],
    ["logout()", (parley) => parley.logout(), "USER_NOT_LOGGED_IN"],
  ])("rejects a pending connect() when %s comes first", async (_, call, code) => {
    const world = new World();
    const parley = await start(world, byHand);
    await parley.login("andrew", AUTH_KEY);
    world.realtime.mood = "mute";
    const waiting = parley.connect();
    await call(parley);
    await expect(waiting).rejects.toMatchObject({ code });
  });

  it("rejects connect() at the timeout, and keeps trying", async () => {
    const world = new World();
    const parley = await start(world, byHand);
    await parley.login("andrew", AUTH_KEY);
    world.realtime.mood = "refusing";
    const waiting = expect(parley.connect()).rejects.toMatchObject({ code: "TIMEOUT" });
    await world.advance(10_000);
    await waiting;
    world.realtime.mood = "well";
    await world.advance(60_000);
    expect(parley.getConnectionStatus()).toBe("connected");
  });

  it("causes no unhandled rejection if the promise is not awaited", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const parley = await start(new World());
    void parley.connect();
    await settle();
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it("reopens when a second init() changes the subscription", async () => {
    const world = new World();
    const parley = await start(world);
    await parley.login("andrew", AUTH_KEY);
    await settle();
    const logins = record(parley);
    const builder = new parley.AppSettingsBuilder().setHost("https://chat.example.com");
    await parley.init("my-app", builder.subscribePresenceForFriends().build());
    await settle();
    expect(world.realtime.only.received[0]).toMatchObject({
      body: { presenceSubscription: "FRIENDS" },
    });
    expect(logins).toEqual([]);
  });

  it("reopens with the new token when the user logs in with another one", async () => {
    const world = new World();
    const parley = await start(world);
    await parley.login("andrew", AUTH_KEY);
    await settle();
    const token = world.server.issueToken("andrew");
    await parley.login(token);
    await settle();
    expect(world.realtime.only.token).toBe(token);
  });
});
