import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type App, type Server, startServe } from "../../../tests/support/parleyd.js";
import type { ParleyApi } from "../src/api.js";
import { createApi } from "../src/create-api.js";
import { systemEnvironment } from "../src/environment.js";
import { ErrorCode } from "../src/errors/error-code.js";
import { Sdk } from "../src/sdk.js";
import type { UserPages } from "../src/users/user-pages.js";

/** Lists from a real server, while users come online, go offline and are deleted between pages. */
const UIDS = Array.from({ length: 9 }, (_, index) => `user-${index + 1}`);

let server: Server;
let app: App;
let parley: ParleyApi;
let apps = 0;
const devices = new Map<string, ParleyApi>();

beforeAll(async () => {
  server = await startServe();
}, 30_000);
afterAll(() => server?.stop());

beforeEach(async () => {
  await Promise.all([...devices.values()].map((device) => device.logout()));
  devices.clear();
  app = await server.createApp(`lists-${++apps}`, "--mode", "development");
  for (const uid of [...UIDS, "viewer"]) await manage("POST", "", { uid, name: uid });
  parley = await logIn("viewer", false);
}, 20_000);

async function logIn(uid: string, isOnline: boolean): Promise<ParleyApi> {
  const api = createApi(new Sdk(systemEnvironment()), ErrorCode.NOT_INITIALIZED);
  const settings = new api.AppSettingsBuilder()
    .setHost(server.url)
    .setWebSocket(WebSocket)
    .autoEstablishSocketConnection(isOnline);
  await api.init(app.appId, settings.build());
  await api.login(uid, app.authKey);
  if (isOnline) await api.connect();
  return api;
}

async function comeOnline(...uids: string[]): Promise<void> {
  for (const uid of uids) devices.set(uid, await logIn(uid, true));
  await expect.poll(() => statusOf(uids)).toEqual(uids.map(() => "online"));
}

async function goOffline(...uids: string[]): Promise<void> {
  for (const uid of uids) await devices.get(uid)?.disconnect();
  const offline = uids.map(() => "offline");
  await expect.poll(() => statusOf(uids), { timeout: 8_000 }).toEqual(offline);
}

const statusOf = (uids: string[]): Promise<string[]> =>
  Promise.all(uids.map(async (uid) => (await parley.getUser(uid)).getStatus()));

/** Calls the users API with the REST API Key, as a back end does. */
async function manage(method: string, path: string, body: object): Promise<void> {
  const headers = { apikey: app.apiKey, "content-type": "application/json" };
  const options = { method, headers, body: JSON.stringify(body) };
  expect((await fetch(`${server.url}/v3/users${path}`, options)).status).toBe(200);
}

const remove = (uid: string): Promise<void> => manage("DELETE", `/${uid}`, { permanent: true });

/** Fetches all pages, and calls `then` after the first one. */
async function pagesOf(list: UserPages, then: () => Promise<unknown>): Promise<string[][]> {
  const pages: string[][] = [];
  for (;;) {
    const page = (await list.fetchNext()).map(({ uid }) => uid);
    if (page.length === 0) return pages;
    pages.push(page);
    if (pages.length === 1) await then();
  }
}

const usersInThrees = (): UserPages => new parley.UsersRequestBuilder().setLimit(3).build();

describe("users by status, three at a time", { timeout: 30_000 }, () => {
  it("are all listed when users come online", async () => {
    const pages = await pagesOf(usersInThrees(), () => comeOnline("user-2", "user-8", "user-9"));
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 3]);
    expect(pages.flat().sort()).toEqual(UIDS);
  });

  it("are all listed when users go offline", async () => {
    await comeOnline("user-5", "user-6", "user-7", "user-8");
    const pages = await pagesOf(usersInThrees(), () => goOffline("user-5", "user-8"));
    expect(pages[0]).toEqual(["user-5", "user-6", "user-7"]);
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 3]);
    expect(pages.flat().sort()).toEqual(UIDS);
  });

  it("are all listed exactly once when a user already listed is deleted", async () => {
    const pages = await pagesOf(usersInThrees(), () => remove("user-2"));
    expect(pages).toEqual([UIDS.slice(0, 3), UIDS.slice(3, 6), UIDS.slice(6)]);
  });

  it("are sorted by status, then by name, when nothing changes", async () => {
    await comeOnline("user-4", "user-9");
    const pages = await pagesOf(usersInThrees(), async () => undefined);
    expect(pages).toEqual([
      ["user-4", "user-9", "user-1"],
      ["user-2", "user-3", "user-5"],
      ["user-6", "user-7", "user-8"],
    ]);
  });
});

describe("blocked users, three at a time", () => {
  const blocked = (): UserPages =>
    new parley.BlockedUsersRequestBuilder().setLimit(3).setDirection("blockedByMe").build();

  it("are all listed when some are unblocked between pages", async () => {
    await parley.blockUsers(UIDS);
    const pages = await pagesOf(blocked(), () => parley.unblockUsers(["user-1", "user-2"]));
    expect(pages).toEqual([UIDS.slice(0, 3), UIDS.slice(3, 6), UIDS.slice(6)]);
  });

  it("can be paged backwards", async () => {
    await parley.blockUsers(UIDS);
    const list = blocked();
    for (let i = 0; i < 3; i++) await list.fetchNext();
    await remove("user-1");
    const page = async () => (await list.fetchPrevious()).map(({ uid }) => uid);
    expect(await page()).toEqual(UIDS.slice(3, 6));
    expect(await page()).toEqual(UIDS.slice(1, 4));
    expect(await page()).toEqual([]);
  });
});
