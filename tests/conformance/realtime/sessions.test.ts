/** When a session ends, its sockets are closed immediately with the reason. Others stay open. */
import { afterAll, describe, expect, it } from "vitest";
import { atOnce } from "../../support/at_once";
import { Client, createUser, logIn, newClient } from "../../support/client";
import { startServe } from "../../support/parleyd";
import { newDevice, newOnlineUser, type OnlineUser } from "../../support/realtime";
import type { AuthToken } from "../../support/types";
import { WebSocketClient } from "../../support/websocket";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("live-sessions");
const admin = new Client(server.url).with({ apikey: app.apiKey });

/** The reason and the close code from the server. */
async function ending(socket: WebSocketClient): Promise<{ reason: unknown; code?: number }> {
  const message = await socket.next(({ type }) => type === "session");
  expect(message).toMatchObject({ type: "session", appId: expect.any(String) });
  expect(message.body!["action"]).toBe("ended");
  const closed = await socket.closing();
  return { reason: message.body!["reason"], ...(closed && { code: closed.code }) };
}

const idOf = async (user: OnlineUser): Promise<string> =>
  (await user.me.get<AuthToken[]>("/v3/me/sessions")).data.find(({ current }) => current)!.id;

describe("a socket is closed when its session ends by", () => {
  const ways: [string, string, (user: OnlineUser) => Promise<unknown>][] = [
    ["logout", "logout", ({ me }) => me.delete("/v3/me")],
    [
      "its id, on another device",
      "revoked",
      async (user) => {
        const { token } = await newDevice(admin, user.uid);
        const other = new Client(server.url, { authToken: token });
        await other.delete(`/v3/me/sessions/${await idOf(user)}`);
      },
    ],
    [
      "the end of all others",
      "revoked",
      async (user) => {
        const { token } = await newDevice(admin, user.uid);
        await new Client(server.url, { authToken: token }).delete("/v3/me/sessions?others=true");
      },
    ],
    [
      "its auth token",
      "revoked",
      ({ uid, token }) => admin.delete(`/v3/users/${uid}/auth_tokens/${token}`),
    ],
    ["a flush", "revoked", ({ uid }) => admin.delete(`/v3/users/${uid}/auth_tokens`)],
    [
      "deactivation",
      "deactivated",
      ({ uid }) => admin.delete("/v3/users", { uidsToDeactivate: [uid] }),
    ],
    ["deletion", "deleted", ({ uid }) => admin.delete(`/v3/users/${uid}`, { permanent: true })],
  ];
  it.each(ways)("%s", async (_, reason, end) => {
    const user = await newOnlineUser(admin);
    const bystander = await newOnlineUser(admin);
    await end(user);
    const ended = ending(user.socket);
    expect(await atOnce(admin, ended)).toBe(true);
    expect(await ended).toEqual({ reason, code: 4003 });
    await bystander.socket.ping();
    expect(bystander.socket.closed).toBeUndefined();
  });

  it("the cap of an app", async () => {
    const capped = await server.createApp("live-capped", "--max-tokens-per-user", "2");
    const api = admin.with({ apikey: capped.apiKey });
    const oldest = await newOnlineUser(api);
    const second = await newDevice(api, oldest.uid);
    await logIn(api, oldest.uid);
    expect(await ending(oldest.socket)).toEqual({ reason: "limit", code: 4003 });
    await second.socket.ping();
    expect(second.socket.closed).toBeUndefined();
  });

  it("its lifetime", async () => {
    const { uid } = await createUser(admin);
    const [shorter, longer] = await Promise.all(
      [2, 4].map(async (expiresIn) => {
        const { authToken } = await logIn(admin, uid, { expiresIn });
        return WebSocketClient.login(server.url, authToken);
      }),
    );
    expect(await ending(shorter!)).toEqual({ reason: "expired", code: 4003 });
    expect(longer!.closed).toBeUndefined();
    expect(await ending(longer!)).toEqual({ reason: "expired", code: 4003 });
  });

  it("its idle timeout, but not while it is used", async () => {
    const { uid } = await createUser(admin);
    const { authToken } = await logIn(admin, uid, { idleTimeout: 2 });
    const socket = await WebSocketClient.login(server.url, authToken);
    for (let i = 0; i < 6; i++) {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await socket.ping();
    }
    expect(socket.closed).toBeUndefined();
    const last = performance.now();
    expect(await ending(socket)).toEqual({ reason: "expired", code: 4003 });
    expect(performance.now() - last).toBeGreaterThan(1900);
  });
});

it("every socket of a session is closed, and none of the other sessions", async () => {
  const user = await newOnlineUser(admin);
  const same = await WebSocketClient.login(server.tlsUrl, user.token);
  const other = await newDevice(admin, user.uid);
  await user.me.delete("/v3/me");
  for (const socket of [user.socket, same]) {
    expect(await ending(socket)).toEqual({ reason: "logout", code: 4003 });
  }
  await other.socket.ping();
  expect(other.socket.closed).toBeUndefined();
});

it("sixteen logins race with the end of their session, and none stays open", async () => {
  for (let round = 0; round < 5; round++) {
    const { me, token } = await newClient(admin);
    const racing = Array.from({ length: 16 }, async () => {
      const socket = await WebSocketClient.open(server.url);
      await socket.authenticate(token.authToken).catch(() => undefined);
      return socket.closing();
    });
    await me.delete("/v3/me");
    for (const closed of await Promise.all(racing)) {
      expect([4001, 4003]).toContain(closed?.code);
    }
  }
});

it("deleting an app closes its sockets", async () => {
  const doomed = await server.createApp("live-doomed");
  const user = await newOnlineUser(admin.with({ apikey: doomed.apiKey }));
  const bystander = await newOnlineUser(admin);
  await server.cli("app", "delete", "--app", doomed.appId, "--yes");
  expect(await ending(user.socket)).toEqual({ reason: "deleted", code: 4003 });
  await bystander.socket.ping();
});

it("SIGTERM closes every socket with 1001", async () => {
  const own = await startServe();
  const { apiKey } = await own.createApp("live-sigterm");
  const api = new Client(own.url, { apikey: apiKey });
  const users = [await newOnlineUser(api), await newOnlineUser(api)];
  const waiting = await WebSocketClient.open(own.url);
  const closed = Promise.all(
    [...users.map(({ socket }) => socket), waiting].map((s) => s.closing()),
  );
  expect(await own.stop()).toBe(0);
  expect((await closed).map((frame) => frame?.code)).toEqual([1001, 1001, 1001]);
});
