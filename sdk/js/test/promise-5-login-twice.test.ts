import { describe, expect, it } from "vitest";
import { AUTH_KEY } from "./support/fake-server.js";
import { record, World } from "./support/world.js";

const MINT = "POST /v3/users/andrew/auth_tokens";

describe("promise 5: login() twice", () => {
  it("is one login for the same identity at once, and both promises resolve", async () => {
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

  it("survives a second init() in between, as React's strict mode makes it", async () => {
    const world = new World();
    const parley = await world.startTab();
    const settings = new parley.AppSettingsBuilder().setHost("chat.example.com").build();

    const first = parley.login("andrew", AUTH_KEY);
    await parley.init("my-app", settings);
    const second = parley.login("andrew", AUTH_KEY);

    expect((await first).authToken).toBe((await second).authToken);
  });

  it("rejects another identity with LOGIN_IN_PROGRESS while one runs", async () => {
    const world = new World();
    const parley = await world.startTab();

    const first = parley.login("andrew", AUTH_KEY);
    await expect(parley.login("george", AUTH_KEY)).rejects.toMatchObject({
      code: "LOGIN_IN_PROGRESS",
    });

    expect((await first).uid).toBe("andrew");
  });

  it("goes on with the session of a user who is logged in already", async () => {
    const world = new World();
    const parley = await world.startTab();
    const first = await parley.login("andrew", AUTH_KEY);

    const second = await parley.login("andrew", AUTH_KEY);

    expect(second.authToken).toBe(first.authToken);
    expect(world.server.calls().filter((call) => call === MINT)).toHaveLength(1);
  });

  it("makes a new session when the old one has died", async () => {
    const world = new World();
    const parley = await world.startTab();
    const first = await parley.login("andrew", AUTH_KEY);
    const heard = record(parley);
    world.server.refuse(first.authToken ?? "", "AUTH_ERR_AUTH_TOKEN_EXPIRED");

    const second = await parley.login("andrew", AUTH_KEY);

    expect(second.authToken).not.toBe(first.authToken);
    expect(heard).toEqual(["logoutSuccess expired", "loginSuccess andrew"]);
  });

  it("ends the session of somebody else on the server first", async () => {
    const world = new World();
    const parley = await world.startTab();
    const andrew = await parley.login("andrew", AUTH_KEY);
    const heard = record(parley);

    const george = await parley.login("george", AUTH_KEY);

    expect(world.server.lives(andrew.authToken ?? "")).toBe(false);
    expect(world.server.lives(george.authToken ?? "")).toBe(true);
    expect(heard).toEqual(["logoutSuccess switched", "loginSuccess george"]);
  });

  it("keeps the session that is there when the other login fails", async () => {
    const world = new World();
    const parley = await world.startTab();
    const andrew = await parley.login("andrew", AUTH_KEY);

    await expect(parley.login("nobody", AUTH_KEY)).rejects.toThrow();
    await expect(parley.login("no-such-token")).rejects.toThrow();

    expect((await parley.getLoggedinUser())?.authToken).toBe(andrew.authToken);
    expect(world.server.lives(andrew.authToken ?? "")).toBe(true);
  });

  it("keeps the old session when it cannot be ended on the server, and ends the new one", async () => {
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
});
