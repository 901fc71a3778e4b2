import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BrowserWorld, type Tab, UID } from "./support/browser-world.js";

/** A real Chromium and a real server, with a proxy between them that simulates network failures. */
let world: BrowserWorld;

beforeAll(async () => {
  world = await BrowserWorld.start();
}, 30_000);
beforeEach(() => world.reset(), 20_000);
afterAll(() => world?.stop());

async function connected(uid: string = UID.andrew, query = ""): Promise<Tab> {
  const tab = await world.openTab(await world.newDevice(), query);
  await tab.logIn(uid);
  await tab.hearsOf("connected");
  await tab.run("heard.length = 0");
  return tab;
}

const { andrew, george } = UID;

describe("two devices", { timeout: 30_000 }, () => {
  it("see each other come online and go offline", async () => {
    const here = await connected(andrew);
    const there = await connected(george);
    await here.hears(`${george} online`);
    expect(await here.run("Parley.getUser('cometchat-uid-2').then((u) => u.getStatus())")).toBe(
      "online",
    );
    expect(await here.run("Parley.getOnlineUserCount()")).toBe(2);

    await there.run("Parley.logout().then(() => undefined)");

    await here.hears(`${george} offline`);
    expect(await here.run("Parley.getOnlineUserCount()")).toBe(1);
  });

  it("appear offline to each other while one has blocked the other", async () => {
    const here = await connected(andrew);
    const there = await connected(george);
    await here.hears(`${george} online`);
    await here.run(`Parley.blockUsers(["${george}"]).then(() => undefined)`);
    await there.hearsOf(`${andrew} offline`);
    await here.hearsOf(`${george} offline`);
    await here.run(`Parley.unblockUsers(["${george}"]).then(() => undefined)`);
    await there.hearsOf(`${andrew} online`);
    await here.hearsOf(`${george} online`);
  });

  it("of the same user both see a profile change", async () => {
    const here = await connected(andrew);
    const there = await connected(andrew);
    await here.run(
      `Parley.updateCurrentUserDetails({ uid: "${andrew}", name: "Andy" }).then(() => undefined)`,
    );
    await there.hears(`${andrew} is called Andy`);
    expect(await there.run("Parley.getLoggedinUser().then((user) => user.name)")).toBe("Andy");
  });
});

describe("two tabs", { timeout: 30_000 }, () => {
  /** The first tab holds the socket; the second found the stored session when it was opened. */
  async function twoTabs(): Promise<[Tab, Tab]> {
    const first = await connected(andrew);
    const second = await world.openTab(first.page.context());
    await second.hears("connecting", "connected");
    return [first, second];
  }

  it("share one socket and both receive its events", async () => {
    const [first, second] = await twoTabs();
    expect(world.gate.sockets).toBe(1);
    await connected(george);
    await first.hears(`${george} online`);
    await second.hears(`${george} online`);
  });

  it("agree on a login, no matter which one opens the socket", async () => {
    const device = await world.newDevice();
    const [first, second] = [await world.openTab(device), await world.openTab(device)];
    await first.logIn(andrew);
    await first.hears("connecting", `login ${andrew}`, "connected");
    await second.hears("connecting", `login ${andrew}`, "connected");
    expect(world.gate.sockets).toBe(1);
  });

  it("stay online to others when the tab that holds the socket closes", async () => {
    const [first, second] = await twoTabs();
    const other = await connected(george);
    const third = await connected("cometchat-uid-3");
    await second.hears(`${george} online`, "cometchat-uid-3 online");

    await first.page.close();

    await second.hears("connecting", "connected", "resync");
    expect(world.gate.sockets).toBe(3);
    // Andrew's offline event, if there were one, would arrive before that of the third user.
    await third.page.close();
    await other.hears("cometchat-uid-3 online", "cometchat-uid-3 offline");
    await second.hears("cometchat-uid-3 offline");
  });

  it("disconnect when the tab that does not hold the socket logs out", async () => {
    const [first, second] = await twoTabs();
    await second.run("Parley.logout().then(() => undefined)");
    await first.hears("disconnected", "logout logout");
    await second.hears("disconnected", "logout logout");
    await expect.poll(() => world.gate.sockets).toBe(0);
    expect(world.gate.dials).toBe(1);
  });
});

describe("the connection", { timeout: 40_000 }, () => {
  it("reopens immediately when the device is online again", async () => {
    const tab = await connected();
    const device = tab.page.context();
    world.gate.mood = "dead";
    await device.setOffline(true);
    await tab.hears("disconnected", "connecting");

    world.gate.mood = "open";
    await device.setOffline(false);

    await tab.hears("connected", "resync");
  });

  it("reopens after a server restart", async () => {
    const tab = await connected();
    await world.restart();
    await tab.hears("disconnected", "connecting", "connected", "resync");
    await connected(george);
    await tab.hears(`${george} online`);
  });

  it("is not required for login while a proxy refuses it, and opens once the proxy allows it", async () => {
    world.gate.mood = "refusing";
    const tab = await world.openTab(await world.newDevice());
    await tab.logIn(andrew);
    await expect.poll(() => world.gate.dials).toBeGreaterThan(1);
    expect(await tab.run("Parley.getConnectionStatus()")).toBe("connecting");
    expect(await tab.run("Parley.getUser('cometchat-uid-2').then((user) => user.name)")).toBe(
      "George Alan",
    );

    world.gate.mood = "open";

    await tab.hears("connecting", `login ${andrew}`, "connected", "resync");
  });

  it("reopens after a reload, with the same user", async () => {
    const tab = await connected();
    const other = await connected(george);
    await tab.page.reload();
    await tab.run("started");
    expect(await tab.run("Parley.getLoggedinUser().then((user) => user.uid)")).toBe(andrew);
    await tab.hears("connecting", "connected");
    // The other user receives this event, and received none for the reload.
    await tab.run("Parley.logout().then(() => undefined)");
    await other.hears(`${andrew} offline`);
  });

  it("puts no token in a URL", async () => {
    const tab = await connected();
    const token = await tab.run<string>("Parley.getLoggedinUser().then((u) => u.authToken)");
    expect(world.gate.paths).toContain("/v3/realtime");
    expect(world.gate.paths.join()).not.toContain(token);
  });
});

describe("a session that ends on the server", { timeout: 30_000 }, () => {
  const revoke = () => world.manage("DELETE", `/users/${andrew}/auth_tokens`);

  it("ends immediately in the page, with the reason", async () => {
    const tab = await connected();
    await revoke();
    await tab.hears("disconnected", "logout revoked");
    expect(await tab.run("Parley.getLoggedinUser()")).toBeNull();
    expect(await tab.run("Parley.getConnectionStatus()")).toBe("disconnected");
    expect(world.gate.dials).toBe(1);
  });

  it("is replaced if there is a token provider", async () => {
    const tab = await connected(andrew, "?provider");
    await revoke();
    await tab.hears("disconnected", "logout revoked", "connecting", `login ${andrew}`, "connected");
    expect(await tab.run("Parley.getLoggedinUser().then((user) => user.uid)")).toBe(andrew);
  });

  it("is not replaced after a logout of the same token elsewhere", async () => {
    const tab = await connected(andrew, "?provider");
    const token = await tab.run<string>("Parley.getLoggedinUser().then((u) => u.authToken)");
    await fetch(`${world.server.url}/v3/me`, { method: "DELETE", headers: { authToken: token } });
    await tab.hears("disconnected", "logout logout");
  });

  it("reports that its user was deleted", async () => {
    await world.manage("POST", "/users", { uid: "gone-soon", name: "Gone Soon" });
    const tab = await connected("gone-soon");
    await world.manage("DELETE", "/users/gone-soon", { permanent: true });
    await tab.hears("disconnected", "logout deleted");
  });
});
