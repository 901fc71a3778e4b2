import { describe, expect, it } from "vitest";
import type { ParleyApi } from "../src/api.js";
import type { AppSettingsBuilder } from "../src/settings/app-settings-builder.js";
import { AUTH_KEY } from "./support/fake-server.js";
import { type RealtimeTab, record, recordRealtime, settle, World } from "./support/world.js";

/** Milliseconds; longer than the wait before the first reconnection, shorter than all other waits. */
const SOON = 1_000;

interface Scene {
  readonly world: World;
  readonly parley: ParleyApi;
  readonly tab: RealtimeTab;
  readonly heard: string[];
  readonly token: string;
}

/** Andrew is logged in and connected. `heard` is still empty. */
async function connected(configure?: (builder: AppSettingsBuilder) => void): Promise<Scene> {
  const world = new World();
  const tab = world.realtimeTab();
  const { environment } = tab;
  const parley = await world.startTab({ environment, ...(configure ? { configure } : {}) });
  const user = await parley.login("andrew", AUTH_KEY);
  await settle();
  expect(parley.getConnectionStatus()).toBe("connected");
  return { world, parley, tab, heard: recordRealtime(parley), token: user.authToken ?? "" };
}

describe("promise 7: the socket comes back", () => {
  it.each([1001, 1006, 1008, 1011])(
    "after it was closed with %i, with each change reported once",
    async (code) => {
      const { world, heard } = await connected();

      world.realtime.only.drop(code);
      await settle();
      expect(heard).toEqual(["disconnected", "error CONNECTION_FAILED"]);
      await world.advance(SOON);

      expect(heard.slice(2)).toEqual(["connecting", "connected", "resync"]);
      world.realtime.presence("online", "george");
      await settle();
      expect(heard.at(-1)).toBe("george online");
    },
  );

  it("authenticates with an auth frame each time, never in the URL", async () => {
    const { world, token } = await connected((builder) =>
      builder.subscribePresenceForRoles(["moderator"]),
    );
    world.realtime.only.drop(1006);
    await world.advance(SOON);

    const { sockets } = world.realtime;
    expect(sockets).toHaveLength(2);
    for (const socket of sockets) {
      expect(socket.url).toBe("wss://chat.example.com/v3/realtime");
      expect(socket.received[0]).toEqual({
        type: "auth",
        appId: "my-app",
        deviceId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        sender: "andrew",
        body: {
          auth: token,
          deviceId: socket.received[0]?.deviceId,
          presenceSubscription: "ROLES",
          roles: ["moderator"],
        },
      });
    }
  });

  it("sends an empty role list explicitly, because without one a server reports all users", async () => {
    const { world } = await connected((builder) => builder.subscribePresenceForRoles([]));
    expect(world.realtime.only.received[0]?.body).toMatchObject({
      presenceSubscription: "ROLES",
      roles: [],
    });
  });

  it("waits longer each time, up to a limit, and keeps the state connecting", async () => {
    const { world, heard, parley } = await connected();
    world.realtime.mood = "refusing";
    world.realtime.only.drop(1006);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 10; attempt++) {
      const before = world.realtime.sockets.length;
      let waited = 0;
      while (world.realtime.sockets.length === before) {
        await world.advance(250);
        waited += 250;
      }
      waits.push(waited);
      await settle();
    }

    expect(waits).toEqual([500, 750, 1_500, 3_000, 6_000, 12_000, 24_000, 45_000, 45_000, 45_000]);
    expect(heard.filter((what) => what === "connecting")).toHaveLength(1);
    expect(heard.filter((what) => what === "disconnected")).toHaveLength(1);
    expect(heard.filter((what) => what === "error CONNECTION_FAILED")).toHaveLength(11);
    expect(parley.getConnectionStatus()).toBe("connecting");

    world.realtime.mood = "well";
    await world.advance(60_000);
    expect(heard.slice(-2)).toEqual(["connected", "resync"]);
  });

  it.each(["online", "visible"] as const)(
    "reconnects immediately when the page is %s",
    async (sign) => {
      const { world, tab, parley } = await connected();
      world.realtime.mood = "refusing";
      world.realtime.only.drop(1006);
      await world.advance(100_000);
      world.realtime.mood = "well";
      await settle();
      expect(parley.getConnectionStatus()).toBe("connecting");

      tab.sign(sign);
      await settle();

      expect(parley.getConnectionStatus()).toBe("connected");
    },
  );

  it("abandons an attempt that began before the network came back", async () => {
    const { world, tab, parley } = await connected();
    world.realtime.mood = "mute";
    world.realtime.only.drop(1006);
    await world.advance(SOON);
    world.realtime.mood = "well";

    tab.sign("online");
    await settle();

    expect(parley.getConnectionStatus()).toBe("connected");
    expect(world.realtime.open).toHaveLength(1);
  });

  it("closes and reconnects when the server does not respond to a ping", async () => {
    const { world, heard } = await connected();
    await world.advance(60_000);
    expect(heard).toEqual([]);
    expect(world.realtime.only.pings()).toBe(4);

    world.realtime.mood = "mute";
    const [dead] = world.realtime.sockets;
    await world.advance(15_000 + 4_999);
    expect(heard).toEqual([]);
    await world.advance(1);
    expect(heard).toEqual(["disconnected", "error CONNECTION_FAILED"]);
    expect(dead?.state).toBe("closed");
    world.realtime.mood = "well";
    await world.advance(SOON);
    expect(heard.slice(2)).toEqual(["connecting", "connected", "resync"]);
  });

  it.each(["online", "offline", "visible"] as const)(
    "pings immediately when the page is %s",
    async (sign) => {
      const { world, tab, heard } = await connected();
      world.realtime.mood = "mute";
      tab.sign(sign);
      await world.advance(5_000);
      expect(heard).toEqual(["disconnected", "error CONNECTION_FAILED"]);
    },
  );

  it("replaces the socket after the device slept", async () => {
    const { world, tab, heard, parley } = await connected();
    world.sleep(3_600_000);

    tab.sign("visible");
    await settle();

    expect(heard).toContain("disconnected");
    expect(parley.getConnectionStatus()).toBe("connected");
    expect(world.realtime.open).toHaveLength(1);
  });

  it("notices a sleep without any event from the browser", async () => {
    const { world, heard } = await connected();
    world.sleep(3_600_000);
    await world.advance(15_000);
    expect(heard).toEqual(["disconnected", "error CONNECTION_FAILED"]);
    await world.advance(SOON);
    expect(heard.slice(2)).toEqual(["connecting", "connected", "resync"]);
  });

  it("does not reconnect after 4003 unless the server confirms the session", async () => {
    const { world, heard, token, parley } = await connected();
    const logins = record(parley);
    world.realtime.endSession(token, "revoked", false);
    await world.advance(SOON);

    expect(world.realtime.sockets).toHaveLength(1);
    expect(logins).toEqual(["logoutSuccess revoked"]);
    await world.advance(600_000);
    expect(world.realtime.sockets).toHaveLength(1);
    expect(heard).toEqual(["disconnected"]);
  });

  it("waits until the session is confirmed before it reconnects after 4003", async () => {
    const { world, parley } = await connected();
    world.realtime.only.drop(4003);
    world.server.offline = true;
    await world.advance(20_000);
    expect(world.realtime.sockets).toHaveLength(1);

    world.server.offline = false;
    await world.advance(60_000);

    expect(parley.getConnectionStatus()).toBe("connected");
  });

  it("checks the session after 4001, and ends it if it is invalid", async () => {
    const { world, token, parley, heard } = await connected();
    const logins = record(parley);
    world.server.refuse(token, "AUTH_ERR_AUTH_TOKEN_EXPIRED");
    world.realtime.only.drop(1006);
    await world.advance(10_000);

    expect(logins).toEqual(["logoutSuccess expired"]);
    expect(world.realtime.sockets).toHaveLength(2);
    expect(heard.slice(-3)).toEqual([
      "connecting",
      "error AUTH_ERR_AUTH_TOKEN_EXPIRED",
      "disconnected",
    ]);
    expect(parley.getConnectionStatus()).toBe("disconnected");
  });

  it("does not end a session on 4001 alone", async () => {
    const { world, parley } = await connected();
    world.realtime.only.drop(4001);
    await world.advance(10_000);
    expect(parley.getConnectionStatus()).toBe("connected");
    expect((await parley.getLoggedinUser())?.uid).toBe("andrew");
  });

  it("keeps listeners after a second init() and after another login", async () => {
    const { world, parley, heard } = await connected();
    await parley.logout();
    expect(heard).toEqual(["disconnected"]);
    await parley.init(
      "other-app",
      new parley.AppSettingsBuilder().setHost("chat.example.com").build(),
    );
    await parley.login("george", AUTH_KEY);
    await settle();

    world.realtime.presence("offline", "andrew");
    await settle();
    expect(heard.slice(1)).toEqual(["connecting", "connected", "andrew offline"]);
  });

  it("survives listeners that disconnect", async () => {
    const { world, parley } = await connected();
    parley.addConnectionListener("nervous", {
      onDisconnected: () => void parley.disconnect(),
      inConnecting: () => void parley.disconnect(),
      onConnected: () => void parley.disconnect(),
    });
    world.realtime.only.drop(1006);
    await world.advance(600_000);
    expect(parley.getConnectionStatus()).toBe("disconnected");
    expect(world.realtime.sockets).toHaveLength(1);

    await expect(parley.connect()).rejects.toMatchObject({ code: "CONNECTION_FAILED" });
    await world.advance(600_000);
    expect(world.realtime.open).toHaveLength(0);
  });
});
