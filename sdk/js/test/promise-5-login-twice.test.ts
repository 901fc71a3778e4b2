import { describe, expect, it } from "vitest";
import { AUTH_KEY } from "./support/fake-server.js";
import { record, World } from "./support/world.js";

const MINT = "POST /v3/users/andrew/auth_tokens";

describe("promise 5: login() twice", () => {
  it("performs one login for simultaneous calls with the same identity, and both promises resolve", async () => {
    const world = new World();
    const parley = await world.startTab();
    const heard = record(parley);

    const [first, second] = await Promise.all([
      parley.login("andrew", AUTH_KEY),
      parley.login(" Andrew ", AUTH_KEY),
    ]);

    expect(first).toEqual(second);
    expect(first).not.toBe(second);
    expect(world.server.calls()).toEqual([MINT, "PUT /v3/me"]);
    expect(heard).toEqual(["loginSuccess andrew"]);
  });

  it("survives a second init() in between, as in React's strict mode", async () => {
    const world = new World();
    const parley = await world.startTab();
    const settings = new parley.AppSettingsBuilder().setHost("chat.example.com").build();

    const first = parley.login("andrew", AUTH_KEY);
    await parley.init("my-app", settings);
    const second = parley.login("andrew", AUTH_KEY);

    expect((await first).authToken).toBe((await second).authToken);
  });

  it.each(["the same login", "a login by token of the same user"])(
    "gives %s its own timeout when the first login times out",
    async (what) => {
      const world = new World();
      const parley = await world.startTab();
      const spare = world.server.issueToken("andrew");
      const release = world.server.hold("PUT /v3/me");
      const first = parley.login("andrew", AUTH_KEY);
      const timedOut = expect(first).rejects.toMatchObject({ code: "TIMEOUT" });
      await world.advance(9_900);

      const second = what.includes("token")
        ? parley.login(spare)
        : parley.login("andrew", AUTH_KEY);
      second.catch(() => undefined);
      await world.advance(100);
      await timedOut;
      release();
      await world.advance(1);

      const user = await second;
      expect((await parley.getLoggedinUser())?.authToken).toBe(user.authToken);
      expect(world.server.lives(user.authToken ?? "")).toBe(true);
    },
  );

  it("reports one failure when both logins time out together", async () => {
    const world = new World();
    const parley = await world.startTab();
    const heard = record(parley);
    world.server.hold("PUT /v3/me");

    const logins = Promise.allSettled([1, 2].map(() => parley.login("andrew", AUTH_KEY)));
    await world.advance(10_000);

    expect(await logins).toMatchObject([1, 2].map(() => ({ reason: { code: "TIMEOUT" } })));
    expect(heard).toEqual(["loginFailure TIMEOUT"]);
    expect(world.server.calls().filter((call) => call === MINT)).toHaveLength(1);
  });

  it("rejects another identity with LOGIN_IN_PROGRESS while a login is running", async () => {
    const world = new World();
    const parley = await world.startTab();

    const first = parley.login("andrew", AUTH_KEY);
    await expect(parley.login("george", AUTH_KEY)).rejects.toMatchObject({
      code: "LOGIN_IN_PROGRESS",
    });

    expect((await first).uid).toBe("andrew");
  });

  it("reuses the session of a user who is already logged in", async () => {
    const world = new World();
    const parley = await world.startTab();
    const first = await parley.login("andrew", AUTH_KEY);

    const second = await parley.login("andrew", AUTH_KEY);

    expect(second.authToken).toBe(first.authToken);
    expect(world.server.calls().filter((call) => call === MINT)).toHaveLength(1);
  });

  it("creates a new session when the old one has ended", async () => {
    const world = new World();
    const parley = await world.startTab();
    const first = await parley.login("andrew", AUTH_KEY);
    const heard = record(parley);
    world.server.refuse(first.authToken ?? "", "AUTH_ERR_AUTH_TOKEN_EXPIRED");

    const second = await parley.login("andrew", AUTH_KEY);

    expect(second.authToken).not.toBe(first.authToken);
    expect(heard).toEqual(["logoutSuccess expired", "loginSuccess andrew"]);
  });

  it("ends the session of the previous user on the server first", async () => {
    const world = new World();
    const parley = await world.startTab();
    const andrew = await parley.login("andrew", AUTH_KEY);
    const heard = record(parley);

    const george = await parley.login("george", AUTH_KEY);

    expect(world.server.lives(andrew.authToken ?? "")).toBe(false);
    expect(world.server.lives(george.authToken ?? "")).toBe(true);
    expect(heard).toEqual(["logoutSuccess switched", "loginSuccess george"]);
  });

  it("keeps the current session when a login of another user fails", async () => {
    const world = new World();
    const parley = await world.startTab();
    const andrew = await parley.login("andrew", AUTH_KEY);

    await expect(parley.login("nobody", AUTH_KEY)).rejects.toThrow();
    await expect(parley.login("no-such-token")).rejects.toThrow();

    expect((await parley.getLoggedinUser())?.authToken).toBe(andrew.authToken);
    expect(world.server.lives(andrew.authToken ?? "")).toBe(true);
  });

  it("keeps the old session and ends the new one when the old one cannot be ended on the server", async () => {
    const world = new World();
    const parley = await world.startTab();
    const andrew = await parley.login("andrew", AUTH_KEY);
    const release = world.server.hold("DELETE /v3/me");

    const login = parley.login("george", AUTH_KEY);
    const rejected = expect(login).rejects.toMatchObject({ code: "TIMEOUT" });
    await world.advance(10_000);
    await rejected;
    release();

    expect((await parley.getLoggedinUser())?.authToken).toBe(andrew.authToken);
    expect([...world.server.tokens.keys()].filter((token) => token.startsWith("george"))).toEqual(
      [],
    );
  });

  it("replaces the token of the same user without a logout", async () => {
    const world = new World();
    const parley = await world.startTab();
    const first = await parley.login("andrew", AUTH_KEY);
    const heard = record(parley);
    const newToken = world.server.issueToken("andrew");

    expect((await parley.login(newToken)).authToken).toBe(newToken);

    await world.advance(0);
    expect(world.server.lives(first.authToken ?? "")).toBe(false);
    expect(heard).toEqual(["loginSuccess andrew"]);
  });

  describe("with two auth tokens of one user, as in React's strict mode", () => {
    it("performs one login, resolves both promises, and ends the spare token on the server", async () => {
      const world = new World();
      const parley = await world.startTab();
      const heard = record(parley);
      const [kept, spare] = [world.server.issueToken("andrew"), world.server.issueToken("andrew")];

      const users = await Promise.all([parley.login(kept), parley.login({ authToken: spare })]);
      await world.advance(0);

      expect(users.map(({ authToken }) => authToken)).toEqual([kept, kept]);
      expect(world.server.lives(kept)).toBe(true);
      expect(world.server.lives(spare)).toBe(false);
      expect(heard).toEqual(["loginSuccess andrew"]);
    });

    it("joins more than two logins, including a login by key", async () => {
      const world = new World();
      const parley = await world.startTab();
      const tokens = [1, 2, 3].map(() => world.server.issueToken("andrew"));

      const users = await Promise.all([
        ...tokens.map((token) => parley.login(token)),
        parley.login("andrew", AUTH_KEY),
      ]);
      await world.advance(0);

      expect(new Set(users.map(({ authToken }) => authToken))).toEqual(new Set([tokens[0]]));
      expect([...world.server.tokens.keys()]).toEqual([tokens[0]]);
    });

    it("does not end the token that the other login resulted in", async () => {
      const world = new World();
      const parley = await world.startTab();
      const { authToken = "" } = await parley.login("andrew", AUTH_KEY);

      const users = await Promise.all([parley.login("andrew", AUTH_KEY), parley.login(authToken)]);
      await world.advance(0);

      expect(users.map((user) => user.authToken)).toEqual([authToken, authToken]);
      expect(world.server.lives(authToken)).toBe(true);
    });

    it("uses the second token when the first is rejected", async () => {
      const world = new World();
      const parley = await world.startTab();
      const [dead, good] = [world.server.issueToken("andrew"), world.server.issueToken("andrew")];
      world.server.refuse(dead, "AUTH_ERR_AUTH_TOKEN_EXPIRED");

      const [first, second] = await Promise.allSettled([parley.login(dead), parley.login(good)]);

      expect(first).toMatchObject({ reason: { code: "AUTH_ERR_AUTH_TOKEN_EXPIRED" } });
      expect(second).toMatchObject({ value: { authToken: good } });
      expect(world.server.lives(good)).toBe(true);
    });

    it("ends both tokens when logout() comes first", async () => {
      const world = new World();
      const parley = await world.startTab();
      const tokens = [world.server.issueToken("andrew"), world.server.issueToken("andrew")];

      const logins = Promise.allSettled(tokens.map((token) => parley.login(token)));
      await parley.logout();
      await world.advance(0);

      expect((await logins).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
      expect(await parley.getLoggedinUser()).toBeNull();
      expect(world.server.tokens.size).toBe(0);
    });

    it("rejects a token of another user with LOGIN_IN_PROGRESS, and does not end it", async () => {
      const world = new World();
      const parley = await world.startTab();
      const [andrews, georges] = ["andrew", "george"].map((uid) => world.server.issueToken(uid));
      const release = world.server.hold("PUT /v3/me");

      const first = parley.login(andrews ?? "");
      await expect(parley.login(georges ?? "")).rejects.toMatchObject({
        code: "LOGIN_IN_PROGRESS",
      });
      await expect(parley.login("george", AUTH_KEY)).rejects.toMatchObject({
        code: "LOGIN_IN_PROGRESS",
      });
      release();

      expect((await first).uid).toBe("andrew");
      expect(world.server.lives(georges ?? "")).toBe(true);
    });
  });
});
