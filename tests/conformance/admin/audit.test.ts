/** /admin/v1/apps/{appId}/audit: every kind of change is recorded with its actor, action and address */
import { afterAll, describe, expect, it } from "vitest";
import { newAdministrator } from "../../support/administrators";
import { Client, createUser, freshUid, logIn, newClient, type Answer } from "../../support/client";
import { startServe } from "../../support/parleyd";
import type { ApiKey, AuditEvent, NewApp } from "../../support/types";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("audited");
const anyone = new Client(server.url);
const key = anyone.with({ apikey: app.apiKey });
const own = (await key.get<ApiKey>(`/v3/apikeys/${app.apiKey}`)).data;
const { api, administrator } = await newAdministrator(server, "developer");
const at = "/admin/v1/apps/audited";
const address = "127.0.0.1";
const byKey = { kind: "key", id: own.id, name: own.name, address };
const byAdministrator = {
  ...{ kind: "administrator", id: administrator.id },
  ...{ name: administrator.email, address },
};

/** Used wherever the calls below accept free text. */
const typed = "typed by hand";

const newest = async (query = "", log = `${at}/audit`): Promise<AuditEvent | undefined> =>
  (await api.get<AuditEvent[]>(`${log}?limit=1&${query}`)).data[0];

/** The values of the placeholders of a call. Only those that the call uses are created. */
async function prepare(texts: string): Promise<Record<string, string>> {
  const wants = (name: string): boolean => texts.includes(name);
  const values: Record<string, string> = { "{new}": freshUid("new") };
  const user = async (name: string): Promise<string> =>
    (values[name] = (await createUser(key)).uid);
  const uid = await user("{uid}");
  if (wants("{other}")) await user("{other}");
  if (wants("{friend}"))
    await key.post(`/v3/users/${uid}/friends`, { accepted: [await user("{friend}")] });
  if (wants("{blocked}"))
    await key.post(`/v3/users/${uid}/blockedusers`, { blockedUids: [await user("{blocked}")] });
  if (wants("{idle}")) await key.delete("/v3/users", { uidsToDeactivate: [await user("{idle}")] });
  if (wants("{token}")) values["{token}"] = (await logIn(key, uid)).id;
  if (wants("{role}")) {
    values["{role}"] = freshUid("role");
    await key.post("/v3/roles", { role: values["{role}"], name: "R" });
  }
  if (wants("{key}"))
    values["{key}"] = (await key.post<ApiKey>("/v3/apikeys", { name: "K" })).data.id;
  return values;
}

const filled = (text: string, values: Record<string, string>): string =>
  Object.entries(values).reduce((done, [name, value]) => done.replaceAll(name, value), text);

type Change = [action: string, call: string, target: string, body?: object];
const changes: Change[] = [
  ["user.created", "POST /users", "user {new}", { uid: "{new}", name: typed }],
  ["user.updated", "PUT /users/{uid}", "user {uid}", { name: typed, metadata: { a: typed } }],
  ["user.deactivated", "DELETE /users", "user {uid}", { uidsToDeactivate: ["{uid}"] }],
  ["user.reactivated", "PUT /users", "user {idle}", { uidsToActivate: ["{idle}"] }],
  ["user.deleted", "DELETE /users/{uid}?permanent=true", "user {uid}"],
  [
    "user.imported",
    "POST /data_import/users",
    "user {new}",
    { users: { "{new}": { name: typed } } },
  ],
  ["user.blocked", "POST /users/{uid}/blockedusers", "user {uid}", { blockedUids: ["{other}"] }],
  [
    "user.unblocked",
    "DELETE /users/{uid}/blockedusers",
    "user {uid}",
    { blockedUids: ["{blocked}"] },
  ],
  ["friends.added", "POST /users/{uid}/friends", "user {uid}", { accepted: ["{other}"] }],
  ["friends.removed", "DELETE /users/{uid}/friends", "user {uid}", { friends: ["{friend}"] }],
  ["auth_token.created", "POST /users/{uid}/auth_tokens", "user {uid}", { platform: typed }],
  [
    "auth_token.updated",
    "PUT /users/{uid}/auth_tokens/{token}",
    "user {uid}",
    { userAgent: typed },
  ],
  ["auth_token.deleted", "DELETE /users/{uid}/auth_tokens/{token}", "user {uid}"],
  ["auth_tokens.flushed", "DELETE /users/{uid}/auth_tokens", "user {uid}"],
  ["app.auth_tokens_flushed", "DELETE /auth_tokens?issuedBefore=946684800", "app audited"],
  ["role.created", "POST /roles", "role {new}", { role: "{new}", name: typed }],
  ["role.updated", "PUT /roles/{role}", "role {role}", { name: typed, description: typed }],
  ["role.deleted", "DELETE /roles/{role}", "role {role}"],
  ["api_key.created", "POST /apikeys", "api_key ", { name: typed }],
  ["api_key.updated", "PUT /apikeys/{key}", "api_key {key}", { name: typed }],
  ["api_key.deleted", "DELETE /apikeys/{key}", "api_key {key}"],
];

/** Makes a change and returns its event, which must be the newest in the log. */
async function make([action, call, target, body]: Change, client: Client, prefix: string) {
  const text = JSON.stringify(body ?? null);
  const values = await prepare(call + text);
  const [method = "", path = ""] = call.split(" ");
  const answer: Answer<{ id?: string }> = await client.call(method, prefix + filled(path, values), {
    body: body && filled(text, values),
  });
  expect(answer.status, answer.text).toBe(200);
  const [kind, id] = filled(target, values).split(" ");
  return {
    event: await newest(),
    expected: { action, target: { kind, id: id || answer.data.id } },
  };
}

describe.each(changes)("%s", (...change) => {
  it("by a key", async () => {
    const { event, expected } = await make(change, key, "/v3");
    expect(event).toMatchObject({ ...expected, actor: byKey });
  });

  it("by an administrator", async () => {
    const { event, expected } = await make(change, api, at);
    expect(event).toMatchObject({ ...expected, actor: byAdministrator });
  });
});

describe("by a user", () => {
  it.each<[string, string, object?]>([
    ["user.updated", "PUT /v3/me", { name: typed, statusMessage: typed }],
    ["session.ended", "DELETE /v3/me"],
    ["session.ended", "DELETE /v3/me/sessions?others=true"],
  ])("%s: %s", async (action, call, body) => {
    const { user, me } = await newClient(key);
    await logIn(key, user.uid);
    const [method = "", path = ""] = call.split(" ");
    expect((await me.call(method, path, { body })).status).toBe(200);
    const actor = { kind: "user", id: user.uid, address };
    const target = { kind: "user", id: user.uid };
    expect(await newest()).toMatchObject({ action, actor, target });
  });
});

it("of the app itself, which is kept after its deletion", async () => {
  const { app } = (await api.post<NewApp>("/admin/v1/apps", { name: typed, appId: "brief" })).data;
  const its = `/admin/v1/apps/${app.appId}`;
  await api.put(its, { name: `${typed} again`, mode: "production" });
  await api.delete(its);
  const { data, text } = await api.get<AuditEvent[]>(`${its}/audit`);
  const actions = data.map(({ action }) => action);
  expect(actions.slice(0, 2)).toEqual(["app.deleted", "app.updated"]);
  expect(actions.slice(2).sort()).toEqual(["api_key.created", "api_key.created", "app.created"]);
  expect(data[1]?.details).toEqual({ fields: ["name", "mode"] });
  for (const { actor } of data) expect(actor).toEqual(byAdministrator);
  expect(text).not.toContain(typed);
});

it("by the command line, with the account that ran it", async () => {
  await server.cli("app", "update", "--app", "audited", "--mode", "development");
  const event = await newest("action=app.updated");
  expect(event?.actor).toMatchObject({ kind: "account", id: String(process.getuid?.()) });
  expect(event?.actor).not.toHaveProperty("address");
});

describe("the log", () => {
  it("has no free text and no secrets", async () => {
    const { authToken } = await logIn(key, (await createUser(key)).uid);
    const { text } = await api.get(`${at}/audit?limit=1000`);
    expect(text.length).toBeGreaterThan(5000);
    for (const word of [typed, app.apiKey, app.authKey, authToken.slice(-34)]) {
      expect(text).not.toContain(word);
    }
    expect(text).not.toMatch(/[0-9a-f]{40}|_\d{10}[0-9A-Za-z]{30}/);
  });

  it("has no rejected attempts", async () => {
    const before = await newest();
    await api.post(`${at}/users`, { uid: "bad uid", name: "" });
    await api.delete(`${at}/users/nobody`);
    await key.delete(`/v3/apikeys/${own.id}`);
    expect(await newest()).toEqual(before);
  });
});
