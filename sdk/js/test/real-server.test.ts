import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { claimsOf } from "../../../tests/support/jwt.js";
import { type Server, startDev } from "../../../tests/support/parleyd.js";
import type { ParleyApi } from "../src/api.js";
import { createApi } from "../src/create-api.js";
import { systemEnvironment } from "../src/environment.js";
import { ErrorCode } from "../src/errors/error-code.js";
import { Sdk } from "../src/sdk.js";
import { type ExampleServer, runExample } from "./support/run-example.js";
import type { User } from "../src/users/user.js";

let server: Server;
let app: ExampleServer;

beforeAll(async () => {
  server = await startDev();
  app = { ...server.credentials, url: server.url };
}, 30_000);
afterAll(async () => {
  await server?.stop();
});

describe("the examples", () => {
  it.each([
    ["init.js", "Initialization completed successfully"],
    ["init.ts", "Initialization completed successfully"],
    ["create-user.js", "User created: superhero1 Iron Man"],
    ["create-user.ts", "User created: superhero2 Captain Marvel"],
    ["login-auth-key.js", "Login successful: Andrew Joseph"],
    ["login-auth-key.ts", "Login successful: Andrew Joseph"],
    ["login-auth-token.js", "Login successful: George Alan"],
    ["login-auth-token.ts", "Login successful: George Alan"],
    ["logout.js", "Logout completed successfully"],
    ["logout.ts", "Logout completed successfully"],
    ["block-users.ts", "The user with UID cometchat-uid-4 was blocked.\nBlocked: Susan Marie"],
    ["call-back-end.ts", "Orders of cometchat-uid-1"],
    ["quick-start.ts", "Hello, Andrew Joseph"],
    ["presence.ts", "Connected\nOnline: 1\nDisconnected"],
  ])("%s prints %s", async (file, output) => {
    expect(await runExample(file, app)).toBe(output);
  });

  it("print what failed", async () => {
    const wrongKey = { ...app, authKey: "0".repeat(40) };
    expect(await runExample("login-auth-key.js", wrongKey)).toContain("AUTH_ERR_APIKEY_NOT_FOUND");
    expect(await runExample("create-user.js", app)).toContain("ERR_UID_ALREADY_EXISTS");
  });
});

describe("the SDK and a real server", () => {
  let parley: ParleyApi;

  async function start(): Promise<ParleyApi> {
    const api = createApi(new Sdk(systemEnvironment()), ErrorCode.NOT_INITIALIZED);
    await api.init(app.appId, new api.AppSettingsBuilder().setHost(app.url).build());
    return api;
  }

  beforeEach(async () => {
    parley = await start();
  });

  it("logs in with the documented fields", async () => {
    const user = await parley.login("cometchat-uid-2", app.authKey);
    expect(JSON.parse(JSON.stringify(user))).toMatchObject({
      uid: "cometchat-uid-2",
      name: "George Alan",
      authToken: expect.stringMatching(/^cometchat-uid-2_\d{10}\w{30}$/) as string,
      avatar: expect.stringMatching(/^http/) as string,
      status: "online",
      role: "default",
      lastActiveAt: expect.any(Number) as number,
      hasBlockedMe: false,
      blockedByMe: false,
      deactivatedAt: 0,
      tags: [],
    });
  });

  it("gets a JWT of the user for the own back end", async () => {
    const user = await parley.login("cometchat-uid-2", app.authKey);
    const { sub, aud, iat, exp } = claimsOf(await parley.getJwt());
    expect([sub, aud]).toEqual([user.uid, app.appId]);
    expect(exp - iat).toBeLessThanOrEqual(86_400);
    await parley.logout();
  });

  it("logs out permanently: the token is rejected afterwards", async () => {
    const user = await parley.login("cometchat-uid-1", app.authKey);
    await parley.logout();
    await expect(parley.login(user.authToken ?? "")).rejects.toMatchObject({
      code: "AUTH_ERR_AUTH_TOKEN_NOT_FOUND",
    });
  });

  it("keeps one session for two tokens of one user, as when a React effect runs twice", async () => {
    const mint = async (): Promise<string> => {
      const url = `${app.url}/v3/users/cometchat-uid-3/auth_tokens`;
      const headers = { apikey: app.authKey, "content-type": "application/json" };
      const answer = await fetch(url, { method: "POST", headers, body: "{}" });
      return ((await answer.json()) as { data: { authToken: string } }).data.authToken;
    };
    const before = (await parley.login(await mint()).then(() => parley.getSessions())).length;
    await parley.logout();
    expect(await parley.getLoggedinUser()).toBeNull();
    const tokens = await Promise.all([mint(), mint()]);

    const users = await Promise.all(tokens.map((token) => parley.login(token)));

    expect(new Set(users.map(({ authToken }) => authToken)).size).toBe(1);
    await expect.poll(async () => (await parley.getSessions()).length).toBe(before);
    await parley.logout();
  });

  it("ends the session of the previous user at login", async () => {
    const first = await parley.login("cometchat-uid-1", app.authKey);
    await parley.login("cometchat-uid-2", app.authKey);
    await expect((await start()).login(first.authToken ?? "")).rejects.toMatchObject({
      code: "AUTH_ERR_AUTH_TOKEN_NOT_FOUND",
    });
  });

  it("creates, changes and finds users", async () => {
    const user = new parley.User({ uid: "nancy", name: "Nancy", avatar: "https://example.com/n" });
    user.setMetadata({ level: 3 });
    user.setTags(["vip"]);
    await parley.createUser(user, app.authKey);
    await parley.updateUser({ uid: "nancy", name: "Nancy Grace", avatar: "" }, app.authKey);
    await parley.login("cometchat-uid-1", app.authKey);

    const found = await parley.getUser("nancy");

    expect(found).toMatchObject({ name: "Nancy Grace", metadata: { level: 3 }, tags: ["vip"] });
    expect(found.avatar).toBeUndefined();
    const builder = () => new parley.UsersRequestBuilder().setLimit(1).setUIDs(["nancy"]);
    const [listed] = await builder().withTags(true).setTags(["vip"]).build().fetchNext();
    expect(listed).toMatchObject({ uid: "nancy", tags: ["vip"] });
    expect(await builder().setStatus("online").build().fetchNext()).toEqual([]);
  });

  it("pages through the users, without the caller", async () => {
    await parley.login("cometchat-uid-1", app.authKey);
    const request = new parley.UsersRequestBuilder()
      .setLimit(2)
      .setSearchKeyword("cometchat-uid")
      .searchIn(["uid"])
      .sortBy("uid")
      .sortByOrder("desc")
      .build();
    const uids = async (users: Promise<{ uid: string }[]>) =>
      (await users).map(({ uid }) => uid.slice(-1)).join("");

    expect(await uids(request.fetchNext())).toBe("54");
    expect(await uids(request.fetchNext())).toBe("32");
    expect(await uids(request.fetchNext())).toBe("");
    expect(await uids(request.fetchPrevious())).toBe("54");
  });

  it("blocks users, who can see it, and unblocks them", async () => {
    const other = await start();
    await other.login("cometchat-uid-2", app.authKey);
    await parley.login("cometchat-uid-1", app.authKey);

    const results = await parley.blockUsers(["cometchat-uid-2", "nobody-here", "cometchat-uid-1"]);

    expect(results["cometchat-uid-2"]).toMatchObject({ success: true });
    expect(results["nobody-here"]).toMatchObject({ success: false, code: "ERR_UID_NOT_FOUND" });
    expect(results["cometchat-uid-1"]).toMatchObject({ code: "ERR_CANNOT_BLOCK_SELF" });
    expect((await parley.getUser("cometchat-uid-2")).getBlockedByMe()).toBe(true);
    expect((await other.getUser("cometchat-uid-1")).getHasBlockedMe()).toBe(true);
    const { BLOCKED_BY_ME, HAS_BLOCKED_ME } = parley.BlockedUsersRequest.directions;
    const blocked = (api: ParleyApi, direction: "blockedByMe" | "hasBlockedMe") =>
      new api.BlockedUsersRequestBuilder().setLimit(5).setDirection(direction).build();
    const mine = blocked(parley, BLOCKED_BY_ME);
    expect((await mine.fetchNext()).map(({ uid }) => uid)).toEqual(["cometchat-uid-2"]);
    expect(await mine.fetchNext()).toEqual([]);
    expect(await blocked(parley, HAS_BLOCKED_ME).fetchNext()).toEqual([]);
    expect(await blocked(other, HAS_BLOCKED_ME).fetchNext()).toHaveLength(1);
    const users = new parley.UsersRequestBuilder().setLimit(10).setSearchKeyword("cometchat");
    expect(await users.hideBlockedUsers(true).build().fetchNext()).toHaveLength(3);
    expect(await users.friendsOnly(true).build().fetchNext()).toEqual([]);

    expect((await parley.unblockUsers(["COMETCHAT-uid-2"]))["cometchat-uid-2"]?.success).toBe(true);
    expect((await parley.getUser("cometchat-uid-2")).getBlockedByMe()).toBe(false);
  });

  it("changes the logged-in user", async () => {
    const user = await parley.login("cometchat-uid-4", app.authKey);
    user.setStatusMessage("On holiday");
    expect((await parley.updateCurrentUserDetails(user)).getStatusMessage()).toBe("On holiday");
    expect((await parley.getLoggedinUser())?.statusMessage).toBe("On holiday");
  });

  it("lists devices and ends the others, which report that their session was revoked", async () => {
    const other = await start();
    await other.login("cometchat-uid-5", app.authKey);
    await parley.login("cometchat-uid-5", app.authKey);
    const reasons: string[] = [];
    other.addLoginListener("test", { logoutSuccess: ({ reason }) => reasons.push(reason) });

    const sessions = await parley.getSessions();
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions).toContainEqual(expect.objectContaining({ platform: "node", current: false }));
    await parley.endOtherSessions();

    expect(await parley.getSessions()).toHaveLength(1);
    await expect(other.getSessions()).rejects.toMatchObject({
      code: "AUTH_ERR_AUTH_TOKEN_NOT_FOUND",
    });
    expect(reasons).toEqual(["revoked"]);
  });

  it("receives presence in Node through the WebSocket of a package", async () => {
    const watcher = createApi(new Sdk(systemEnvironment()), ErrorCode.NOT_INITIALIZED);
    const settings = (api: ParleyApi) =>
      new api.AppSettingsBuilder()
        .setHost(app.url)
        .setWebSocket(WebSocket)
        .subscribePresenceForAllUsers()
        .build();
    await watcher.init(app.appId, settings(watcher));
    await parley.init(app.appId, settings(parley));
    const heard: string[] = [];
    const note = (user: User): void => {
      // Users of other tests may still be going offline.
      if (user.uid === "cometchat-uid-3") heard.push(`${user.getName()} ${user.getStatus()}`);
    };
    watcher.addUserListener("test", { onUserOnline: note, onUserOffline: note });
    await watcher.login("cometchat-uid-1", app.authKey);
    await watcher.connect();

    await parley.login("cometchat-uid-3", app.authKey);
    await expect.poll(() => heard).toEqual(["Nancy Grace online"]);
    expect((await watcher.getUser("cometchat-uid-3")).getStatus()).toBe("online");
    await expect.poll(() => watcher.getOnlineUserCount(), { timeout: 5_000 }).toBe(2);
    await parley.logout();
    await expect.poll(() => heard, { timeout: 5_000 }).toHaveLength(2);
    expect(heard[1]).toBe("Nancy Grace offline");
    await watcher.logout();
  }, 15_000);

  it.each<[string, string, (api: ParleyApi) => Promise<unknown>]>([
    ["an unknown UID", "ERR_UID_NOT_FOUND", (api) => api.login("nobody-here", app.authKey)],
    ["a wrong key", "AUTH_ERR_APIKEY_NOT_FOUND", (api) => api.login("a", "0".repeat(40))],
    ["a made-up token", "AUTH_ERR_AUTH_TOKEN_NOT_FOUND", (api) => api.login("a_made-up-token")],
    ["a taken UID", "ERR_UID_ALREADY_EXISTS", (api) => createAgain(api)],
    ["a user without a name", "ERR_BAD_REQUEST", (api) => createNameless(api)],
  ])("explains what happened and what to do for %s", async (_, code, call) => {
    await expect(call(parley)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^[A-Z].*\.$/) as string,
      details: { devMessage: expect.stringMatching(/\w+/) as string },
    });
  });
});

function createAgain(api: ParleyApi): Promise<unknown> {
  return api.createUser({ uid: "cometchat-uid-1", name: "Another" }, app.authKey);
}

function createNameless(api: ParleyApi): Promise<unknown> {
  return api.createUser(new api.User("nameless"), app.authKey);
}
