/** /admin/v1/apps/{appId}/...: the answers of the management API, only for this app */
import { afterAll, describe, expect, it } from "vitest";
import { newAdministrator } from "../../support/administrators";
import { Client, createUser, logIn, type Answer } from "../../support/client";
import { startServe } from "../../support/parleyd";
import type { ApiKey, Statistics, User } from "../../support/types";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("mounted");
const other = await server.createApp("other");
const anyone = new Client(server.url);
const key = anyone.with({ apikey: app.apiKey });
const { api } = await newAdministrator(server, "developer");
const at = "/admin/v1/apps/mounted";
await createUser(key, { uid: "ann", metadata: { "@private": 1 }, tags: ["x"] });
const session = await logIn(key, "ann", { platform: "ios" });

describe("answers as with a key", () => {
  it.each([
    "/users",
    "/users?perPage=1&page=2&withTags=true",
    "/users?searchKey=name&status=offline",
    "/users?perPage=0",
    "/users/ann",
    "/users/nobody",
    "/users/ann/auth_tokens",
    `/users/ann/auth_tokens/${session.id}`,
    "/users/ann/friends",
    "/users/ann/blockedusers",
    "/roles",
    "/roles/nothing",
    "/apikeys",
    "/apikeys/key_none",
    "/stats",
    "/stats?hours=0",
  ])("GET %s", async (path) => {
    const [here, there] = [await api.get(`${at}${path}`), await key.get(`/v3${path}`)];
    const plain = ({ status, text }: Answer): string =>
      `${status} ${text.replace(/"(lastUsedAt|requestId)":[^,}]+/g, "")}`;
    expect(plain(here)).toBe(plain(there));
  });

  it.each<[string, string, object]>([
    ["POST", "/users", { uid: "bad uid", name: "" }],
    ["POST", "/users", { uid: "ann", name: "Taken" }],
    ["PUT", "/users/ann", { role: "no-such-role", admin: true }],
    ["POST", "/users/ann/auth_tokens", { expiresIn: -1 }],
    ["POST", "/apikeys", { name: "", scope: "root" }],
    ["POST", "/roles", { role: "default", name: "Taken" }],
    ["POST", "/introspect", {}],
  ])("%s %s refused", async (method, path, body) => {
    const here = await api.call(method, `${at}${path}`, { body });
    const there = await key.call(method, `/v3${path}`, { body });
    expect(here.status).toBeGreaterThanOrEqual(400);
    expect([here.status, here.error]).toEqual([there.status, there.error]);
  });
});

describe("on another app", () => {
  it("nothing of this app exists", async () => {
    const { uid } = await createUser(key);
    const { id } = await logIn(key, uid);
    const its = "/admin/v1/apps/other";
    expect((await api.get<User[]>(`${its}/users`)).data).toEqual([]);
    expect((await api.get<Statistics>(`${its}/stats`)).data).toMatchObject({
      users: 0,
      sessions: 0,
    });
    const absent = "404 ERR_UID_NOT_FOUND";
    expect((await api.get(`${its}/users/${uid}`)).outcome).toBe(absent);
    expect((await api.delete(`${its}/users/${uid}/auth_tokens/${id}`)).outcome).toBe(absent);
    const own = (await key.get<ApiKey>(`/v3/apikeys/${app.apiKey}`)).data;
    const deleted = await api.delete(`${its}/apikeys/${own.id}`);
    expect(deleted.outcome).toBe("404 ERR_APIKEY_NOT_FOUND");
    expect((await key.get(`/v3/users/${uid}/auth_tokens/${id}`)).status).toBe(200);
  });

  it("neither a header nor a key overrides the app in the path", async () => {
    const { uid } = await createUser(key);
    const mixed = api.with({ ...api.headers, appId: "other", apikey: other.apiKey });
    expect((await mixed.get(`${at}/users/${uid}`)).status).toBe(200);
  });
});

it("a key or an auth token is rejected by the dashboard API", async () => {
  const { authToken } = await logIn(key, (await createUser(key)).uid);
  for (const credential of [{ apikey: app.apiKey }, { authToken }, { appId: "mounted" }]) {
    for (const path of [`${at}/users`, "/admin/v1/apps", "/admin/v1/session"]) {
      const answer = await anyone.get(path, credential);
      expect(answer.outcome).toBe("401 AUTH_ERR_ADMIN_SESSION_NOT_FOUND");
    }
  }
});

it.each(["/me", "/me/sessions", "/users/ann/nothing", "/jwks.json"])(
  "%s does not exist",
  async (path) => {
    const { outcome, error } = await api.get(`${at}${path}`);
    expect(outcome).toBe("404 ERR_API_NOT_FOUND");
    expect(error.devMessage).toContain("Paths under /admin/v1 are the API of the dashboard.");
  },
);
