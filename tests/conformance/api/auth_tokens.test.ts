/** /v3/users/{uid}/auth_tokens: login, listing, masking, expiry, the cap, ending sessions */
import { afterAll, describe, expect, it } from "vitest";
import { setTimeout as realTime } from "node:timers/promises";
import { Client, createUser, logIn, newClient } from "../../support/client";
import { startDev } from "../../support/parleyd";
import { table } from "../../support/table";
import type { ApiKey, AuthToken, Success } from "../../support/types";
import { WebSocketClient } from "../../support/websocket";

const server = await startDev();
afterAll(() => server.stop());
const { apiKey, authKey } = server.credentials;
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: apiKey });
const statusOf = async ({ authToken }: AuthToken): Promise<number> =>
  (await anyone.get("/v3/me", { authToken })).status;

describe("creating", () => {
  it.each(["apiKey", "authKey"] as const)("with the %s logs the user in", async (key) => {
    const { uid } = await createUser(admin);
    const client = anyone.with({ apikey: server.credentials[key] });
    const { data } = await client.post<AuthToken>(`/v3/users/${uid}/auth_tokens`);
    expect(data).toMatchObject({ uid, expiresAt: 0, idleTimeout: 0 });
    expect(data.authToken).toMatch(new RegExp(`^${uid}_${data.createdAt}[0-9A-Za-z]{30}$`));
    expect(data.lastUsedAt).toBe(data.createdAt);
    expect(await statusOf(data)).toBe(200);
  });

  it("always creates a new one, with or without force", async () => {
    const { uid } = await createUser(admin);
    const tokens = [
      await logIn(admin, uid),
      await logIn(admin, uid),
      await logIn(admin, uid, { force: true }),
    ];
    expect(new Set(tokens.map(({ authToken }) => authToken)).size).toBe(3);
    for (const token of tokens) expect(await statusOf(token)).toBe(200);
  });

  it("stores the device", async () => {
    const { uid } = await createUser(admin);
    const device = {
      platform: "ios",
      deviceId: "device-1",
      userAgent: "Test/1.0",
      appInfo: { version: "1.2.3", nested: { a: [1] } },
    };
    const { id } = await logIn(admin, uid, device);
    expect((await admin.get(`/v3/users/${uid}/auth_tokens/${id}`)).data).toMatchObject(device);
  });

  it("is not a device until a client uses it", async () => {
    const { uid } = await createUser(admin);
    const backEnd = anyone.with({ apikey: apiKey, "user-agent": "BackEnd/1" });
    const { id, authToken, ...made } = await logIn(backEnd, uid);
    const key = (await admin.get<ApiKey[]>("/v3/apikeys")).data.find(
      ({ scope }) => scope === "fullAccess",
    );
    expect(made).toMatchObject({ used: false, createdBy: key?.id });
    const stored = async () =>
      (await admin.get<AuthToken>(`/v3/users/${uid}/auth_tokens/${id}`)).data;
    for (const session of [made, await stored()]) {
      expect(session).not.toHaveProperty("userAgent");
      expect(session).not.toHaveProperty("lastIp");
    }
    const me = anyone.with({ authToken, "user-agent": "Device/1" });
    await me.get("/v3/me");
    await expect.poll(stored, { timeout: 15_000 }).toMatchObject({ used: true });
    expect(await stored()).toMatchObject({ lastIp: "127.0.0.1" });
  });

  it("becomes a device with its session call", async () => {
    const { uid } = await createUser(admin);
    const backEnd = anyone.with({ apikey: apiKey, "user-agent": "BackEnd/1" });
    const { authToken, id } = await logIn(backEnd, uid);
    const me = anyone.with({ authToken, "user-agent": "Device/1" });
    await me.put("/v3/me", { platform: "ios" });
    const { data } = await me.get<AuthToken[]>("/v3/me/sessions");
    expect(data).toMatchObject([{ id, used: true, userAgent: "Device/1", lastIp: "127.0.0.1" }]);
    expect(data[0]).not.toHaveProperty("createdBy");
  });

  it("stores the device that logs in with the Auth Key", async () => {
    const { uid } = await createUser(admin);
    const device = anyone.with({ apikey: authKey, "user-agent": "Device/1" });
    const { data } = await device.post<AuthToken>(`/v3/users/${uid}/auth_tokens`);
    expect(data).toMatchObject({ userAgent: "Device/1", lastIp: "127.0.0.1", used: false });
  });

  it("accepts a lifetime and an idle timeout", async () => {
    const { uid } = await createUser(admin);
    const token = await logIn(admin, uid, { expiresIn: 3600, idleTimeout: 60 });
    expect(token).toMatchObject({ expiresAt: token.createdAt + 3600, idleTimeout: 60 });
    expect(await logIn(admin, uid, { expiresIn: 0 })).toMatchObject({ expiresAt: 0 });
  });

  it("uses the settings of the app by default", async () => {
    const app = await server.createApp("short", "--token-ttl", "600", "--idle-timeout", "120");
    const its = anyone.with({ apikey: app.apiKey });
    const { uid } = await createUser(its);
    const token = await logIn(its, uid);
    expect(token).toMatchObject({ expiresAt: token.createdAt + 600, idleTimeout: 120 });
    expect(await logIn(its, uid, { expiresIn: 0 })).toMatchObject({ expiresAt: 0 });
  });

  const path = "POST /v3/users/cometchat-uid-1/auth_tokens";
  const refused = (body: object, ...details: string[]) => ({
    name: `refuses ${JSON.stringify(body).slice(0, 60)}`,
    call: path,
    body,
    status: 400,
    code: "ERR_BAD_REQUEST",
    details,
  });
  table(
    () => admin,
    [
      refused({ expiresIn: -1 }, "expiresIn"),
      refused({ expiresIn: "60" }, "expiresIn"),
      refused({ expiresIn: 1.5 }, "expiresIn"),
      refused({ expiresIn: 315360001 }, "expiresIn"),
      refused({ idleTimeout: -1 }, "idleTimeout"),
      refused({ platform: 7 }, "platform"),
      refused({ platform: "x".repeat(101) }, "platform"),
      refused({ deviceId: "x".repeat(256) }, "deviceId"),
      refused({ userAgent: "x".repeat(1001) }, "userAgent"),
      refused({ appInfo: "x" }, "appInfo"),
      refused({ appInfo: { a: "x".repeat(5 * 1024) } }, "appInfo"),
      refused({ force: "yes" }, "force"),
      refused({ uid: "cometchat-uid-2" }, "uid"),
      {
        name: "an unknown user",
        call: "POST /v3/users/nobody/auth_tokens",
        status: 404,
        code: "ERR_UID_NOT_FOUND",
      },
    ],
  );
});

describe("reading", () => {
  it("lists the tokens masked, newest first, in pages", async () => {
    const { uid } = await createUser(admin);
    const made = [];
    for (const platform of ["a", "b", "c"]) made.push(await logIn(admin, uid, { platform }));
    const path = `/v3/users/${uid}/auth_tokens`;
    const { data, text, pagination } = await admin.get<AuthToken[]>(`${path}?perPage=2`);
    expect(data.map(({ platform }) => platform)).toEqual(["c", "b"]);
    expect(pagination).toMatchObject({ total: 3, count: 2, total_pages: 2 });
    for (const { authToken } of made) expect(text).not.toContain(authToken);
    const last = made[2]?.authToken.slice(uid.length + 1) ?? "";
    expect(data[0]?.authToken).toBe(`${uid}_${last.slice(0, 4)}...${last.slice(-3)}`);
    const rest = await admin.get<AuthToken[]>(`${path}?perPage=2&page=2`);
    expect(rest.data.map(({ platform }) => platform)).toEqual(["a"]);
  });

  it("accepts the id or the complete token in the path", async () => {
    const { user, token } = await newClient(admin);
    const path = `/v3/users/${user.uid}/auth_tokens`;
    const byId = await admin.get<AuthToken>(`${path}/${token.id}`);
    const byToken = await admin.get<AuthToken>(`${path}/${token.authToken}`);
    expect(byToken.data).toEqual(byId.data);
    expect(byToken.text).not.toContain(token.authToken);
  });

  it("updates the device", async () => {
    const { user, token } = await newClient(admin);
    const path = `/v3/users/${user.uid}/auth_tokens/${token.id}`;
    const change = { platform: "android", userAgent: "New/2", appInfo: { v: 2 } };
    expect((await admin.put(path, change)).data).toMatchObject(change);
    expect((await admin.put(path, { platform: "web" })).data).toMatchObject({
      ...change,
      platform: "web",
    });
    expect(await statusOf(token)).toBe(200);
    expect((await admin.put(path, { expiresIn: 5 })).error.details).toHaveProperty("expiresIn");
  });

  it("refuses another end of the session, and says how to get one", async () => {
    const { user, token } = await newClient(admin);
    const tokens = `/v3/users/${user.uid}/auth_tokens`;
    const change = { platform: "android", expiresAt: token.createdAt + 60, idleTimeout: 60 };
    const { outcome, error } = await admin.put(`${tokens}/${token.id}`, change);
    expect(outcome).toBe("400 ERR_BAD_REQUEST");
    expect(error.details?.["expiresAt"]?.[0]).toContain("create another auth token with expiresIn");
    expect(error.details).toHaveProperty("idleTimeout");
    const read = (await admin.get<AuthToken>(`${tokens}/${token.id}`)).data;
    expect((await admin.put(`${tokens}/${token.id}`, read)).status).toBe(200);
    const past = await admin.post(tokens, { expiresAt: token.createdAt - 60 });
    expect(past.error.details?.["expiresAt"]).toEqual(["must be in the future"]);
  });

  it("sends back a token that expires to create another one that expires with it", async () => {
    const { uid } = await createUser(admin);
    const path = `/v3/users/${uid}/auth_tokens`;
    const { id } = (await admin.post<AuthToken>(path, { expiresIn: 600 })).data;
    const { data } = await admin.get<AuthToken>(`${path}/${id}`);
    expect((await admin.put(`${path}/${id}`, data)).status).toBe(200);
    const another = await admin.post<AuthToken>(path, data);
    expect(another.data.expiresAt).toBe(data.expiresAt);
  });
});

describe("ending", () => {
  it.each(["id", "authToken"] as const)("one, by its %s", async (handle) => {
    const { user, token } = await newClient(admin);
    const other = await logIn(admin, user.uid);
    const path = `/v3/users/${user.uid}/auth_tokens/${token[handle]}`;
    expect((await admin.delete<Success>(path)).data.message).toBe("The auth token was deleted.");
    expect(await statusOf(token)).toBe(401);
    expect(await statusOf(other)).toBe(200);
    expect((await admin.delete(path)).error.code).toBe("ERR_AUTH_TOKEN_NOT_FOUND");
    expect((await admin.get(path)).error.code).toBe("ERR_AUTH_TOKEN_NOT_FOUND");
  });

  it("all of a user, and of no other user", async () => {
    const { user, token } = await newClient(admin);
    const second = await logIn(admin, user.uid);
    const bystander = await newClient(admin);
    const path = `/v3/users/${user.uid}/auth_tokens`;
    const { data } = await admin.delete<Success>(path);
    expect(data.message).toBe(`All auth tokens of ${user.uid} were deleted.`);
    expect([await statusOf(token), await statusOf(second)]).toEqual([401, 401]);
    expect(await statusOf(bystander.token)).toBe(200);
    expect((await admin.get(path)).pagination.total).toBe(0);
    expect(await statusOf(await logIn(admin, user.uid))).toBe(200);
  });

  it("those issued before a time", async () => {
    const { user, token } = await newClient(admin);
    const path = `/v3/users/${user.uid}/auth_tokens`;
    await admin.delete(`${path}?issuedBefore=${token.createdAt - 1}`);
    expect(await statusOf(token)).toBe(200);
    const { data } = await admin.delete<Success>(`${path}?issuedBefore=${token.createdAt + 1}`);
    expect(data.message).toContain(`issued before ${token.createdAt + 1} were deleted`);
    expect(await statusOf(token)).toBe(401);
  });

  // Ledger 10: the order of the calls decides.
  it("those issued earlier in the same second, but not those issued later in it", async () => {
    const second = (): number => Math.floor(Date.now() / 1000);
    for (;;) {
      const { user, token } = await newClient(admin);
      const path = `/v3/users/${user.uid}/auth_tokens`;
      await admin.delete(`${path}?issuedBefore=${token.createdAt}`);
      const next = await logIn(admin, user.uid);
      if (second() !== token.createdAt) continue; // The second is over: try the next one.
      expect([await statusOf(token), await statusOf(next)]).toEqual([401, 200]);
      break;
    }
  });

  it("those of all users of the app, and of no other app", async () => {
    const own = await server.createApp("leaked");
    const back = new Client(server.url, { apikey: own.apiKey });
    const users = await Promise.all(Array.from({ length: 5 }, () => newClient(back)));
    const bystander = await newClient(admin);
    const socket = await WebSocketClient.login(server.url, users[0]!.token.authToken);
    const now = Math.floor(Date.now() / 1000) + 1;
    const { data } = await back.delete<Success>(`/v3/auth_tokens?issuedBefore=${now}`);
    expect(data.message).toBe(`5 auth tokens issued before ${now} were deleted.`);
    for (const { token } of users) expect(await statusOf(token)).toBe(401);
    expect((await socket.closing())?.code).toBe(4003);
    expect(await statusOf(bystander.token)).toBe(200);
    expect(await statusOf(await logIn(back, users[0]!.user.uid))).toBe(200);
  });

  it("of the app only with a time", async () => {
    const { outcome, error } = await admin.delete("/v3/auth_tokens");
    expect(outcome).toBe("400 ERR_BAD_REQUEST");
    expect(error.details).toHaveProperty("issuedBefore");
  });

  const path = "/v3/users/cometchat-uid-2/auth_tokens";
  table(
    () => admin,
    [
      {
        name: "refuses the digits of a date",
        call: `DELETE ${path}?issuedBefore=20240310`,
        status: 400,
        code: "ERR_BAD_REQUEST",
        contains: ["2000-01-01"],
      },
      {
        name: "refuses milliseconds",
        call: `DELETE ${path}?issuedBefore=1771312489000`,
        status: 400,
        details: ["issuedBefore"],
        contains: ["not milliseconds: divide it by 1000"],
      },
      {
        name: "refuses a date",
        call: `DELETE ${path}?issuedBefore=2026-02-17T07:14:49Z`,
        status: 400,
        details: ["issuedBefore"],
        contains: ["must be Unix seconds, such as 1771312489"],
      },
      {
        name: "refuses an invalid time",
        call: `DELETE ${path}?issuedBefore=yesterday`,
        status: 400,
        code: "ERR_BAD_REQUEST",
        details: ["issuedBefore"],
      },
      {
        name: "an unknown id",
        call: `DELETE ${path}/ses_doesnotexist`,
        status: 404,
        code: "ERR_AUTH_TOKEN_NOT_FOUND",
      },
      {
        name: "of an unknown user",
        call: "DELETE /v3/users/nobody/auth_tokens",
        status: 404,
        code: "ERR_UID_NOT_FOUND",
      },
      {
        name: "the list of an unknown user",
        call: "GET /v3/users/nobody/auth_tokens",
        status: 404,
        code: "ERR_UID_NOT_FOUND",
      },
    ],
  );

  it("not with the path of another user", async () => {
    const { token } = await newClient(admin);
    for (const handle of [token.id, token.authToken]) {
      const answer = await admin.delete(`${path}/${handle}`);
      expect(answer.error.code).toBe("ERR_AUTH_TOKEN_NOT_FOUND");
    }
    expect(await statusOf(token)).toBe(200);
  });
});

describe("expiry", () => {
  it("is distinguished from an unknown token, with a helpful message", async () => {
    const { uid } = await createUser(admin);
    const token = await logIn(admin, uid, { expiresIn: 1 });
    const me = anyone.with({ authToken: token.authToken });
    expect((await me.get("/v3/me")).status).toBe(200);
    await realTime(1100);
    const expired = await me.get("/v3/me");
    expect(expired.error.code).toBe("AUTH_ERR_AUTH_TOKEN_EXPIRED");
    const published = await me.get("/v3/me", { sdk: "javascript@4.0.1" });
    expect(published.error.code).toBe("AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    expect(published.error.message).toBe(expired.error.message);
    expect(expired.error.message).toContain("Generate a new auth token from your server");
    expect((await admin.get(`/v3/users/${uid}/auth_tokens`)).pagination.total).toBe(0);
  });

  it("applies to a token that is not used within its idle timeout", async () => {
    const { uid } = await createUser(admin);
    const token = await logIn(admin, uid, { idleTimeout: 1 });
    await realTime(1100);
    const answer = await anyone.get("/v3/me", { authToken: token.authToken });
    expect(answer.error.code).toBe("AUTH_ERR_AUTH_TOKEN_EXPIRED");
  });
});

describe("the cap", () => {
  it("ends the oldest when one more is created", async () => {
    const app = await server.createApp("capped", "--max-tokens-per-user", "3");
    const its = anyone.with({ apikey: app.apiKey });
    const { uid } = await createUser(its);
    const tokens = [];
    for (let i = 0; i < 5; i++) tokens.push(await logIn(its, uid));
    const statuses = [];
    for (const token of tokens) statuses.push(await statusOf(token));
    expect(statuses).toEqual([401, 401, 200, 200, 200]);
    expect((await its.get(`/v3/users/${uid}/auth_tokens`)).pagination.total).toBe(3);
  });
});

it("an Auth Key cannot list or end tokens", async () => {
  const { user, token } = await newClient(admin);
  const path = `/v3/users/${user.uid}/auth_tokens`;
  const weak = anyone.with({ apikey: authKey });
  for (const answer of [await weak.get(path), await weak.delete(path)]) {
    expect(answer.error.code).toBe("AUTH_ERR_NO_ACCESS");
  }
  expect(await statusOf(token)).toBe(200);
});
