/** GET, PUT, DELETE /v3/me: the session call, own details, logout */
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, logIn, newClient } from "../../support/client";
import { startDev } from "../../support/parleyd";
import { table } from "../../support/table";
import type { AuthToken, Me, Success, User } from "../../support/types";

const server = await startDev();
afterAll(() => server.stop());
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: server.credentials.apiKey });

describe("the session call", () => {
  it("returns the user with its credentials and the settings", async () => {
    const { user, token, me } = await newClient(admin);
    const { data } = await me.put<Me>("/v3/me", {
      platform: "javascript",
      deviceId: "web-1",
      appInfo: { version: "4.0.1" },
    });
    expect(data).toMatchObject({
      uid: user.uid,
      name: user.name,
      role: "default",
      status: "available",
      deactivatedAt: 0,
      hasBlockedMe: false,
      blockedByMe: false,
      tags: [],
      authToken: token.authToken,
    });
    expect(data.lastActiveAt).toBeGreaterThanOrEqual(user.createdAt);
    expect(data.settings?.REGION).toBe(server.credentials.region);
  });

  it("stores the device with the token", async () => {
    const { user, token, me } = await newClient(admin);
    const device = { platform: "ios", deviceId: "device-1", appInfo: { version: "1" } };
    await me.put("/v3/me", device);
    const path = `/v3/users/${user.uid}/auth_tokens/${token.id}`;
    expect((await admin.get<AuthToken>(path)).data).toMatchObject(device);
  });

  it.each([{ platform: "ios" }, { deviceId: "d" }])("needs only %o", async (body) => {
    const { me } = await newClient(admin);
    expect((await me.put<Me>("/v3/me", body)).data.settings).toBeDefined();
  });

  it("can be made at every start of the app", async () => {
    const { me, user } = await newClient(admin);
    for (const platform of ["a", "b"]) await me.put("/v3/me", { platform });
    const tokens = await admin.get<AuthToken[]>(`/v3/users/${user.uid}/auth_tokens`);
    expect(tokens.data.map(({ platform }) => platform)).toEqual(["b"]);
  });
});

describe("own details", () => {
  it("change only the fields that are sent; the answer has no settings", async () => {
    const { me, token } = await newClient(admin);
    const change = { name: "New", metadata: { a: 1 }, tags: ["t"], statusMessage: "Hi" };
    const { data } = await me.put<Me>("/v3/me", change);
    expect(data).toMatchObject({ ...change, authToken: token.authToken });
    expect(data.settings).toBeUndefined();
    expect((await me.get<User>("/v3/me")).data).toMatchObject(change);
  });

  it("can be unset", async () => {
    const { me } = await newClient(admin);
    await me.put("/v3/me", { statusMessage: "Hi", link: "https://example.com" });
    const { data } = await me.put<Me>("/v3/me", { unset: ["statusMessage"] });
    expect(data).not.toHaveProperty("statusMessage");
    expect(data).toHaveProperty("link");
  });

  it("ignore the role and read-only fields", async () => {
    await admin.post("/v3/roles", { role: "admin", name: "Admin" });
    const { user, me } = await newClient(admin);
    const { data } = await me.put<Me>("/v3/me", {
      role: "admin",
      name: "N",
      createdAt: 1,
      deactivatedAt: 1,
      blockedByMe: true,
      status: "offline",
    });
    expect(data).toMatchObject({ role: "default", name: "N", createdAt: user.createdAt });
    expect((await admin.get<User>(`/v3/users/${user.uid}`)).data.role).toBe("default");
  });

  it("accept the whole user, as it was read", async () => {
    const { me } = await newClient(admin);
    const { data: whole } = await me.get<User>("/v3/me");
    const { data } = await me.put<Me>("/v3/me", { ...whole, name: "Changed" });
    expect(data.name).toBe("Changed");
  });
});

const member = await newClient(admin);
describe("refuses", () => {
  const refused = (body: unknown, ...details: string[]) => ({
    name: JSON.stringify(body).slice(0, 60),
    call: "PUT /v3/me",
    body,
    status: 400,
    code: "ERR_BAD_REQUEST",
    ...(details.length > 0 && { details }),
  });
  table(
    () => member.me,
    [
      refused({ uid: "cometchat-uid-1", name: "N" }, "uid"),
      refused({ name: "" }, "name"),
      refused({ name: 1 }, "name"),
      refused({ avatar: "javascript:alert(1)" }, "avatar"),
      refused({ isAdmin: true }, "isAdmin"),
      refused({ withAuthToken: true }, "withAuthToken"),
      refused({ platform: 1 }, "platform"),
      refused({ platform: "ios", name: "N" }, "name"),
      refused({ deviceId: "x".repeat(256) }, "deviceId"),
      refused({ unset: ["role"] }, "unset"),
      refused("[1]"),
      refused("null"),
    ],
  );
});

describe("GET", () => {
  it("returns the caller, without its credentials", async () => {
    const { user, me, token } = await newClient(admin);
    const { data, text } = await me.get<User>("/v3/me");
    expect(data.uid).toBe(user.uid);
    expect(text).not.toContain(token.authToken);
    expect(text).not.toContain("jwt");
  });
});

describe("logout", () => {
  it("ends only this session", async () => {
    const { user, me } = await newClient(admin);
    const other = anyone.with({ authToken: (await logIn(admin, user.uid)).authToken });
    const answer = await me.delete<Success>("/v3/me");
    expect(answer.data).toEqual({ success: true, message: "Logout completed successfully" });
    expect((await me.get("/v3/me")).error.code).toBe("AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    expect((await other.get("/v3/me")).status).toBe(200);
  });

  it("a second time reports that the session has ended", async () => {
    const { me } = await newClient(admin);
    await me.delete("/v3/me");
    const again = await me.delete("/v3/me");
    expect(again.status).toBe(401);
    expect(again.error.code).toBe("AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
  });

  it("succeeds once for 16 concurrent calls", async () => {
    const { me } = await newClient(admin);
    const answers = await Promise.all(Array.from({ length: 16 }, () => me.delete("/v3/me")));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(15).fill(401)]);
  });

  it("can be followed by a new login with a new session", async () => {
    const { uid } = await createUser(admin);
    const first = await logIn(admin, uid);
    await anyone.delete("/v3/me", undefined, { authToken: first.authToken });
    const second = await logIn(admin, uid);
    expect(second.authToken).not.toBe(first.authToken);
    expect((await anyone.get("/v3/me", { authToken: second.authToken })).status).toBe(200);
    expect((await anyone.get("/v3/me", { authToken: first.authToken })).status).toBe(401);
  });
});
