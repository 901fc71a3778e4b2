/** Who is notified when a user comes online or goes offline, and that lists agree. */
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, freshUid, newClient } from "../../support/client";
import { startServe } from "../../support/parleyd";
import { newDevice, newOnlineUser } from "../../support/realtime";
import type { User } from "../../support/types";
import { WebSocketClient } from "../../support/websocket";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("presence");
const admin = new Client(server.url).with({ apikey: app.apiKey });

const see = async (client: Client, uid: string): Promise<User> =>
  (await client.get<User>(`/v3/users/${uid}`)).data;
const statusOf = async (client: Client, uid: string) => (await see(client, uid)).status;
const uidsOf = async (client: Client, query: string): Promise<string[]> =>
  (await client.get<User[]>(`/v3/users?${query}`)).data.map(({ uid }) => uid);
/** The presence events of these users that the socket has received so far. */
const told = async (socket: WebSocketClient, ...uids: string[]): Promise<string[]> =>
  (await socket.presence()).filter((event) => uids.includes(event.split(" ")[0]!));
/** Waits for the next event about the user. */
const event = (socket: WebSocketClient, uid: string) =>
  socket.next(({ type, sender }) => type === "presence" && sender === uid);
/** Connects another user. Afterwards, everything caused before has been announced. */
async function settle(watcher: WebSocketClient): Promise<void> {
  const { uid } = await newOnlineUser(admin, {});
  await event(watcher, uid);
}

describe("a user", () => {
  it("is online from its first device on, and offline when its last device logs out", async () => {
    const watcher = await newOnlineUser(admin);
    const before = Math.floor(Date.now() / 1000);
    const ann = await newOnlineUser(admin, {});
    const online = await event(watcher.socket, ann.uid);
    expect(online).toMatchObject({
      type: "presence",
      appId: app.appId,
      sender: ann.uid,
      body: { action: "online", user: { uid: ann.uid, name: ann.user.name, status: "available" } },
    });
    expect(online.body!["timestamp"]).toBeGreaterThanOrEqual(before);
    expect(await statusOf(watcher.me, ann.uid)).toBe("available");
    const second = await newDevice(admin, ann.uid);
    await ann.me.delete("/v3/me");
    expect(await ann.socket.closing()).toMatchObject({ code: 4003 });
    await settle(watcher.socket);
    expect(await statusOf(watcher.me, ann.uid)).toBe("available");
    await new Client(server.url, { authToken: second.token }).delete("/v3/me");
    const offline = await event(watcher.socket, ann.uid);
    expect(offline.body).toMatchObject({ action: "offline", user: { status: "offline" } });
    const seen = await see(watcher.me, ann.uid);
    expect(seen).toMatchObject({ status: "offline", lastActiveAt: offline.body!["timestamp"] });
    expect(await told(watcher.socket, ann.uid)).toEqual([
      `${ann.uid} online`,
      `${ann.uid} offline`,
    ]);
  });

  it("that comes back within two seconds does not go offline", async () => {
    const watcher = await newOnlineUser(admin);
    const [ann, bob] = [await newOnlineUser(admin, {}), await newOnlineUser(admin, {})];
    await event(watcher.socket, bob.uid);
    ann.socket.drop();
    const again = await WebSocketClient.login(server.url, ann.token);
    bob.socket.drop();
    // Bob was dropped later. When he is offline, the grace period of Ann is over, too.
    expect((await event(watcher.socket, bob.uid)).body).toMatchObject({ action: "offline" });
    await settle(watcher.socket);
    expect(await told(watcher.socket, ann.uid)).toEqual([`${ann.uid} online`]);
    const dropped = performance.now();
    again.drop();
    const offline = await event(watcher.socket, ann.uid);
    expect(performance.now() - dropped).toBeGreaterThanOrEqual(1990);
    // The timestamp is the time of the drop, two seconds ago, not the end of the grace period.
    const { createdAt } = await createUser(admin);
    expect(offline.body!["timestamp"]).toBeLessThanOrEqual(createdAt - 2);
  });

  it("is never notified about itself", async () => {
    const watcher = await newOnlineUser(admin);
    const other = await newDevice(admin, watcher.uid, { presence: "ALL_USERS" });
    await settle(watcher.socket);
    expect(await told(watcher.socket, watcher.uid)).toEqual([]);
    expect(await told(other.socket, watcher.uid)).toEqual([]);
  });

  it("of another app is invisible", async () => {
    const elsewhere = await server.createApp("presence-elsewhere");
    const foreign = admin.with({ apikey: elsewhere.apiKey });
    const uid = freshUid();
    const watcher = await newOnlineUser(admin);
    await createUser(foreign, { uid });
    await createUser(admin, { uid });
    await newDevice(foreign, uid);
    await settle(watcher.socket);
    expect(await told(watcher.socket, uid)).toEqual([]);
    expect(await statusOf(admin, uid)).toBe("offline");
    expect(await statusOf(foreign, uid)).toBe("available");
  });

  it("that is deactivated or deleted goes offline immediately, and does not affect a later user with its uid", async () => {
    const watcher = await newOnlineUser(admin);
    const ann = await newOnlineUser(admin, {});
    const bob = await newOnlineUser(admin, {});
    await admin.delete("/v3/users", { uidsToDeactivate: [ann.uid] });
    await admin.delete(`/v3/users/${bob.uid}`, { permanent: true });
    expect(await ann.socket.next(({ type }) => type === "session")).toMatchObject({
      body: { action: "ended", reason: "deactivated" },
    });
    expect(await bob.socket.next(({ type }) => type === "session")).toMatchObject({
      body: { action: "ended", reason: "deleted" },
    });
    expect((await event(watcher.socket, ann.uid)).body).toMatchObject({ action: "online" });
    expect((await event(watcher.socket, bob.uid)).body).toMatchObject({ action: "online" });
    await createUser(admin, { uid: bob.uid });
    await settle(watcher.socket);
    expect(await told(watcher.socket, ann.uid, bob.uid)).toHaveLength(4);
    expect(await see(admin, bob.uid)).toMatchObject({ status: "offline", lastActiveAt: 0 });
  });
});

describe("a subscription", () => {
  it("to roles covers these roles, even when a user changes its role", async () => {
    for (const role of ["red", "blue"]) await admin.post("/v3/roles", { role, name: role });
    const watcher = await newOnlineUser(admin, { presence: "ROLES", roles: ["RED"] });
    const all = await newOnlineUser(admin);
    const [red, blue] = [freshUid(), freshUid()];
    await createUser(admin, { uid: red, role: "red" });
    await createUser(admin, { uid: blue, role: "blue" });
    await newDevice(admin, blue);
    await newDevice(admin, red);
    await event(watcher.socket, red);
    await admin.put(`/v3/users/${blue}`, { role: "red" });
    expect((await event(watcher.socket, blue)).body).toMatchObject({ action: "online" });
    await admin.put(`/v3/users/${red}`, { role: "blue" });
    expect((await event(watcher.socket, red)).body).toMatchObject({ action: "offline" });
    await settle(all.socket);
    expect(await told(all.socket, red, blue)).toEqual([`${blue} online`, `${red} online`]);
    expect(await told(watcher.socket, red, blue)).toEqual([
      `${red} online`,
      `${blue} online`,
      `${red} offline`,
    ]);
  });

  it("to friends covers friends, including new and former friends", async () => {
    const ann = await newOnlineUser(admin, "FRIENDS");
    const all = await newOnlineUser(admin);
    const bob = await createUser(admin);
    await admin.post(`/v3/users/${ann.uid}/friends`, { accepted: [bob.uid] });
    await newOnlineUser(admin, {});
    await newDevice(admin, bob.uid);
    expect(await ann.socket.nextPresence()).toEqual([bob.uid, "online"]);
    await admin.delete(`/v3/users/${bob.uid}/friends`, { friends: [ann.uid] });
    expect(await ann.socket.nextPresence()).toEqual([bob.uid, "offline"]);
    await admin.post(`/v3/users/${bob.uid}/friends`, { accepted: [ann.uid] });
    expect(await ann.socket.nextPresence()).toEqual([bob.uid, "online"]);
    await settle(all.socket);
    expect(await told(all.socket, bob.uid)).toEqual([`${bob.uid} online`]);
  });

  it.each<[string, object]>([
    ["without a list, as published clients send it", {}],
    ["with an empty list", { roles: [] }],
  ])("to roles %s covers all visible users", async (_, roles) => {
    const watcher = await newOnlineUser(admin, { presence: "ROLES", ...roles });
    const other = await newOnlineUser(admin, {});
    expect(await watcher.socket.nextPresence()).toEqual([other.uid, "online"]);
    const stranger = await createUser(admin);
    await admin.post(`/v3/users/${stranger.uid}/blockedusers`, { blockedUids: [watcher.uid] });
    await newDevice(admin, stranger.uid);
    await settle(watcher.socket);
    expect(await told(watcher.socket, stranger.uid)).toEqual([]);
  });

  it.each(["NONE", undefined] as const)("that is %s covers no one", async (presence) => {
    const quiet = await newOnlineUser(admin, { ...(presence && { presence }) });
    const watcher = await newOnlineUser(admin);
    await settle(watcher.socket);
    expect(await quiet.socket.presence()).toEqual([]);
  });
});

describe("a block", () => {
  it("stops presence in both directions, and an unblock restores it", async () => {
    const ann = await newOnlineUser(admin);
    const bob = await newOnlineUser(admin);
    await event(ann.socket, bob.uid);
    await ann.me.post("/v3/blockedusers", { blockedUids: [bob.uid] });
    expect((await event(ann.socket, bob.uid)).body).toMatchObject({ action: "offline" });
    expect((await event(bob.socket, ann.uid)).body).toMatchObject({ action: "offline" });
    await bob.me.delete("/v3/me");
    await ann.socket.ping();
    const again = await newDevice(admin, bob.uid, { presence: "ALL_USERS" });
    await settle(ann.socket);
    expect(await told(ann.socket, bob.uid)).toEqual([`${bob.uid} online`, `${bob.uid} offline`]);
    await ann.me.delete("/v3/blockedusers", { blockedUids: [bob.uid] });
    expect((await event(ann.socket, bob.uid)).body).toMatchObject({ action: "online" });
    expect((await event(again.socket, ann.uid)).body).toMatchObject({ action: "online" });
  });

  it("notifies both users, with their new relation to the other", async () => {
    const [ann, bob] = [await newOnlineUser(admin, {}), await newOnlineUser(admin, {})];
    const notice = (socket: WebSocketClient) => socket.next(({ type }) => type === "user");
    await ann.me.post("/v3/blockedusers", { blockedUids: [bob.uid] });
    expect((await notice(ann.socket)).body).toMatchObject({
      action: "blocked",
      user: { uid: bob.uid, blockedByMe: true, hasBlockedMe: false, status: "offline" },
    });
    expect((await notice(bob.socket)).body).toMatchObject({
      action: "blocked",
      user: { uid: ann.uid, blockedByMe: false, hasBlockedMe: true, status: "offline" },
    });
    await ann.me.delete("/v3/blockedusers", { blockedUids: [bob.uid] });
    for (const [socket, other] of [
      [ann.socket, bob],
      [bob.socket, ann],
    ] as const) {
      expect((await notice(socket)).body).toMatchObject({
        action: "unblocked",
        user: { uid: other.uid, blockedByMe: false, hasBlockedMe: false, status: "available" },
      });
    }
  });
});

describe("the online count", () => {
  it("is returned by online-members, for the jwt and for the auth token", async () => {
    const own = await server.createApp("presence-count");
    const api = admin.with({ apikey: own.apiKey });
    const ann = await newOnlineUser(api);
    const bob = await newOnlineUser(api, {});
    await event(ann.socket, bob.uid);
    await newClient(api);
    const { data } = await ann.me.put<{ jwt: string }>("/v3/me", { platform: "web" });
    const count = async (client: Client, path: string): Promise<number> =>
      (await client.post<{ onlineUsersCount: number }>(path)).data.onlineUsersCount;
    const byJwt = new Client(server.url, { authorization: data.jwt });
    for (const path of ["/api/v3.0/online-members", "/api//online-members"]) {
      expect([path, await count(byJwt, path)]).toEqual([path, 2]);
      expect(await count(ann.me, path)).toBe(2);
    }
    await ann.me.post("/v3/blockedusers", { blockedUids: [bob.uid] });
    expect(await count(ann.me, "/api/v3.0/online-members")).toBe(1);
    const nobody = new Client(server.url, { appid: own.appId });
    expect((await nobody.post("/api/v3.0/online-members")).error.code).toBe(
      "AUTH_ERR_EMPTY_AUTH_TOKEN",
    );
    const junk = nobody.with({ authorization: "a.b.c" });
    expect((await junk.post("/api/v3.0/online-members")).error.code).toBe(
      "AUTH_ERR_AUTH_TOKEN_NOT_FOUND",
    );
  });
});

it("a user who has just connected is included in the count", async () => {
  const own = await server.createApp("presence-self");
  const api = admin.with({ apikey: own.apiKey });
  for (let i = 1; i <= 20; i++) {
    const { me } = await newOnlineUser(api, {});
    const { data } = await me.post<{ onlineUsersCount: number }>("/v3/online-members");
    expect(data.onlineUsersCount).toBeGreaterThanOrEqual(1);
  }
});

it("lists by status, online users first", async () => {
  const own = await server.createApp("presence-lists");
  const api = admin.with({ apikey: own.apiKey });
  const [zoe, ann, viewer] = ["zoe", "ann", "viewer"];
  for (const uid of [zoe, ann, viewer]) await createUser(api, { uid, name: uid });
  const watcher = await newOnlineUser(api);
  await newDevice(api, zoe);
  await event(watcher.socket, zoe);
  expect(await uidsOf(api, "")).toEqual([watcher.uid, zoe, ann, viewer]);
  expect(await uidsOf(api, "status=available")).toEqual([watcher.uid, zoe]);
  expect(await uidsOf(api, "status=offline")).toEqual([ann, viewer]);
  expect(await uidsOf(api, "sortBy=name&sortOrder=desc")).toEqual([zoe, viewer, watcher.uid, ann]);
});

it("no user is online after a start, however the server ended", async () => {
  const first = await startServe({ dataDir: server.dataDir + "-restart" });
  const own = await first.createApp("presence-restart");
  const api = new Client(first.url, { apikey: own.apiKey });
  const ann = await newOnlineUser(api);
  const bob = await newOnlineUser(api, {});
  await event(ann.socket, bob.uid);
  expect(await statusOf(api, bob.uid)).toBe("available");
  await first.kill();
  const second = await startServe({ dataDir: first.dataDir });
  const later = new Client(second.url, { apikey: own.apiKey });
  expect(await statusOf(later, bob.uid)).toBe("offline");
  expect(await uidsOf(later, "status=online")).toEqual([]);
  await second.stop();
});
