import { describe, expect, it } from "vitest";
import { AUTH_KEY } from "./support/fake-server.js";
import { settle, World } from "./support/world.js";

describe("promise 2: getLoggedinUser() is right after a reload", () => {
  it("returns the user, confirmed by the server, while the token is valid", async () => {
    const world = new World();
    await (await world.startTab()).login("andrew", AUTH_KEY);

    const user = await (await world.startTab()).getLoggedinUser();

    expect(user?.uid).toBe("andrew");
    expect(user?.isStale).toBe(false);
    expect(world.server.lives(user?.authToken ?? "")).toBe(true);
  });

  it("waits for the check instead of returning the stored user", async () => {
    const world = new World();
    await (await world.startTab()).login("andrew", AUTH_KEY);
    const release = world.server.hold("PUT /v3/me");
    let answered = false;

    const asked = (await world.startTab()).getLoggedinUser().then(() => (answered = true));
    await settle();
    expect(answered).toBe(false);
    release();
    await asked;
    expect(answered).toBe(true);
  });

  it.each(["AUTH_ERR_AUTH_TOKEN_NOT_FOUND", "AUTH_ERR_AUTH_TOKEN_EXPIRED"])(
    "returns null for a token that the server rejects with %s",
    async (code) => {
      const world = new World();
      const user = await (await world.startTab()).login("andrew", AUTH_KEY);
      world.server.refuse(user.authToken ?? "", code);

      expect(await (await world.startTab()).getLoggedinUser()).toBeNull();
      world.server.offline = true; // The storage holds no session that could be restored.
      expect(await (await world.startTab()).getLoggedinUser()).toBeNull();
    },
  );

  it("returns the stored user, marked as stale, while offline, and checks again on the next call", async () => {
    const world = new World();
    await (await world.startTab()).login("andrew", AUTH_KEY);
    world.server.offline = true;
    const reloaded = await world.startTab();

    const offline = await reloaded.getLoggedinUser();
    expect(offline?.uid).toBe("andrew");
    expect(offline?.isStale).toBe(true);
    world.server.offline = false;
    expect((await reloaded.getLoggedinUser())?.isStale).toBe(false);
  });

  it("returns the stored user at the timeout when the server never responds", async () => {
    const world = new World();
    await (await world.startTab()).login("andrew", AUTH_KEY);
    world.server.hold("PUT /v3/me");

    const asked = (await world.startTab()).getLoggedinUser();
    await world.advance(10_000);

    expect((await asked)?.isStale).toBe(true);
  });

  it("sends no request of its own once init() has checked the session", async () => {
    const world = new World();
    await (await world.startTab()).login("andrew", AUTH_KEY);
    const reloaded = await world.startTab();
    const before = world.server.requests.length;

    await Promise.all([reloaded.getLoggedinUser(), reloaded.getLoggedInUser()]);
    await reloaded.getLoggedinUser();

    expect(world.server.requests.length - before).toBe(0); // init() has already sent it.
  });

  it("never sends a stored token to another server", async () => {
    const world = new World();
    const tab = await world.startTab();
    await tab.login("andrew", AUTH_KEY);
    const elsewhere = world.openTab();
    const settings = new elsewhere.AppSettingsBuilder().setHost("https://evil.example.com").build();
    const before = world.server.requests.length;

    await elsewhere.init("my-app", settings);

    expect(await elsewhere.getLoggedinUser()).toBeNull();
    expect(world.server.requests.length).toBe(before);
  });

  it("keeps sessions of different apps separate", async () => {
    const world = new World();
    await (await world.startTab()).login("andrew", AUTH_KEY);
    const other = world.openTab();
    await other.init(
      "other-app",
      new other.AppSettingsBuilder().setHost("chat.example.com").build(),
    );

    expect(await other.getLoggedinUser()).toBeNull();
    expect((await (await world.startTab()).getLoggedinUser())?.uid).toBe("andrew");
  });

  it("restores the session even if the storage had no room for the updated user", async () => {
    const world = new World();
    const user = await (await world.startTab()).login("andrew", AUTH_KEY);
    const storage = {
      getItem: (key: string) => world.local.getItem(key),
      setItem: () => {
        throw new Error("full");
      },
      removeItem: (key: string) => world.local.removeItem(key),
    };
    world.server.addUser({ uid: "andrew", name: "andrew", metadata: { text: "long" } });
    await (await world.startTab({ storage })).getLoggedinUser();

    const reloaded = await (await world.startTab()).getLoggedinUser();

    expect(reloaded?.authToken).toBe(user.authToken);
  });
});
