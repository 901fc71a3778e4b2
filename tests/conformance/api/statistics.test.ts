/** GET /v3/stats: how much an app is used */
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, logIn, newClient } from "../../support/client";
import { startServe, temporaryDirectory, type App, type Server } from "../../support/parleyd";
import { newOnlineUser } from "../../support/realtime";
import { table } from "../../support/table";
import type { Statistics } from "../../support/types";

const dataDir = temporaryDirectory();
let server: Server = await startServe({ dataDir });
afterAll(() => server.stop());
const app = await server.createApp("counted");
const quiet = await server.createApp("quiet");
const clientOf = ({ apiKey }: App) => new Client(server.url).with({ apikey: apiKey });
let admin = clientOf(app);

const ask = async (client = admin, query = ""): Promise<Statistics> =>
  (await client.get<Statistics>(`/v3/stats${query}`)).data;
/** The sum over all hours. */
const logins = ({ logins }: Statistics): number =>
  logins.reduce((sum, { count }) => sum + count, 0);

describe("counts", () => {
  it("nothing in an unused app", async () => {
    const statistics = await ask(clientOf(quiet));
    expect(statistics).toMatchObject({ users: 0, deactivatedUsers: 0, online: 0, sessions: 0 });
    expect(logins(statistics)).toBe(0);
  });

  it("users, and deactivated users separately", async () => {
    const before = await ask();
    const { uid } = await createUser(admin);
    await createUser(admin);
    await admin.delete("/v3/users", { uidsToDeactivate: [uid] });
    const after = await ask();
    expect(after.users).toBe(before.users + 1);
    expect(after.deactivatedUsers).toBe(before.deactivatedUsers + 1);
    const { pagination } = await admin.get("/v3/users");
    expect(after.users).toBe(pagination.total);
  });

  it("active sessions, however they end", async () => {
    const { sessions } = await ask();
    const [ann, bob, cat] = [
      await newClient(admin),
      await newClient(admin),
      await newClient(admin),
    ];
    expect((await ask()).sessions).toBe(sessions + 3);
    await logIn(admin, ann.user.uid, { expiresIn: 1 });
    await logIn(admin, ann.user.uid, { idleTimeout: 1 });
    await expect.poll(async () => (await ask()).sessions, { timeout: 5000 }).toBe(sessions + 3);
    await ann.me.delete("/v3/me");
    expect((await ask()).sessions).toBe(sessions + 2);
    await admin.delete(`/v3/users/${bob.user.uid}`);
    expect((await ask()).sessions).toBe(sessions + 1);
    await admin.delete(`/v3/users/${cat.user.uid}?permanent=true`);
    expect((await ask()).sessions).toBe(sessions);
  });

  it("each online user once", async () => {
    const { online } = await ask();
    const watcher = await newOnlineUser(admin);
    const seen = () => ask().then((statistics) => statistics.online);
    await expect.poll(seen).toBe(online + 1);
    const second = await newOnlineUser(admin, {});
    await expect.poll(seen).toBe(online + 2);
    await second.me.delete("/v3/me");
    await expect.poll(seen).toBe(online + 1);
    watcher.socket.close();
    await expect.poll(seen, { timeout: 5000 }).toBe(online);
  });
});

describe("logins", () => {
  it("are created auth tokens, not app starts", async () => {
    const before = logins(await ask());
    const { user, me } = await newClient(admin);
    await createUser(admin, { withAuthToken: true } as object);
    await logIn(new Client(server.url).with({ apikey: app.authKey }), user.uid);
    await server.cli("user", "token", "--app", app.appId, "--uid", user.uid);
    expect(logins(await ask())).toBe(before + 4);
    await me.put("/v3/me", { platform: "ios", deviceId: "phone" });
    await me.get("/v3/me");
    await me.delete("/v3/me");
    await admin.post(`/v3/users/nobody/auth_tokens`);
    expect(logins(await ask())).toBe(before + 4);
  });

  it("are counted for each requested hour, oldest first", async () => {
    for (const [query, count] of [
      ["", 24],
      ["?hours=1", 1],
      ["?hours=168", 168],
      ["?hours=720", 720],
    ] as const) {
      const asked = Math.floor(Date.now() / 1000);
      const hours = (await ask(admin, query)).logins.map(({ hour }) => hour);
      const answered = Math.floor(Date.now() / 1000);
      const last = hours.at(-1)!;
      expect([asked - (asked % 3600), answered - (answered % 3600)]).toContain(last);
      expect(hours).toEqual(Array.from({ length: count }, (_, i) => last - 3600 * (count - 1 - i)));
    }
  });
});

const refused = (hours: string) => ({
  name: `refuses hours=${hours}`,
  call: `GET /v3/stats?hours=${hours}`,
  status: 400,
  code: "ERR_BAD_REQUEST",
  details: ["hours"],
});
table(
  () => admin,
  [
    ...["0", "721", "-1", "1.5", "x", ""].map(refused),
    { name: "speaks both versions", call: "GET /v3.0/stats", status: 200 },
    {
      name: "refuses an unknown parameter",
      call: "GET /v3/stats?days=1",
      status: 400,
      code: "ERR_BAD_REQUEST",
      details: ["days"],
    },
    {
      name: "is not for the Auth Key",
      call: "GET /v3/stats",
      headers: { apikey: app.authKey },
      status: 403,
      code: "AUTH_ERR_NO_ACCESS",
    },
    {
      name: "requires a credential",
      call: "GET /v3/stats",
      headers: { apikey: [], appId: app.appId },
      status: 401,
      code: "AUTH_ERR_EMPTY_APIKEY",
    },
    { name: "can only be read", call: "POST /v3/stats", status: 404, code: "ERR_API_NOT_FOUND" },
  ],
);

it("keeps everything over SIGKILL, except who is online", async () => {
  await newOnlineUser(admin);
  await expect.poll(async () => (await ask()).online).toBe(1);
  const before = await ask();
  await server.kill();
  server = await startServe({ dataDir });
  admin = clientOf(app);
  const after = await ask();
  expect(after).toMatchObject({ ...before, online: 0, logins: expect.any(Array) as unknown });
  expect(logins(after)).toBe(logins(before));
  expect(logins(await ask(clientOf(quiet)))).toBe(0);
});
