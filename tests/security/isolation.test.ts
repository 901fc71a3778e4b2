/** Ledger 16: two apps on one server are isolated, even with the same names in both. */
import { afterAll, describe, expect, it } from "vitest";
import { Client, logIn, type Answer } from "../support/client";
import { startServe, type App } from "../support/parleyd";
import type { ApiKey, AuthToken, User } from "../support/types";

const server = await startServe();
afterAll(() => server.stop());
const anyone = new Client(server.url);

/** An app with one user, role, session and key, with the same names in every app. */
async function twin(id: string) {
  const app: App = await server.createApp(id);
  const admin = anyone.with({ apikey: app.apiKey });
  await admin.post("/v3/roles", { role: "crew", name: `Crew of ${id}` });
  const user = { uid: "ann", name: `Ann of ${id}`, role: "crew", tags: [id] };
  await admin.post("/v3/users", user);
  await admin.post("/v3/users", { uid: `only-in-${id}`, name: `Only ${id}` });
  const token = await logIn(admin, "ann");
  const key = (await admin.post<ApiKey>("/v3/apikeys", { name: `Key of ${id}` })).data;
  const me = anyone.with({ authToken: token.authToken });
  return { app, admin, token, key, me };
}
const [a, b] = [await twin("app-a"), await twin("app-b")];

describe("reading in one app returns nothing of the other", () => {
  it.each([
    "/v3/users",
    "/v3/users?withDeactivated=true&withTags=true",
    "/v3/users?searchKey=ann",
    "/v3/users?uids=ann,only-in-app-b",
    "/v3/users?roles=crew",
    "/v3/users?tags=app-b",
    "/v3/users/ann",
    "/v3/roles",
    "/v3/roles/crew",
    "/v3/apikeys",
    "/v3/users/ann/auth_tokens",
    "/v3/stats",
  ])("%s", async (path) => {
    const [inA, inB] = [await a.admin.get(path), await b.admin.get(path)];
    expect(inA.status).toBe(200);
    for (const foreign of ["app-b", b.token.id, b.key.id, b.key.apiKey.slice(0, 4) + "..."]) {
      expect(inA.text).not.toContain(foreign);
    }
    expect(inB.text).not.toContain("app-a");
  });

  it.each(["/v3/users", "/v3/users/ann", "/v3/me", "/v3/me/sessions"])(
    "%s as a client",
    async (path) => {
      const answer = await a.me.get(path);
      expect(answer.status).toBe(200);
      expect(answer.text).not.toContain("app-b");
      expect(answer.text).not.toContain(b.token.id);
    },
  );
});

describe("objects of the other app do not exist here", () => {
  const absent: [string, string, () => Promise<Answer>][] = [
    ["its user", "ERR_UID_NOT_FOUND", () => a.admin.get("/v3/users/only-in-app-b")],
    ["to a client", "ERR_UID_NOT_FOUND", () => a.me.get("/v3/users/only-in-app-b")],
    ["to change", "ERR_UID_NOT_FOUND", () => a.admin.put("/v3/users/only-in-app-b", { name: "X" })],
    ["to delete", "ERR_UID_NOT_FOUND", () => a.admin.delete("/v3/users/only-in-app-b")],
    ["to log in", "ERR_UID_NOT_FOUND", () => logInTo("only-in-app-b")],
    ["its session", "ERR_AUTH_TOKEN_NOT_FOUND", () => a.admin.get(session(b.token.id))],
    ["its token", "ERR_AUTH_TOKEN_NOT_FOUND", () => a.admin.delete(session(b.token.authToken))],
    ["its session, to a client", "ERR_AUTH_TOKEN_NOT_FOUND", () => endOwn(b.token.id)],
    ["its key", "ERR_APIKEY_NOT_FOUND", () => a.admin.get(`/v3/apikeys/${b.key.id}`)],
    ["its whole key", "ERR_APIKEY_NOT_FOUND", () => a.admin.delete(`/v3/apikeys/${b.key.apiKey}`)],
    ["its caller", "ERR_UID_NOT_FOUND", () => a.admin.get("/v3/users", behalf("only-in-app-b"))],
  ];
  const session = (handle: string): string => `/v3/users/ann/auth_tokens/${handle}`;
  const logInTo = (uid: string): Promise<Answer> => a.admin.post(`/v3/users/${uid}/auth_tokens`);
  const endOwn = (id: string): Promise<Answer> => a.me.delete(`/v3/me/sessions/${id}`);
  const behalf = (uid: string) => ({ onBehalfOf: uid });

  it.each(absent)("%s", async (_name, code, call) => {
    expect((await call()).error.code).toBe(code);
  });

  it("its token is inactive for introspection", async () => {
    const { data } = await a.admin.post("/v3/introspect", { authToken: b.token.authToken });
    expect(data).toEqual({ active: false });
  });

  it("its users are not activated or deactivated, and its roles cannot be assigned", async () => {
    const uids = ["only-in-app-b"];
    expect((await a.admin.delete("/v3/users", { uidsToDeactivate: uids })).data).toEqual({
      deactivatedUids: [],
    });
    expect((await a.admin.put("/v3/users", { uidsToActivate: uids })).data).toEqual({
      activatedUids: [],
      nonDeactivatedUids: uids,
    });
    await b.admin.post("/v3/roles", { role: "role-of-b", name: "B" });
    const made = await a.admin.post("/v3/users", { uid: "x", name: "X", role: "role-of-b" });
    expect(made.error.details).toHaveProperty("role");
  });
});

describe("changes here do not affect objects with the same names in the other app", () => {
  const stillThere = async (): Promise<void> => {
    expect((await b.me.get<User>("/v3/me")).data).toMatchObject({
      name: "Ann of app-b",
      role: "crew",
    });
    const tokens = await b.admin.get<AuthToken[]>("/v3/users/ann/auth_tokens");
    expect(tokens.data.map(({ id }) => id)).toEqual([b.token.id]);
  };

  it.each<[string, () => Promise<Answer>]>([
    ["a user's change", () => a.admin.put("/v3/users/ann", { name: "Changed" })],
    ["a flush", () => a.admin.delete("/v3/users/ann/auth_tokens")],
    ["a role", () => a.admin.delete("/v3/roles/crew")],
    ["a deactivation", () => a.admin.delete("/v3/users", { uidsToDeactivate: ["ann"] })],
    ["a deletion", () => a.admin.delete("/v3/users/ann?permanent=true")],
    ["a key", () => a.admin.delete(`/v3/apikeys/${a.key.id}`)],
  ])("%s", async (_name, end) => {
    expect((await end()).status).toBe(200);
    await stillThere();
  });

  it("a whole app", async () => {
    await server.cli("app", "delete", "--app", a.app.appId, "--yes");
    const answer = await a.admin.get("/v3/users");
    expect(answer.status).toBe(401);
    await stillThere();
  });
});
