import { describe, expect, it } from "vitest";
import { MemoryStorage } from "../src/storage/memory-storage.js";
import { AUTH_KEY } from "./support/fake-server.js";
import { record, settle, World } from "./support/world.js";

describe("promise 6: tabs agree", () => {
  it("picks up a login in another tab without a request", async () => {
    const world = new World();
    const [here, there] = [await world.startTab(), await world.startTab()];
    const heard = record(there);

    const user = await here.login("andrew", AUTH_KEY);
    await settle();
    const before = world.server.requests.length;

    expect((await there.getLoggedinUser())?.authToken).toBe(user.authToken);
    expect(heard).toEqual(["loginSuccess andrew"]);
    expect(world.server.requests.length).toBe(before);
  });

  it("picks up a logout in another tab", async () => {
    const world = new World();
    const [here, there] = [await world.startTab(), await world.startTab()];
    await here.login("andrew", AUTH_KEY);
    await settle();
    const heard = record(there);

    await here.logout();
    await settle();

    expect(await there.getLoggedinUser()).toBeNull();
    expect(heard).toEqual(["logoutSuccess logout"]);
  });

  it("does not log in again once another tab has logged out", async () => {
    const world = new World();
    const tokens: ((token: string) => void)[] = [];
    const tokenProvider = () => new Promise<string>((resolve) => tokens.push(resolve));
    const [here, there] = [await world.startTab(), await world.startTab({ tokenProvider })];
    const user = await here.login("andrew", AUTH_KEY);
    await settle();
    world.server.refuse(user.authToken ?? "", "AUTH_ERR_AUTH_TOKEN_EXPIRED");
    await there.getUser("george").catch(() => undefined);
    await settle();

    await here.logout();
    await settle();
    const late = world.server.issueToken("andrew");
    tokens.forEach((bring) => bring(late));
    await world.advance(600_000);

    expect(tokens).toHaveLength(1);
    expect(await there.getLoggedinUser()).toBeNull();
  });

  it("cancels the wait before the next login attempt once another tab has logged out", async () => {
    const world = new World();
    let asked = 0;
    const tokenProvider = async () => {
      asked++;
      return world.server.issueToken("andrew");
    };
    const [here, there] = [await world.startTab(), await world.startTab({ tokenProvider })];
    await here.login("andrew", AUTH_KEY);
    await settle();
    for (let death = 0; death < 2; death++) {
      const user = await there.getLoggedinUser();
      world.server.refuse(user?.authToken ?? "", "AUTH_ERR_AUTH_TOKEN_EXPIRED");
      await there.getUser("george").catch(() => undefined);
      await settle();
    }
    expect(asked).toBe(1);

    await here.logout();
    await world.advance(600_000);

    expect(asked).toBe(1);
    expect(await there.getLoggedinUser()).toBeNull();
  });

  it("reports why the session ended in another tab", async () => {
    const world = new World();
    const [here, there] = [await world.startTab(), await world.startTab()];
    const user = await here.login("andrew", AUTH_KEY);
    await settle();
    const heard = record(there);
    world.server.refuse(user.authToken ?? "", "AUTH_ERR_AUTH_TOKEN_EXPIRED");

    await here.getUser("george").catch(() => undefined);
    await settle();

    expect(heard).toEqual(["logoutSuccess expired"]);
  });

  it("picks up a switch to another user", async () => {
    const world = new World();
    const [here, there] = [await world.startTab(), await world.startTab()];
    await here.login("andrew", AUTH_KEY);
    await settle();
    const heard = record(there);

    await here.login("george", AUTH_KEY);
    await settle();

    expect(heard).toEqual(["logoutSuccess switched", "loginSuccess george"]);
    expect((await there.getLoggedinUser())?.uid).toBe("george");
  });

  it("uses the newer session of another tab when its own token is rejected", async () => {
    const world = new World();
    const open = () => world.startTab({ environment: { openChannel: () => null } });
    const [here, there] = [await open(), await open()];
    const old = await here.login("andrew", AUTH_KEY);
    const late = await open();
    await late.getLoggedinUser();
    world.server.refuse(old.authToken ?? "", "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    const renewed = await there.login("andrew", AUTH_KEY);

    await late.getUser("george").catch(() => undefined);

    expect((await late.getLoggedinUser())?.authToken).toBe(renewed.authToken);
  });

  it("posts no token to the channel", async () => {
    const world = new World();
    const messages: unknown[] = [];
    const openChannel = () => ({
      post: (message: unknown) => void messages.push(message),
      close: () => undefined,
    });
    const parley = await world.startTab({ environment: { openChannel } });
    await parley.login("andrew", AUTH_KEY);
    await parley.logout();

    expect(messages).toEqual([
      { type: "session", reason: undefined },
      { type: "session", reason: "logout" },
    ]);
  });

  it("does not affect other apps", async () => {
    const world = new World();
    const here = await world.startTab();
    const other = world.openTab();
    await other.init(
      "other-app",
      new other.AppSettingsBuilder().setHost("chat.example.com").build(),
    );
    const heard = record(other);

    await here.login("andrew", AUTH_KEY);
    await settle();

    expect(heard).toEqual([]);
  });

  it("works without a channel and without a storage", async () => {
    const world = new World();
    const environment = { openChannel: () => null, webStorage: () => null };
    const parley = await world.startTab({ environment });

    await parley.login("andrew", AUTH_KEY);

    expect((await parley.getLoggedinUser())?.uid).toBe("andrew");
    expect(world.local.getItem("parley:my-app:session")).toBeNull();
  });

  it("keeps its session when the storage fails once", async () => {
    const world = new World();
    let fails = false;
    const storage = {
      getItem: (key: string) =>
        fails ? Promise.reject(new Error("busy")) : world.local.getItem(key),
      setItem: (key: string, value: string) => world.local.setItem(key, value),
      removeItem: (key: string) => world.local.removeItem(key),
    };
    const [here, there] = [await world.startTab(), await world.startTab({ storage })];
    const user = await here.login("andrew", AUTH_KEY);
    await settle();
    const heard = record(there);

    fails = true;
    await here.login(world.server.issueToken("andrew"));
    await settle();

    expect(heard).toEqual([]);
    expect((await there.getLoggedinUser())?.authToken).toBe(user.authToken);
  });

  it("keeps the newer session of another tab when the storage does not show it", async () => {
    const world = new World();
    let fails = false;
    const storage = {
      getItem: (key: string) =>
        fails ? Promise.reject(new Error("busy")) : world.local.getItem(key),
      setItem: (key: string, value: string) => world.local.setItem(key, value),
      removeItem: (key: string) => world.local.removeItem(key),
    };
    const [here, there] = [await world.startTab(), await world.startTab({ storage })];
    await here.login("andrew", AUTH_KEY);
    await settle();
    fails = true;
    const renewed = world.server.issueToken("andrew");
    await here.login(renewed);
    await settle();

    await there.getUser("george").catch(() => undefined);
    await settle();

    expect(await there.getLoggedinUser()).toBeNull();
    expect((await here.getLoggedinUser())?.authToken).toBe(renewed);
    expect(world.local.getItem("parley:my-app:session")).toContain(renewed);
  });

  it.each(["logs in by key again", "rejects a login by token"])(
    "%s when another tab logs out while the stored session is checked",
    async (what) => {
      const world = new World();
      const [here, there] = [await world.startTab(), await world.startTab()];
      const { authToken = "" } = await here.login("andrew", AUTH_KEY);
      await settle();
      const release = world.server.hold("PUT /v3/me");
      const isByKey = what.includes("key");

      const login = isByKey ? here.login("andrew", AUTH_KEY) : here.login(authToken);
      const outcome = login.then(
        (user) => user.authToken,
        (error: { code: string }) => error.code,
      );
      await settle();
      await there.logout();
      await settle();
      release();

      const result = await outcome;
      const current = (await here.getLoggedinUser())?.authToken;
      if (!isByKey) expect([result, current]).toEqual(["AUTH_ERR_AUTH_TOKEN_NOT_FOUND", undefined]);
      else {
        expect(result).toBe(current);
        expect(world.server.lives(result ?? "")).toBe(true);
      }
    },
  );

  describe("with separate storages", () => {
    /** Two SDKs, each with a session that has ended and a token provider that is still pending. */
    async function healing(platform: "web" | "node") {
      const world = new World();
      const bring: (() => void)[] = [];
      const tokenProvider = () =>
        new Promise<string>((resolve) => {
          bring.push(() => resolve(world.server.issueToken("andrew")));
        });
      const start = () =>
        world.startTab({
          tokenProvider,
          storage: new MemoryStorage(),
          environment: { platform },
        });
      const bots = [await start(), await start()] as const;
      for (const bot of bots) await bot.login(world.server.issueToken("andrew"));
      for (const token of world.server.tokens.keys()) {
        world.server.refuse(token, "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
      }
      for (const bot of bots) await bot.getUser("george").catch(() => undefined);
      await settle();
      return { world, bots, bring };
    }

    it.each(["web", "node"] as const)("log in again independently on %s", async (platform) => {
      const { world, bots, bring } = await healing(platform);
      const heard = record(bots[1]);

      for (const answer of bring) {
        answer();
        await settle();
      }

      for (const bot of bots) {
        const token = (await bot.getLoggedinUser())?.authToken ?? "";
        expect(world.server.lives(token)).toBe(true);
      }
      expect(heard).toEqual(["loginSuccess andrew"]);
    });

    it("log in again in Node even if the other one logs out", async () => {
      const { bots, bring } = await healing("node");

      await bots[0].logout();
      await settle();
      for (const answer of bring) answer();
      await settle();

      expect(await bots[0].getLoggedinUser()).toBeNull();
      expect((await bots[1].getLoggedinUser())?.uid).toBe("andrew");
    });
  });
});
