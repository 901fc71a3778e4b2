/** /admin/v1/apps/{appId}/newest_users and /failures */
import { afterAll, describe, expect, it } from "vitest";
import { newAdministrator } from "../../support/administrators";
import { Client, createUser, logIn, newClient } from "../../support/client";
import { startDev, temporaryDirectory, type App, type Server } from "../../support/parleyd";
import { table } from "../../support/table";
import type { Failures, User } from "../../support/types";
import { WebSocketClient } from "../../support/websocket";

const dataDir = temporaryDirectory();
let server: Server = await startDev({ dataDir });
afterAll(() => server.stop());
const app = await server.createApp("active");
await server.createApp("quiet");
const production = await server.createApp("live", "--mode", "production");
const anyone = new Client(server.url);
const clientOf = ({ apiKey }: App) => anyone.with({ apikey: apiKey });
const key = clientOf(app);
const { api } = await newAdministrator(server, "viewer");
const pathOf = (appId: string): string => `/admin/v1/apps/${appId}`;

describe("the newest users", () => {
  const newest = async (query = "", appId = "active"): Promise<string[]> => {
    const { data } = await api.get<User[]>(`${pathOf(appId)}/newest_users${query}`);
    return data.map(({ uid }) => uid);
  };

  it("come first, without deactivated users and users of another app", async () => {
    await createUser(key, { uid: "first" });
    await createUser(key, { uid: "second" });
    await createUser(key, { uid: "third" });
    await createUser(clientOf(production), { uid: "elsewhere" });
    const users = { imported: { name: "Old", createdAt: 1600000000 } };
    await key.post("/v3/data_import/users", { users });
    const all = ["imported", "third", "second", "first"]; // In order of storage, not of createdAt.
    expect(await newest()).toEqual(all);
    expect(await newest("?limit=2")).toEqual(all.slice(0, 2));
    await key.delete("/v3/users", { uidsToDeactivate: [all[0]!] });
    expect(await newest()).toEqual(all.slice(1));
    await key.delete(`/v3/users/${all[1]!}?permanent=true`);
    expect(await newest()).toEqual(all.slice(2));
    expect(await newest("", "quiet")).toEqual([]);
  });
});

describe("failures", () => {
  const hoursOf = async (appId: string, query = ""): Promise<Failures["hours"]> =>
    (await api.get<Failures>(`${pathOf(appId)}/failures${query}`)).data.hours;
  /** The sum over all hours. */
  const countsOf = async (appId: string): Promise<Record<string, number>> => {
    const sum: Record<string, number> = {};
    for (const { failures } of await hoursOf(appId)) {
      for (const [code, count] of Object.entries(failures)) sum[code] = (sum[code] ?? 0) + count;
    }
    return sum;
  };

  it("are empty if nothing failed", async () => {
    expect(await countsOf("quiet")).toEqual({});
  });

  it("are counted by error code", async () => {
    const at = { appId: "active" };
    const { user, token } = await newClient(key);
    const expired = await logIn(key, user.uid, { expiresIn: 1 });
    const dead = { ...at, authToken: expired.authToken };
    await key.delete(`/v3/users/${user.uid}/auth_tokens/${token.id}`);
    await anyone.get("/v3/me", { ...at, authToken: token.authToken });
    await anyone.get("/v3/me", { ...at, authToken: "junk" });
    await anyone.get("/v3/users", { ...at, apikey: "f".repeat(40) });
    await anyone.with({ apikey: app.authKey }).get("/v3/users");
    await key.post("/v3/users/nobody/auth_tokens");
    await key.get("/v3/users/nobody"); // A user that is not found does not count as a failure.
    await key.post("/v3/users", {});
    await expect
      .poll(async () => (await anyone.get("/v3/me", dead)).status, { timeout: 5000 })
      .toBe(401);
    expect(await countsOf("active")).toEqual({
      AUTH_ERR_APIKEY_NOT_FOUND: 1,
      AUTH_ERR_AUTH_TOKEN_EXPIRED: 1,
      AUTH_ERR_AUTH_TOKEN_NOT_FOUND: 2,
      AUTH_ERR_NO_ACCESS: 1,
      ERR_UID_NOT_FOUND: 1,
    });
    expect(await countsOf("quiet")).toEqual({});
  });

  it("include sockets, and Auth Keys in production mode", async () => {
    const { user, token } = await newClient(clientOf(production));
    await clientOf(production).delete(`/v3/users/${user.uid}/auth_tokens`);
    await anyone.with({ apikey: production.authKey }).post(`/v3/users/${user.uid}/auth_tokens`);
    const socket = await WebSocketClient.open(server.url);
    await socket.authenticate(token.authToken, { appId: "live" });
    socket.close();
    expect(await countsOf("live")).toEqual({
      AUTH_ERR_AUTH_TOKEN_NOT_FOUND: 1,
      AUTH_ERR_NO_ACCESS: 1,
    });
  });

  it.each([1, 24, 720])("can be listed for each of the last %i hours", async (count) => {
    const hours = await hoursOf("active", `?hours=${count}`);
    expect(hours).toHaveLength(count);
    const last = hours.at(-1)!.hour;
    expect(Math.abs(Date.now() / 1000 - last - 1800)).toBeLessThan(1860);
    expect(hours.map(({ hour }) => hour)).toEqual(
      Array.from({ length: count }, (_, i) => last - 3600 * (count - 1 - i)),
    );
  });

  it("include pages whose origin the app does not allow", async () => {
    const strict = await server.createApp("strict", "--allowed-origin", "https://a.example");
    const page = anyone.with({ apikey: strict.apiKey, origin: "https://b.example" });
    await page.post("/v3/users/ann/auth_tokens");
    await page.get("/v3/users");
    expect(await countsOf("strict")).toEqual({ AUTH_ERR_NO_ACCESS: 2 });
  });

  it("cover 24 hours by default, and survive a restart", async () => {
    const before = await countsOf("active");
    expect(await hoursOf("active")).toHaveLength(24);
    await server.stop();
    server = await startDev({ dataDir });
    const again = new Client(server.url, api.headers);
    const { data } = await again.get<Failures>(`${pathOf("active")}/failures`);
    const counts = data.hours.flatMap(({ failures }) => Object.entries(failures));
    expect(Object.fromEntries(counts)).toEqual(before);
  });
});

describe("refuses", () => {
  const refused = (path: string, detail: string) => ({
    name: path,
    call: `GET /admin/v1/apps/active${path}`,
    ...{ status: 400, code: "ERR_BAD_REQUEST", details: [detail] },
  });
  table(
    () => new Client(server.url, api.headers),
    [
      refused("/newest_users?limit=0", "limit"),
      refused("/newest_users?limit=1001", "limit"),
      refused("/failures?hours=0", "hours"),
      refused("/failures?hours=721", "hours"),
      refused("/failures?hours=x", "hours"),
    ],
  );
});
