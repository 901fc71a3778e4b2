import { describe, expect, it, vi } from "vitest";
import { AUTH_KEY } from "./support/fake-server.js";
import { record, recordRealtime, settle, World } from "./support/world.js";

type Provider = () => Promise<string>;

async function connected(world: World, tokenProvider?: Provider) {
  const { environment } = world.realtimeTab();
  const parley = await world.startTab({
    environment,
    ...(tokenProvider ? { tokenProvider } : {}),
  });
  const user = await parley.login("andrew", AUTH_KEY);
  await settle();
  expect(parley.getConnectionStatus()).toBe("connected");
  return { parley, token: user.authToken ?? "", heard: record(parley) };
}

describe("promise 3: a session that ends while the user is connected", () => {
  it.each(["logout", "revoked", "expired", "deactivated", "deleted", "limit"])(
    "is cleared immediately, and logoutSuccess reports %s",
    async (reason) => {
      const world = new World();
      const { parley, token, heard } = await connected(world);
      const calls = world.server.requests.length;

      world.realtime.endSession(token, reason);
      await settle();

      expect(heard).toEqual([`logoutSuccess ${reason}`]);
      expect(await parley.getLoggedinUser()).toBeNull();
      expect(parley.getConnectionStatus()).toBe("disconnected");
      await world.advance(600_000);
      expect(heard).toHaveLength(1);
      expect(world.server.requests).toHaveLength(calls);
      expect(world.realtime.sockets).toHaveLength(1);
    },
  );

  it("is reported as revoked for a reason that this SDK does not know", async () => {
    const world = new World();
    const { token, heard } = await connected(world);
    world.realtime.endSession(token, "quarantined");
    await settle();
    expect(heard).toEqual(["logoutSuccess revoked"]);
  });

  it("is replaced once by a token provider, and the socket reopens with the new token", async () => {
    const world = new World();
    const tokenProvider = vi.fn(async () => world.server.issueToken("andrew"));
    const { parley, token, heard } = await connected(world, tokenProvider);

    world.realtime.endSession(token, "expired");
    await settle();

    expect(heard).toEqual(["logoutSuccess expired", "loginSuccess andrew"]);
    expect(tokenProvider).toHaveBeenCalledTimes(1);
    expect(world.realtime.only.token).not.toBe(token);
    expect(parley.getConnectionStatus()).toBe("connected");
  });

  it("is replaced with growing pauses when sessions keep ending", async () => {
    const world = new World();
    const tokenProvider = vi.fn(async () => world.server.issueToken("andrew"));
    await connected(world, tokenProvider);
    const kill = async (): Promise<void> => {
      world.realtime.endSession(world.realtime.only.token, "revoked");
      await settle();
    };

    await kill();
    expect(tokenProvider).toHaveBeenCalledTimes(1);
    await kill();
    expect(tokenProvider).toHaveBeenCalledTimes(1);
    await world.advance(750);
    expect(tokenProvider).toHaveBeenCalledTimes(2);
  });

  it("does not call the token provider after a logout elsewhere", async () => {
    const world = new World();
    const tokenProvider = vi.fn(async () => world.server.issueToken("andrew"));
    const { token, heard } = await connected(world, tokenProvider);

    world.realtime.endSession(token, "logout");
    await world.advance(600_000);

    expect(heard).toEqual(["logoutSuccess logout"]);
    expect(tokenProvider).not.toHaveBeenCalled();
  });

  it("is replaced when only the close arrives and not the frame", async () => {
    const world = new World();
    const tokenProvider = async () => world.server.issueToken("andrew");
    const { parley, token, heard } = await connected(world, tokenProvider);

    world.realtime.endSession(token, "expired", false);
    await world.advance(1_000);

    expect(heard).toEqual(["logoutSuccess revoked", "loginSuccess andrew"]);
    expect(parley.getConnectionStatus()).toBe("connected");
  });

  it("is cleared if it was restored from storage and its token has expired", async () => {
    const world = new World();
    const { token } = await connected(world);
    world.server.refuse(token, "AUTH_ERR_AUTH_TOKEN_EXPIRED");
    const reloaded = world.openTab(world.realtimeTab().environment);
    const heard = record(reloaded);
    const settings = new reloaded.AppSettingsBuilder().setHost("chat.example.com").build();
    await reloaded.init("my-app", settings);

    expect(await reloaded.getLoggedinUser()).toBeNull();
    await world.advance(600_000);

    expect(heard).toEqual(["logoutSuccess expired"]);
    expect(reloaded.getConnectionStatus()).toBe("disconnected");
  });

  it("is reported as switched, not logout, when login() for another user ends it", async () => {
    const world = new World();
    const { parley, token, heard } = await connected(world);
    const release = world.server.hold("DELETE /v3/me");
    const login = parley.login("george", AUTH_KEY);
    await settle();
    world.realtime.endSession(token, "logout");
    await world.advance(2_000);
    expect(heard).toEqual([]);

    release();
    await login;
    await world.advance(2_000);

    expect(heard).toEqual(["logoutSuccess switched", "loginSuccess george"]);
    expect(world.realtime.only.token).toMatch(/^george/);
  });

  it("is reported once when logout() and the server's frame cross", async () => {
    const world = new World();
    const { parley, token, heard } = await connected(world);
    const socket = world.realtime.only;
    const logout = parley.logout();
    socket.push({ type: "session", body: { action: "ended", reason: "logout" } });
    await logout;
    await settle();
    expect(heard).toEqual(["logoutSuccess logout"]);
    expect(world.server.lives(token)).toBe(false);
  });

  it("keeps the user that getLoggedinUser() returns up to date", async () => {
    const world = new World();
    const { parley } = await connected(world);
    const events = recordRealtime(parley);
    const user = { uid: "andrew", name: "Andrew Joseph", status: "available" };
    const names: unknown[] = [];
    parley.addUserListener("asks", {
      onUserUpdated: () => void parley.getLoggedinUser().then((own) => names.push(own?.name)),
    });

    world.realtime.only.push({ type: "user", body: { action: "updated", user } });
    await settle();

    expect(events).toEqual(["andrew updated"]);
    expect(names).toEqual(["Andrew Joseph"]);
    expect((await parley.getLoggedinUser())?.authToken).toBe(world.realtime.only.token);
  });
});
