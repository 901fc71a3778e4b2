/**
 * Numbers that overflow are rejected wherever JSON is stored. A row in the store that cannot be read
 * does not make other calls or announcements fail.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { newAdministrator } from "../support/administrators";
import { Client, createUser, logIn } from "../support/client";
import { startDev, temporaryDirectory, type Server } from "../support/parleyd";
import { newOnlineUser } from "../support/realtime";
import type { AuthToken, BulkResults, User } from "../support/types";
import { WebSocketClient, frame } from "../support/websocket";

const dataDir = temporaryDirectory();
let server: Server = await startDev({ dataDir });
afterAll(() => server.stop());
const { apiKey, appId } = server.credentials;
const uid = "poisoned";

/** JSON.stringify cannot write these. */
const overflowing = ["1e400", "1e309", "-1e309", "0e370", "1e99999"];

describe("a number out of range", () => {
  const admin = new Client(server.url, { apikey: apiKey });
  const object = (number: string): string => `{"deep":[1,{"v":${number}}]}`;
  const prepare = async (): Promise<{ token: AuthToken; me: Client }> => {
    const token = await logIn(admin, uid);
    return { token, me: new Client(server.url, { authToken: token.authToken }) };
  };

  it("is rejected by every call that stores JSON", async () => {
    await createUser(admin, { uid });
    await admin.post("/v3/roles", { role: "vip", name: "VIP" });
    const { token, me } = await prepare();
    for (const number of overflowing) {
      const json = object(number);
      const calls: [Client, string, string, string][] = [
        [me, "PUT", "/v3/me", `{"metadata":${json}}`],
        [me, "PUT", "/v3/me", `{"platform":"web","deviceId":"d","appInfo":${json}}`],
        [me, "POST", "/v3/user_sessions", json],
        [admin, "POST", "/v3/users", `{"uid":"new","name":"New","metadata":${json}}`],
        [admin, "PUT", `/v3/users/${uid}`, `{"metadata":${json}}`],
        [admin, "PUT", `/v3/users/${uid}`, `{"metadata":{"@private":${json}}}`],
        [admin, "POST", `/v3/users/${uid}/auth_tokens`, `{"appInfo":${json}}`],
        [admin, "PUT", `/v3/users/${uid}/auth_tokens/${token.id}`, `{"appInfo":${json}}`],
        [admin, "POST", "/v3/roles", `{"role":"new","name":"New","metadata":${json}}`],
        [admin, "PUT", "/v3/roles/vip", `{"metadata":${json}}`],
      ];
      for (const [client, method, path, body] of calls) {
        const answer = await client.call(method, path, { body });
        expect(answer.outcome, `${method} ${path} ${body}`).toBe("400 ERR_BAD_REQUEST");
        expect(answer.text).toContain("deep[1].v");
      }
      const users = `{"users":{"new":{"name":"New","metadata":${json}}}}`;
      const imported = await admin.post<BulkResults>("/v3/data_import/users", users);
      expect(imported.data["new"]?.error?.details).toHaveProperty(["metadata.deep[1].v"]);
    }
    const users = (await admin.get<User[]>("/v3/users")).data;
    expect(users.find((user) => user.uid === uid)).not.toHaveProperty("metadata");
    expect(users.map((user) => user.uid)).not.toContain("new");
    expect((await admin.get("/v3/roles")).text).not.toContain("metadata");
    expect((await admin.get(`/v3/users/${uid}/auth_tokens`)).text).not.toContain("appInfo");
    expect((await me.get("/v3/me")).status).toBe(200);
  });

  it("is rejected in a frame of the realtime connection", async () => {
    const { token } = await prepare();
    const socket = await WebSocketClient.open(server.url);
    const body = `{"auth":"${token.authToken}","params":{"v":1e400}}`;
    socket.write(frame(`{"type":"auth","appId":"${appId}","deviceId":"d","body":${body}}`));
    const answer = await socket.next(({ type }) => type === "auth");
    expect(JSON.stringify(answer)).toContain("body.params.v");
  });

  it("at the limit of the range is returned unchanged", async () => {
    const sent = `{"max":1.7976931348623157e308,"tiny":5e-324,"zero":1e-400,"third":0.1}`;
    const answer = await admin.put<User>(`/v3/users/${uid}`, `{"metadata":${sent}}`);
    expect(answer.data.metadata).toEqual(JSON.parse(sent));
    expect((await admin.get<User>(`/v3/users/${uid}`)).data.metadata).toEqual(JSON.parse(sent));
  });
});

describe("a row that cannot be read", () => {
  it("does not make lists, calls about it or announcements of others fail", async () => {
    const before = new Client(server.url, { apikey: apiKey });
    const { authToken } = await logIn(before, uid, { appInfo: { v: 1 } });
    await before.put("/v3/roles/vip", { metadata: { v: 1 } });
    await server.stop();
    execFileSync("sqlite3", [
      join(dataDir, "parley.db"),
      `UPDATE users SET metadata = '{"v":Infinity}', tags = 'nonsense' WHERE uid = '${uid}';
       UPDATE roles SET metadata = '{"v":NaN}' WHERE id = 'vip';
       UPDATE sessions SET app_info = '{"v":-Infinity}' WHERE uid = '${uid}';
       UPDATE audit_events SET details = '{"v":NaN}' WHERE target_id = '${uid}';`,
    ]);
    server = await startDev({ dataDir });
    const admin = new Client(server.url, { apikey: apiKey });
    const me = new Client(server.url, { authToken });

    const listed = (await admin.get<User[]>("/v3/users?withTags=true")).data;
    expect(listed.find((user) => user.uid === uid)).toMatchObject({ metadata: {}, tags: [] });
    expect(listed.length).toBeGreaterThan(1);
    expect((await admin.get<User>(`/v3/users/${uid}`)).data.metadata).toEqual({});
    const roles = (await admin.get<{ role: string; metadata?: object }[]>("/v3/roles")).data;
    expect(roles.find(({ role }) => role === "vip")?.metadata).toEqual({});
    expect((await admin.get(`/v3/users/${uid}/auth_tokens`)).status).toBe(200);
    expect((await me.get("/v3/me")).status).toBe(200);
    expect((await me.get("/v3/me/sessions")).status).toBe(200);
    expect((await me.get("/v3/users")).status).toBe(200);

    const { api } = await newAdministrator(server, "owner");
    const path = `/admin/v1/apps/${appId}`;
    for (const list of ["/users", "/newest_users", "/roles", "/audit"]) {
      expect((await api.get(`${path}${list}`)).status, list).toBe(200);
    }

    const watcher = await newOnlineUser(admin);
    await WebSocketClient.login(server.url, authToken, { presence: "ALL_USERS" });
    const shown = await watcher.socket.next(({ type }) => type === "presence");
    expect(shown.body).toMatchObject({ action: "online", user: { uid, metadata: {} } });
    const other = await newOnlineUser(admin);
    expect(await watcher.socket.nextPresence()).toEqual([other.uid, "online"]);

    const change = await admin.put<User>(`/v3/users/${uid}`, { metadata: { v: 2 }, tags: ["a"] });
    expect(change.data).toMatchObject({ metadata: { v: 2 }, tags: ["a"] });

    const reports = server.log.split("\n").filter((line) => line.includes("unreadable"));
    expect(new Set(reports.map((line) => line.replace(/"time":"[^"]*",/, ""))).size).toBe(
      reports.length,
    );
    expect(reports.join()).toContain(`"appId":"${appId}","column":"users.metadata","id":"${uid}"`);
    expect(reports.join()).not.toMatch(/Infinity|NaN|nonsense/);
  });
});
