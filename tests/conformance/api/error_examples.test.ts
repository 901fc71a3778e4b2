/** The error examples of the contract are what the server returns: texts, limits and details. */
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { newAdministrator } from "../../support/administrators";
import { Client, logIn, type Answer } from "../../support/client";
import { startServe } from "../../support/parleyd";
import { collect, openSocket } from "../../support/raw";
import type { ApiKey, ErrorBody } from "../../support/types";

const server = await startServe();
afterAll(() => server.stop());
const anyone = new Client(server.url);
const app = await server.createApp("examples");
const admin = anyone.with({ apikey: app.apiKey });
const owner = await newAdministrator(server, "owner");
const viewer = await newAdministrator(server, "viewer");
const uid = "superhero1";
const user = { uid, name: "Iron Man" };
const role = { role: "moderator", name: "Moderator" };
const path = `/v3/users/${uid}`;

let apps = 0;
/** A key of a new app, for calls that need their own users, roles or limits. */
async function newApp(...flags: string[]): Promise<Client> {
  const { apiKey } = await server.createApp(`app-${++apps}`, ...flags);
  return anyone.with({ apikey: apiKey });
}

async function newAppWithUser(): Promise<Client> {
  const api = await newApp();
  await api.post("/v3/users", user);
  return api;
}

type Example = { value: { error: ErrorBody } };
const examplesOf = (file: string): Record<string, Example> => {
  const source = new URL(`../../../contract/${file}`, import.meta.url);
  return (parse(readFileSync(source, "utf8")) as { components: { examples: never } }).components
    .examples;
};

/** The number that an example gives as the limit. */
const limitIn = (text: string): number => Number(/at most (\d+)/i.exec(text)?.[1]);

/** Sends what is at the limit of the example, then one more. Returns the second answer. */
async function exceed(limit: number, send: (size: number) => Promise<Answer>): Promise<Answer> {
  expect((await send(limit)).status, `${limit} are allowed`).toBe(200);
  return send(limit + 1);
}

type Cause = (example: ErrorBody) => Promise<Pick<Answer, "error">>;
const causes: Record<string, Cause> = {
  AUTH_ERR_APIKEY_NOT_FOUND: async () => {
    const { data } = await admin.post<ApiKey & { apiKey: string }>("/v3/apikeys", { name: "Lost" });
    await admin.delete(`/v3/apikeys/${data.id}`);
    return anyone.get(path, { apikey: data.apiKey });
  },
  AUTH_ERR_AUTH_TOKEN_EXPIRED: async () => {
    const { authToken } = await logIn(await newAppWithUser(), uid, { expiresIn: 1 });
    const call = () => anyone.get("/v3/me", { authToken });
    await expect.poll(async () => (await call()).status, { timeout: 10_000 }).toBe(401);
    return call();
  },
  AUTH_ERR_AUTH_TOKEN_NOT_FOUND: async () => {
    const { authToken } = await logIn(await newAppWithUser(), uid);
    await anyone.delete("/v3/me", undefined, { authToken });
    return anyone.get("/v3/me", { authToken });
  },
  AUTH_ERR_EMPTY_APIKEY: () => anyone.get("/v3/roles", { appId: app.appId }),
  AUTH_ERR_EMPTY_APPID: () => anyone.get(path),
  AUTH_ERR_EMPTY_AUTH_TOKEN: () => anyone.get("/v3/me", { appId: app.appId }),
  AUTH_ERR_INVALID_APPID: () => admin.get(path, { appId: "my-app" }),
  AUTH_ERR_NO_ACCESS: () => anyone.get("/v3/roles", { apikey: app.authKey }),
  ERR_APIKEY_NOT_FOUND: () => admin.get("/v3/apikeys/key_4rT9vBnM2xYq"),
  ERR_APIKEY_NO_SELF_ACTION: () => admin.delete(`/v3/apikeys/${app.apiKey}`),
  ERR_AUTH_TOKEN_NOT_FOUND: async () =>
    (await newAppWithUser()).get(`${path}/auth_tokens/ses_8fQ2mXo1TzB4kLw0`),
  ERR_BAD_REQUEST: () => admin.post("/v3/users", { uid }),
  ERR_LIMIT_EXCEEDED: async ({ message }) => {
    const api = await newAppWithUser();
    const tags = (count: number) => Array.from({ length: count }, (_, i) => `tag-${i}`);
    return exceed(limitIn(message), (count) => api.put(path, { tags: tags(count) }));
  },
  ERR_PAYLOAD_TOO_LARGE: async ({ devMessage }) => {
    const api = await newApp();
    const body = JSON.stringify(user);
    return exceed(limitIn(devMessage), (bytes) => api.post("/v3/users", body.padEnd(bytes)));
  },
  ERR_ROLE_ALREADY_EXISTS: async () => {
    const api = await newApp();
    await api.post("/v3/roles", role);
    return api.post("/v3/roles", role);
  },
  ERR_ROLE_DELETE_DENIED: () => admin.delete("/v3/roles/default"),
  ERR_ROLE_NOT_FOUND: () => admin.get("/v3/roles/moderator"),
  ERR_SERVICE_UNAVAILABLE: async () => {
    const full = await startServe({ flags: ["--max-connections", "1"] });
    const sockets = [await openSocket(full.url), await openSocket(full.url)];
    const { answers } = await collect(sockets[1]!);
    for (const socket of sockets) socket.destroy();
    await full.stop();
    return JSON.parse(answers[0]!.body) as { error: ErrorBody };
  },
  ERR_TOO_MANY_REQUESTS: async () => {
    const api = await newApp("--other-calls-per-minute", "1");
    await api.get("/v3/roles");
    return api.get("/v3/roles");
  },
  ERR_UID_ALREADY_EXISTS: async () => (await newAppWithUser()).post("/v3/users", user),
  ERR_UID_NOT_FOUND: () => admin.get(path),
  ERR_USER_DEACTIVATED: async () => {
    const api = await newAppWithUser();
    await api.delete(path);
    return api.post(`${path}/auth_tokens`);
  },
  AUTH_ERR_ADMIN_NO_ACCESS: () => viewer.api.post("/admin/v1/apps/examples/roles", role),
  AUTH_ERR_ADMIN_SESSION_NOT_FOUND: () => anyone.get("/admin/v1/session"),
  AUTH_ERR_CSRF: () => anyone.with({ cookie: owner.cookie }).delete("/admin/v1/session"),
  AUTH_ERR_INSECURE_SIGN_IN: () =>
    anyone.with({ host: "chat.example.com" }).post("/admin/v1/sign_in/link", { link: "x" }),
  AUTH_ERR_SIGN_IN_FAILED: () =>
    anyone.post("/admin/v1/sign_in", { email: "ann@example.com", password: "wrong password" }),
  AUTH_ERR_SIGN_IN_LINK_NOT_FOUND: () => anyone.post("/admin/v1/sign_in/link", { link: "x" }),
  ERR_ADMIN_ALREADY_EXISTS: async () => {
    const body = { email: "ann@example.com", name: "Ann", role: "viewer" };
    await owner.api.post("/admin/v1/administrators", body);
    return owner.api.post("/admin/v1/administrators", body);
  },
  ERR_ADMIN_NOT_FOUND: () => owner.api.delete("/admin/v1/administrators/adm_4f2c9d1e7b3a5608"),
  ERR_ADMIN_SESSION_NOT_FOUND: () => owner.api.delete("/admin/v1/sessions/ads_8fQ2mXo1TzB4kLw0"),
  ERR_LAST_OWNER: () => owner.api.delete(`/admin/v1/administrators/${owner.administrator.id}`),
};

/** A bug in the server causes it. */
const withoutCause = "ERR_EXCEPTION";

/** Without what differs each time. */
const comparable = (error: ErrorBody): unknown => ({
  ...error,
  message: error.message.replace(/\d+ seconds?/, "N seconds"),
  ...(error.requestId !== undefined && { requestId: "" }),
});

describe.each(["openapi.yaml", "admin.yaml"])("%s", (file) => {
  const examples = examplesOf(file);

  it.each(Object.keys(examples).filter((code) => code !== withoutCause))("%s", async (code) => {
    const { error } = examples[code]!.value;
    const actual = await causes[code]!(error);
    expect(comparable(actual.error)).toEqual(comparable(error));
  });
});
