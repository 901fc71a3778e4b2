import { describe, expect, it } from "vitest";
import { AUTH_KEY } from "./support/fake-server.js";
import { record, World } from "./support/world.js";

async function loggedIn() {
  const world = new World();
  const parley = await world.startTab();
  const user = await parley.login("andrew", AUTH_KEY);
  return { world, parley, token: user.authToken ?? "", heard: record(parley) };
}

describe("promise 4: logout() always logs out", () => {
  it("ends the session here and on the server", async () => {
    const { world, parley, token, heard } = await loggedIn();

    expect(await parley.logout()).toEqual({ message: "Logout completed successfully" });

    expect(world.server.lives(token)).toBe(false);
    expect(await parley.getLoggedinUser()).toBeNull();
    expect(heard).toEqual(["logoutSuccess logout"]);
  });

  it("clears the session and sends the call before it returns, so that a redirect may follow", async () => {
    const { world, parley, token } = await loggedIn();

    void parley.logout();

    expect(world.local.getItem("parley:my-app:session")).toBeNull();
    const sent = world.server.requests.at(-1);
    expect(sent?.call).toBe("DELETE /v3/me");
    expect(sent?.headers.authToken).toBe(token);
    expect(sent?.options.keepalive).toBe(true);
  });

  it.each([
    ["AUTH_ERR_AUTH_TOKEN_NOT_FOUND", "was revoked"],
    ["AUTH_ERR_AUTH_TOKEN_EXPIRED", "has expired"],
  ])("resolves on %s: the token %s in the meantime", async (code) => {
    const { world, parley, token, heard } = await loggedIn();
    world.server.refuse(token, code);

    await expect(parley.logout()).resolves.toEqual({ message: "Logout completed successfully" });
    expect(heard).toEqual(["logoutSuccess logout"]);
  });

  it("rejects if the server cannot be reached, but still logs out locally", async () => {
    const { world, parley, heard } = await loggedIn();
    world.server.offline = true;

    await expect(parley.logout()).rejects.toMatchObject({ code: "FAILED_TO_FETCH" });

    expect(heard).toEqual(["logoutSuccess logout", "logoutFailure FAILED_TO_FETCH"]);
    expect(await parley.getLoggedinUser()).toBeNull();
    expect(await (await world.startTab()).getLoggedinUser()).toBeNull();
  });

  it("resolves when no user is logged in, without any request", async () => {
    const world = new World();
    const parley = await world.startTab();
    const heard = record(parley);

    await expect(parley.logout()).resolves.toEqual({ message: "Logout completed successfully" });
    expect(world.server.calls()).toEqual([]);
    expect(heard).toEqual([]);
  });

  it.each(["POST /v3/users/andrew/auth_tokens", "PUT /v3/me"])(
    "cancels a login that is waiting for %s, and leaves no token behind",
    async (call) => {
      const world = new World();
      const parley = await world.startTab();
      const release = world.server.hold(call);
      const login = parley.login("andrew", AUTH_KEY);
      await world.advance(0);

      await parley.logout();
      await expect(login).rejects.toMatchObject({ code: "USER_NOT_LOGGED_IN" });
      release();
      await world.advance(0);

      expect(await parley.getLoggedinUser()).toBeNull();
      expect([...world.server.tokens.keys()]).toEqual([]);
    },
  );

  it("clears the storage when the stored session has not been checked yet", async () => {
    const { world } = await loggedIn();
    const release = world.server.hold("PUT /v3/me");
    const reloaded = await world.startTab();

    await reloaded.logout();
    release();

    expect(await reloaded.getLoggedinUser()).toBeNull();
    expect(world.local.getItem("parley:my-app:session")).toBeNull();
  });
});
