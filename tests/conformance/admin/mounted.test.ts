/** /admin/v1/apps/{appId}/...: the management API, called by a signed-in developer */
import { afterAll, describe, expect, it } from "vitest";
import { newAdministrator } from "../../support/administrators";
import { Client, createUser, freshUid, logIn } from "../../support/client";
import { startServe } from "../../support/parleyd";
import type { ApiKey, AuthToken, BulkResults, Role, User } from "../../support/types";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("mounted");
const anyone = new Client(server.url);
const key = anyone.with({ apikey: app.apiKey });
const { api, administrator } = await newAdministrator(server, "developer");
const at = "/admin/v1/apps/mounted";

const statusOf = async (authToken: string): Promise<number> =>
  (await anyone.get("/v3/me", { authToken })).status;

it.each([
  [`${at}/users`, "POST, GET, HEAD, PUT, DELETE, OPTIONS"],
  [`${at}/users/bob`, "GET, HEAD, PUT, DELETE, OPTIONS"],
])("says which methods %s has", async (path, methods) => {
  const sorted = (allow: string | undefined): string[] => (allow ?? "").split(", ").sort();
  const refused = await api.call("PATCH", path);
  expect(refused.outcome).toBe("405 ERR_METHOD_NOT_ALLOWED");
  const asked = await api.call("OPTIONS", path);
  expect(asked.status).toBe(204);
  for (const { headers } of [refused, asked])
    expect(sorted(headers.allow)).toEqual(sorted(methods));
});

describe("works as with a key", () => {
  it("users: create, read, change, list, deactivate, reactivate, delete", async () => {
    const uid = freshUid();
    const metadata = { "@private": { note: "seen by back ends" }, shown: 1 };
    const made = await api.post<User>(`${at}/users`, { uid, name: "Ann", tags: ["t"], metadata });
    expect(made.data).toMatchObject({ uid, name: "Ann", tags: ["t"], metadata });
    expect((await api.put<User>(`${at}/users/${uid}`, { name: "Bea" })).data.name).toBe("Bea");
    expect((await key.get<User>(`/v3/users/${uid}`)).data).toMatchObject({ name: "Bea", metadata });
    const found = await api.get<User[]>(`${at}/users?searchKey=bea`);
    expect(found.data.map((user) => user.uid)).toEqual([uid]);

    const { authToken } = await logIn(key, uid);
    await api.delete(`${at}/users`, { uidsToDeactivate: [uid] });
    expect(await statusOf(authToken)).toBe(401);
    await api.put(`${at}/users`, { uidsToActivate: [uid] });
    expect((await key.get<User>(`/v3/users/${uid}`)).data.deactivatedAt).toBe(0);
    await api.delete(`${at}/users/${uid}?permanent=true`);
    expect((await key.get(`/v3/users/${uid}`)).outcome).toBe("404 ERR_UID_NOT_FOUND");
  });

  it("auth tokens: log in, inspect, end", async () => {
    const { uid } = await createUser(key);
    const tokens = `${at}/users/${uid}/auth_tokens`;
    const browser = { "user-agent": "Browser/1" };
    const { data } = await api.post<AuthToken>(tokens, { platform: "web" }, browser);
    expect(data).toMatchObject({ used: false, createdBy: administrator.id });
    expect(data).not.toHaveProperty("userAgent");
    expect(data).not.toHaveProperty("lastIp");
    expect(await statusOf(data.authToken)).toBe(200);
    const live = await api.post(`${at}/introspect`, { authToken: data.authToken });
    expect(live.data).toMatchObject({ active: true, uid });
    const list = await api.get<AuthToken[]>(tokens);
    expect(list.data.map(({ id }) => id)).toEqual([data.id]);
    expect(list.text).not.toContain(data.authToken);
    expect((await api.delete(`${tokens}/${data.id}`)).status).toBe(200);
    expect(await statusOf(data.authToken)).toBe(401);
    const rest = await api.post<AuthToken>(tokens);
    await api.delete(tokens);
    expect(await statusOf(rest.data.authToken)).toBe(401);
  });

  it("keys, which work and are rejected from the next call on, even the last one", async () => {
    const made = await api.post<ApiKey>(`${at}/apikeys`, { name: "K", scope: "fullAccess" });
    expect(made.data.createdBy).toBe(administrator.id);
    const its = anyone.with({ apikey: made.data.apiKey });
    expect((await its.get("/v3/users")).status).toBe(200);
    await api.put(`${at}/apikeys/${made.data.id}`, { scope: "authOnly" });
    expect((await its.get("/v3/users")).status).toBe(403);
    await api.delete(`${at}/apikeys/${made.data.id}`);
    expect((await its.get("/v3/users")).status).toBe(401);

    const locked = await server.createApp("locked-out");
    const keys = "/admin/v1/apps/locked-out/apikeys";
    for (const { id } of (await api.get<ApiKey[]>(keys)).data) {
      expect((await api.delete(`${keys}/${id}`)).status).toBe(200);
    }
    expect((await anyone.get("/v3/users", { apikey: locked.apiKey })).status).toBe(401);
  });

  it("roles", async () => {
    const role = freshUid("role");
    expect((await api.post<Role>(`${at}/roles`, { role, name: "R" })).data.role).toBe(role);
    expect((await api.put<Role>(`${at}/roles/${role}`, { name: "S" })).data.name).toBe("S");
    const { uid } = await createUser(key, { role });
    expect((await api.delete(`${at}/roles/${role}`)).status).toBe(200);
    expect((await key.get<User>(`/v3/users/${uid}`)).data.role).toBe("default");
    expect((await api.delete(`${at}/roles/default`)).outcome).toBe("403 ERR_ROLE_DELETE_DENIED");
  });

  it("an import that is larger than other bodies may be", async () => {
    const metadata = { a: "x".repeat(4000) };
    const uids = Array.from({ length: 20 }, () => freshUid("import"));
    const users = Object.fromEntries(uids.map((uid) => [uid, { name: uid, metadata }]));
    const { data } = await api.post<BulkResults>(`${at}/data_import/users`, {
      users: { ...users, "bad uid": { name: "B" } },
    });
    expect(uids.map((uid) => data[uid]?.success)).toEqual(Array(20).fill(true));
    expect(data["bad uid"]?.error?.code).toBe("ERR_BAD_REQUEST");
  });

  it("friends and blocked users", async () => {
    const [a, b] = [(await createUser(key)).uid, (await createUser(key)).uid];
    await api.post(`${at}/users/${a}/friends`, { accepted: [b] });
    const friends = await api.get<User[]>(`${at}/users/${a}/friends`);
    expect(friends.data.map(({ uid }) => uid)).toEqual([b]);
    await api.post(`${at}/users/${a}/blockedusers`, { blockedUids: [b] });
    const blocked = await api.get<User[]>(`${at}/users/${a}/blockedusers`);
    expect(blocked.data.map(({ uid }) => uid)).toEqual([b]);
  });
});
