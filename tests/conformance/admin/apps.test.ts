/** /admin/v1/apps: apps, their keys and their settings */
import { afterAll, describe, expect, it } from "vitest";
import { newAdministrator } from "../../support/administrators";
import { Client, createUser, logIn } from "../../support/client";
import { startServe } from "../../support/parleyd";
import { table } from "../../support/table";
import type { App, NewApp, Success } from "../../support/types";

const server = await startServe();
afterAll(() => server.stop());
const anyone = new Client(server.url);
const { api } = await newAdministrator(server, "developer");
const path = "/admin/v1/apps";

const create = async (fields: object): Promise<NewApp> =>
  (await api.post<NewApp>(path, { name: "An app", ...fields })).data;
const update = async (appId: string, fields: object): Promise<App> =>
  (await api.put<App>(`${path}/${appId}`, fields)).data;
await create({ appId: "taken" });

describe("a new app", () => {
  it("has two keys, which are shown once and work immediately", async () => {
    const { app, apiKey, authKey } = await create({ appId: "fresh" });
    expect(app).toMatchObject({ appId: "fresh", name: "An app", mode: "development" });
    const [back, front] = [anyone.with({ apikey: apiKey }), anyone.with({ apikey: authKey })];
    const { uid } = await createUser(back);
    await logIn(front, uid);
    expect((await front.get("/v3/users")).outcome).toBe("403 AUTH_ERR_NO_ACCESS");
    for (const later of [path, `${path}/fresh`, `${path}/fresh/apikeys`, `${path}/fresh/audit`]) {
      const { text } = await api.get(later);
      for (const key of [apiKey, authKey]) expect(text).not.toContain(key);
    }
    const roles = await api.get<{ role: string }[]>(`${path}/fresh/roles`);
    expect(roles.data.map(({ role }) => role)).toEqual(["default"]);
  });

  it("gets a generated id if none is given", async () => {
    const { app } = await create({});
    expect(app.appId).toMatch(/^[a-z0-9-]{8,63}$/);
    expect((await api.get<App>(`${path}/${app.appId}`)).data).toEqual(app);
  });

  it("starts with the given settings", async () => {
    const wanted = { mode: "production", tokenTtl: 60, region: "eu", maxTokensPerUser: 3 };
    expect((await create(wanted)).app).toMatchObject(wanted);
  });

  it("is in the list, sorted by id", async () => {
    await create({ appId: "aa" });
    const ids = (await api.get<App[]>(path)).data.map(({ appId }) => appId);
    expect(ids).toContain("aa");
    expect(ids).toEqual([...ids].sort());
  });
});

describe("settings", () => {
  it("store origins as browsers send them", async () => {
    const typed = [
      "HTTPS://Chat.Example.com:443/",
      "https://bücher.example",
      "http://[::0:1]:3000",
    ];
    const { app } = await create({ allowedOrigins: typed });
    expect(app.allowedOrigins).toEqual([
      "https://chat.example.com",
      "https://xn--bcher-kva.example",
      "http://[::1]:3000",
    ]);
  });

  it("can be changed one by one", async () => {
    const { app } = await create({ appId: "settled" });
    const wanted = {
      name: "Renamed",
      region: "us-1",
      mode: "production",
      tokenTtl: 3600,
      idleTimeout: 600,
      maxTokensPerUser: 7,
      allowedOrigins: ["https://chat.example.com"],
      corePerMinute: 100,
      otherPerMinute: 1000,
    };
    let expected: object = app;
    for (const [field, value] of Object.entries(wanted)) {
      expected = { ...expected, [field]: value };
      const { updatedAt, ...rest } = await update("settled", { [field]: value });
      expect({ ...rest, updatedAt: app.updatedAt }).toEqual(expected);
      expect(updatedAt).toBeGreaterThanOrEqual(app.updatedAt);
    }
    const { data } = await api.get<App>("/admin/v1/apps/settled");
    expect(data).toMatchObject(wanted);
    expect(await update("settled", data)).toMatchObject(wanted);
    expect((await create({ ...data, appId: "settled-too" })).app).toMatchObject(wanted);
  });

  it("take effect immediately: lifetimes for new tokens, the mode for keys, the cap for sessions", async () => {
    const { app, apiKey, authKey } = await create({});
    const [back, front] = [anyone.with({ apikey: apiKey }), anyone.with({ apikey: authKey })];
    const { uid } = await createUser(back);
    const old = await logIn(front, uid);
    await update(app.appId, { tokenTtl: 600, maxTokensPerUser: 2, mode: "production" });
    const [first, second] = [await logIn(back, uid), await logIn(back, uid)];
    expect([old.expiresAt, first.expiresAt]).toEqual([0, first.createdAt + 600]);
    const statusOf = async ({ authToken }: { authToken: string }): Promise<number> =>
      (await anyone.get("/v3/me", { authToken })).status;
    expect(await Promise.all([old, first, second].map(statusOf))).toEqual([401, 200, 200]);
    const refused = await front.post(`/v3/users/${uid}/auth_tokens`);
    expect(refused.outcome).toBe("403 AUTH_ERR_NO_ACCESS");
  });
});

describe("deleting", () => {
  it("ends keys and sessions, and keeps other apps", async () => {
    const [{ apiKey }, other] = [await create({ appId: "doomed" }), await create({})];
    const back = anyone.with({ apikey: apiKey });
    const { authToken } = await logIn(back, (await createUser(back)).uid);
    const { data } = await api.delete<Success>(`${path}/doomed`);
    expect(data.message).toBe("The app doomed was deleted.");
    expect((await back.get("/v3/users")).outcome).toBe("401 AUTH_ERR_APIKEY_NOT_FOUND");
    expect((await anyone.get("/v3/me", { authToken })).status).toBe(401);
    expect((await anyone.get("/v3/users", { apikey: other.apiKey })).status).toBe(200);
    const gone = "401 AUTH_ERR_INVALID_APPID";
    for (const its of ["", "/users", "/stats", "/failures", "/newest_users", "/live"]) {
      expect((await api.get(`${path}/doomed${its}`)).outcome, its).toBe(gone);
    }
    expect((await api.delete(`${path}/doomed`)).outcome).toBe(gone);
    expect((await api.put(`${path}/doomed`, { name: "Back" })).outcome).toBe(gone);
  });
});

describe("refuses", () => {
  const wrong: [object, string][] = [
    [{ name: "" }, "name"],
    [{ name: "x".repeat(101) }, "name"],
    [{ name: 7 }, "name"],
    [{ region: "EU" }, "region"],
    [{ region: "x".repeat(64) }, "region"],
    [{ mode: "test" }, "mode"],
    [{ tokenTtl: -1 }, "tokenTtl"],
    [{ tokenTtl: 315360001 }, "tokenTtl"],
    [{ tokenTtl: "60" }, "tokenTtl"],
    [{ idleTimeout: 1.5 }, "idleTimeout"],
    [{ idleTimeout: 315360001 }, "idleTimeout"],
    [{ maxTokensPerUser: 0 }, "maxTokensPerUser"],
    [{ maxTokensPerUser: 10001 }, "maxTokensPerUser"],
    [{ allowedOrigins: "https://a.example" }, "allowedOrigins"],
    [{ allowedOrigins: ["https://a.example/b"] }, "allowedOrigins"],
    [{ allowedOrigins: ["*"] }, "allowedOrigins"],
    [{ allowedOrigins: ["https://a.*.example"] }, "allowedOrigins"],
    [{ allowedOrigins: ["https://*.com"] }, "allowedOrigins"],
    [{ allowedOrigins: ["a.example"] }, "allowedOrigins"],
    [{ allowedOrigins: ["wss://a.example"] }, "allowedOrigins"],
    [{ allowedOrigins: ["ftp://a.example"] }, "allowedOrigins"],
    [{ allowedOrigins: ["https://a.example\u0000"] }, "allowedOrigins"],
    [{ allowedOrigins: Array.from({ length: 101 }, (_, i) => `https://a${i}`) }, "allowedOrigins"],
    [{ corePerMinute: -1 }, "corePerMinute"],
    [{ otherPerMinute: 2 ** 32 }, "otherPerMinute"],
    [{ createdBy: "me" }, "createdBy"],
    [{ secret: "x" }, "secret"],
  ];
  const refused = (call: string, body: object, field: string) => ({
    name: `${call.split(" ")[0]} ${JSON.stringify(body).slice(0, 60)}`,
    ...{ call, body, status: 400, code: "ERR_BAD_REQUEST", details: [field] },
  });
  table(
    () => api,
    [
      ...wrong.map(([body, field]) => refused(`PUT ${path}/taken`, body, field)),
      ...wrong.map(([body, field]) => refused(`POST ${path}`, { name: "N", ...body }, field)),
      refused(`PUT ${path}/taken`, { appId: "taken-over" }, "appId"),
      refused(`POST ${path}`, {}, "name"),
      refused(`POST ${path}`, { name: "N", appId: "taken" }, "appId"),
      refused(`POST ${path}`, { name: "N", appId: "A B" }, "appId"),
      refused(`POST ${path}`, { name: "N", appId: "-a" }, "appId"),
      refused(`POST ${path}`, { name: "N", appId: "x".repeat(64) }, "appId"),
    ],
  );
});
