/** /admin/v1/apps/{appId}/live: live events */
import { afterAll, describe, expect, it } from "vitest";
import { newAdministrator } from "../../support/administrators";
import { Client, createUser, logIn, newClient } from "../../support/client";
import { LiveEvents } from "../../support/live_events";
import { startDev } from "../../support/parleyd";
import type { LiveEvent } from "../../support/types";
import { WebSocketClient } from "../../support/websocket";

const server = await startDev();
afterAll(() => server.stop());
const app = await server.createApp("watched");
const anyone = new Client(server.url);
const key = anyone.with({ apikey: app.apiKey });
const { api } = await newAdministrator(server, "viewer");
const owner = await newAdministrator(server, "owner");
const address = "127.0.0.1";
const of =
  (kind: LiveEvent["kind"], uid?: string) =>
  (event: LiveEvent): boolean =>
    event.kind === kind && event.uid === uid;

describe("reports", () => {
  it("a token, the first session call with it, and the logout", async () => {
    const live = await LiveEvents.open(api, "watched");
    const { uid } = await createUser(key);
    const { id, authToken } = await logIn(key, uid);
    const created = await live.next(of("token_created", uid));
    expect(created).toMatchObject({ sessionId: id, address });
    expect(Math.abs(Date.now() - created.at)).toBeLessThan(60_000);
    for (const platform of ["ios", "android"])
      await anyone.put("/v3/me", { platform, deviceId: "1" }, { authToken });
    const login = await live.next(of("login", uid));
    expect(login).toMatchObject({ sessionId: id, platform: "ios", address });
    await anyone.delete("/v3/me", undefined, { authToken });
    expect(await live.next(of("logout", uid))).toMatchObject({ sessionId: id, reason: "logout" });
    expect(live.events.filter(of("login", uid))).toHaveLength(1);
    live.close();
  });

  it.each<[LiveEvent["reason"], (uid: string, id: string) => Promise<unknown>]>([
    ["revoked", (uid, id) => key.delete(`/v3/users/${uid}/auth_tokens/${id}`)],
    ["deactivated", (uid) => key.delete("/v3/users", { uidsToDeactivate: [uid] })],
    ["deleted", (uid) => key.delete(`/v3/users/${uid}?permanent=true`)],
  ])("a session that is %s", async (reason, end) => {
    const live = await LiveEvents.open(api, "watched");
    const { user, token } = await newClient(key);
    await end(user.uid, token.id);
    const ended = await live.next(of("session_ended", user.uid));
    expect(ended).toMatchObject({ sessionId: token.id, reason });
    live.close();
  });

  it("devices that connect, thereby log in, and disconnect", async () => {
    const live = await LiveEvents.open(api, "watched");
    const { user, token } = await newClient(key);
    const socket = await WebSocketClient.login(server.url, token.authToken);
    const connected = await live.next(of("connected", user.uid));
    expect(connected).toMatchObject({ sessionId: token.id, address });
    const login = await live.next(of("login", user.uid)); // Within seconds.
    expect(login).toMatchObject({ sessionId: token.id, address });
    socket.close();
    await live.next(of("disconnected", user.uid));
    live.close();
  });

  it("why a call was refused, as several causes have the same code", async () => {
    const live = await LiveEvents.open(api, "watched");
    await anyone.get("/v3/users", { apikey: app.authKey });
    await live.next(
      (event) =>
        event.code === "AUTH_ERR_NO_ACCESS" &&
        event.message === "This credential does not have permission to make this call.",
    );
    live.close();
  });

  it("a failed login, with its error code and no secret", async () => {
    const live = await LiveEvents.open(api, "watched");
    await key.post("/v3/users/nobody/auth_tokens");
    const failure = await live.next(of("failure", "nobody"));
    expect(failure).toMatchObject({ code: "ERR_UID_NOT_FOUND", address });
    await anyone.get("/v3/me", { appId: "watched", authToken: "junk-of-a-token" });
    const refused = await live.next(of("failure"));
    expect(refused.code).toBe("AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    expect(JSON.stringify(live.events)).not.toContain("junk");
    live.close();
  });
});

it("starts with the last 100 events, and skips none", async () => {
  const [one, two] = [(await createUser(key)).uid, (await createUser(key)).uid];
  for (let i = 0; i < 120; i++) await logIn(key, i % 2 === 0 ? one : two);
  const live = await LiveEvents.open(api, "watched");
  const last = await createUser(key);
  await logIn(key, last.uid);
  await live.next(of("token_created", last.uid));
  const ids = live.events.map(({ id }) => id);
  expect(ids).toEqual(Array.from({ length: 101 }, (_, i) => ids[0]! + i));
  const created = live.events.filter((event) =>
    [of("token_created", one), of("token_created", two)].some((is) => is(event)),
  );
  expect(created).toHaveLength(100);
  live.close();
});

it("reports nothing of another app", async () => {
  const other = await server.createApp("unwatched");
  const live = await LiveEvents.open(api, "watched");
  const elsewhere = await newClient(anyone.with({ apikey: other.apiKey }));
  const { user } = await newClient(key);
  await live.next(of("token_created", user.uid));
  expect(live.events.map(({ sessionId }) => sessionId)).not.toContain(elsewhere.token.id);
  live.close();
});

describe("ends", () => {
  it(
    "with the session, when the administrator is removed or signed out",
    { timeout: 60_000 },
    async () => {
      const [removed, leaving] = [
        await newAdministrator(server, "viewer"),
        await newAdministrator(server, "developer"),
      ];
      const streams = [
        await LiveEvents.open(removed.api, "watched"),
        await LiveEvents.open(leaving.api, "watched"),
      ];
      await owner.api.delete(`/admin/v1/administrators/${removed.administrator.id}`);
      await leaving.api.delete("/admin/v1/session");
      await Promise.all(streams.map((live) => live.ending(30_000)));
    },
  );

  it("with the server, which does not wait for it", async () => {
    const brief = await startDev();
    const viewer = await newAdministrator(brief, "viewer");
    const live = await LiveEvents.open(viewer.api, brief.credentials.appId);
    expect(await brief.stop()).toBe(0);
    await live.ending();
  });
});

it("is refused like any other call", async () => {
  const path = "/admin/v1/apps/watched/live";
  expect((await anyone.get(path)).outcome).toBe("401 AUTH_ERR_ADMIN_SESSION_NOT_FOUND");
  expect((await api.get("/admin/v1/apps/nothing/live")).outcome).toBe("401 AUTH_ERR_INVALID_APPID");
});
