import { describe, expect, it } from "vitest";
import { AUTH_KEY } from "./support/fake-server.js";
import { settle, World } from "./support/world.js";

describe("promise 2: getLoggedinUser() is right after a reload", () => {
  it("answers the user, confirmed by the server, whose token lives", async () => {
    const world = new World();
    await (await world.startTab()).login("andrew", AUTH_KEY);

    const user = await (await world.startTab()).getLoggedinUser();

    expect(user?.uid).toBe("andrew");
    expect(user?.isStale).toBe(false);
    expect(world.server.lives(user?.authToken ?? "")).toBe(true);
  });

  it("waits for the check instead of answering from the storage", async () => {
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
    "answers null for a token that the server refuses with %s",
    async (code) => {
      const world = new World();
      const user = await (await world.startTab()).login("andrew", AUTH_KEY);
      world.server.refuse(user.authToken ?? "", code);

      expect(await (await world.startTab()).getLoggedinUser()).toBeNull();
      world.server.offline = true; // Nothing is left in the storage that could come back.
      expect(await (await world.startTab()).getLoggedinUser()).toBeNull();
    },
  );

  it("answers the stored user and says so while offline, and checks again when asked again", async () => {
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

  it("answers the stored user when the server never answers, by the timeout", async () => {
    const world = new World();
    await (await world.startTab()).login("andrew", AUTH_KEY);
    world.server.hold("PUT /v3/me");

    const asked = (await world.startTab()).getLoggedinUser();
    await world.advance(10_000);

    expect((await asked)?.isStale).toBe(true);
  });

  it("asks the server once, however often it is called after the check", async () => {
    const world = new World();
    await (await world.startTab()).login("andrew", AUTH_KEY);
    const reloaded = await world.startTab();
    const before = world.server.requests.length;

    await Promise.all([reloaded.getLoggedinUser(), reloaded.getLoggedInUser()]);
    await reloaded.getLoggedinUser();

    expect(world.server.requests.length - before).toBe(0); // The check of init() was the one.
  });

  it("never shows a stored token to another server", async () => {
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

  it("keeps sessions of different apps apart", async () => {
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

  it("knows the user although the storage had no room for what the server has said since", async () => {
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
