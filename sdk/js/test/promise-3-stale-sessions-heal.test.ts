import { describe, expect, it, vi } from "vitest";
import { AUTH_KEY } from "./support/fake-server.js";
import { record, settle, World } from "./support/world.js";

const REFUSALS = [
  ["AUTH_ERR_AUTH_TOKEN_NOT_FOUND", "revoked"],
  ["AUTH_ERR_AUTH_TOKEN_EXPIRED", "expired"],
] as const;

describe("promise 3: stale sessions heal", () => {
  it.each(REFUSALS)("%s on any call ends the session as %s", async (code, reason) => {
    const world = new World();
    const parley = await world.startTab();
    const user = await parley.login("andrew", AUTH_KEY);
    const heard = record(parley);
    world.server.refuse(user.authToken ?? "", code);

    await expect(parley.getUser("george")).rejects.toMatchObject({ code });

    expect(heard).toEqual([`logoutSuccess ${reason}`]);
    expect(await parley.getLoggedinUser()).toBeNull();
    expect(await (await world.startTab()).getLoggedinUser()).toBeNull();
  });

  it("reports after a reload that the session has ended in the meantime", async () => {
    const world = new World();
    const user = await (await world.startTab()).login("andrew", AUTH_KEY);
    world.server.refuse(user.authToken ?? "", "AUTH_ERR_AUTH_TOKEN_EXPIRED");
    const reloaded = world.openTab();
    const heard = record(reloaded);

    await reloaded.init(
      "my-app",
      new reloaded.AppSettingsBuilder().setHost("chat.example.com").build(),
    );
    await reloaded.getLoggedinUser();

    expect(heard).toEqual(["logoutSuccess expired"]);
  });

  it("keeps the session when another user is not found or the server is unreachable", async () => {
    const world = new World();
    const parley = await world.startTab();
    await parley.login("andrew", AUTH_KEY);
    const heard = record(parley);

    await expect(parley.getUser("nobody")).rejects.toMatchObject({ code: "ERR_UID_NOT_FOUND" });
    world.server.offline = true;
    await expect(parley.getUser("george")).rejects.toMatchObject({ code: "FAILED_TO_FETCH" });

    expect((await parley.getLoggedinUser())?.uid).toBe("andrew");
    expect(heard).toEqual([]);
  });

  it("logs in again automatically, once, with a token provider", async () => {
    const world = new World();
    const tokenProvider = vi.fn(async () => world.server.issueToken("andrew"));
    const parley = await world.startTab({ tokenProvider });
    const user = await parley.login("andrew", AUTH_KEY);
    const heard = record(parley);
    world.server.refuse(user.authToken ?? "", "AUTH_ERR_AUTH_TOKEN_EXPIRED");

    await expect(parley.getUser("george")).rejects.toThrow();

    const healed = await parley.getLoggedinUser();
    expect(healed?.uid).toBe("andrew");
    expect(world.server.lives(healed?.authToken ?? "")).toBe(true);
    expect(tokenProvider).toHaveBeenCalledTimes(1);
    expect(heard).toEqual(["logoutSuccess expired", "loginSuccess andrew"]);
    expect((await parley.getUser("george")).uid).toBe("george");
  });

  it("replaces a session that ended while the page was closed", async () => {
    const world = new World();
    const user = await (await world.startTab()).login("andrew", AUTH_KEY);
    world.server.refuse(user.authToken ?? "", "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");

    const reloaded = await world.startTab({
      tokenProvider: async () => world.server.issueToken("andrew"),
    });

    expect((await reloaded.getLoggedinUser())?.uid).toBe("andrew");
  });

  it("waits longer each time when sessions keep ending", async () => {
    const world = new World();
    const tokenProvider = vi.fn(async () => world.server.issueToken("andrew"));
    const parley = await world.startTab({ tokenProvider });
    await parley.login("andrew", AUTH_KEY);
    const killSession = async (): Promise<void> => {
      const user = await parley.getLoggedinUser();
      world.server.refuse(user?.authToken ?? "", "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
      await parley.getUser("george").catch(() => undefined);
      await settle();
    };

    await killSession();
    expect(tokenProvider).toHaveBeenCalledTimes(1);
    await killSession();
    expect(tokenProvider).toHaveBeenCalledTimes(1);
    await world.advance(750);
    expect(tokenProvider).toHaveBeenCalledTimes(2);
    await killSession();
    await world.advance(1_499);
    expect(tokenProvider).toHaveBeenCalledTimes(2);
    await world.advance(1);
    expect(tokenProvider).toHaveBeenCalledTimes(3);
  });

  it("rejects at the timeout when the storage hangs while the session ends", async () => {
    const world = new World();
    const memory = new Map<string, string>();
    let hangs = false;
    const storage = {
      getItem: (key: string) =>
        hangs ? new Promise<null>(() => undefined) : Promise.resolve(memory.get(key) ?? null),
      setItem: (key: string, value: string) => Promise.resolve(void memory.set(key, value)),
      removeItem: (key: string) => Promise.resolve(void memory.delete(key)),
    };
    const parley = await world.startTab({ storage, timeout: 1_000 });
    const user = await parley.login("andrew", AUTH_KEY);
    world.server.refuse(user.authToken ?? "", "AUTH_ERR_AUTH_TOKEN_EXPIRED");
    hangs = true;

    const call = parley.getUser("george");
    const rejected = expect(call).rejects.toMatchObject({ code: "AUTH_ERR_AUTH_TOKEN_EXPIRED" });
    await world.advance(1_000);
    await rejected;
  });

  it.each([
    ["rejects", async () => Promise.reject(new Error("secret")), "FAILED_TO_FETCH"],
    ["returns an empty token", async () => "", "MISSING_PARAMETERS"],
    ["returns an invalid token", async () => "dead", "AUTH_ERR_AUTH_TOKEN_NOT_FOUND"],
  ])("reports loginFailure and gives up when the provider %s", async (_, tokenProvider, code) => {
    const world = new World();
    const provider = vi.fn(tokenProvider);
    const parley = await world.startTab({ tokenProvider: provider });
    const user = await parley.login("andrew", AUTH_KEY);
    const heard = record(parley);
    world.server.refuse(user.authToken ?? "", "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");

    await parley.getUser("george").catch(() => undefined);
    expect(await parley.getLoggedinUser()).toBeNull();
    await world.advance(600_000);

    expect(heard).toEqual(["logoutSuccess revoked", `loginFailure ${code}`]);
    expect(provider).toHaveBeenCalledTimes(1);
  });

  it("stops logging in again when the app calls login() or logout()", async () => {
    const world = new World();
    const parley = await world.startTab({ tokenProvider: () => new Promise(() => undefined) });
    const user = await parley.login("andrew", AUTH_KEY);
    world.server.refuse(user.authToken ?? "", "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    await parley.getUser("george").catch(() => undefined);

    expect((await parley.login("george", AUTH_KEY)).uid).toBe("george");
    await parley.logout();
    await world.advance(600_000);
    expect(await parley.getLoggedinUser()).toBeNull();
  });

  it("does not call the token provider after logout()", async () => {
    const world = new World();
    const tokenProvider = vi.fn(async () => world.server.issueToken("andrew"));
    const parley = await world.startTab({ tokenProvider });
    await parley.login("andrew", AUTH_KEY);

    await parley.logout();
    await world.advance(600_000);

    expect(tokenProvider).not.toHaveBeenCalled();
  });

  describe("a token that the provider returns too late", () => {
    /**
     * Tabs that log in again after their shared session ended. Each call of `bring` resolves the promise
     * of the next provider.
     */
    async function tabs(count: number, nextToken: (world: World) => string) {
      const world = new World();
      const waiting: ((token: string) => void)[] = [];
      const tokenProvider = () => new Promise<string>((resolve) => waiting.push(resolve));
      const open = [];
      for (let tab = 0; tab < count; tab++) open.push(await world.startTab({ tokenProvider }));
      const dead = world.server.issueToken("andrew");
      await open[0]?.login(dead);
      await settle();
      world.server.refuse(dead, "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
      await Promise.all(open.map((tab) => tab.getUser("george").catch(() => undefined)));
      await settle();
      const bring = async (): Promise<void> => {
        waiting.shift()?.(nextToken(world));
        await settle();
      };
      return { world, open, waiting, bring };
    }

    const living = (world: World) =>
      [...world.server.tokens.keys()].filter((token) => world.server.lives(token));

    it("is ended on the server when another tab has already logged in again", async () => {
      const { world, open, waiting, bring } = await tabs(3, ({ server }) =>
        server.issueToken("andrew"),
      );
      expect(waiting).toHaveLength(3);

      for (let tab = 0; tab < 3; tab++) await bring();

      const tokens = await Promise.all(
        open.map(async (tab) => (await tab.getLoggedinUser())?.authToken),
      );
      expect(living(world)).toEqual([tokens[0]]);
      expect(new Set(tokens).size).toBe(1);
    });

    it("stays valid when the other tab uses the same token", async () => {
      let token: string | undefined;
      const { world, open, bring } = await tabs(2, ({ server }) => {
        token ??= server.issueToken("andrew");
        return token;
      });

      for (let tab = 0; tab < 2; tab++) await bring();

      expect(living(world)).toEqual([token]);
      expect((await open[1]?.getLoggedinUser())?.authToken).toBe(token);
    });

    it("stays valid when login() has used it in the meantime", async () => {
      const { world, open, waiting } = await tabs(1, () => "");
      const token = world.server.issueToken("andrew");
      await open[0]?.logout();
      const release = world.server.hold("PUT /v3/me");

      const login = open[0]?.login(token);
      waiting.shift()?.(token);
      await settle();
      release();

      expect((await login)?.authToken).toBe(token);
      expect(living(world)).toEqual([token]);
    });
  });
});
