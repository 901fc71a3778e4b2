import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ParleyApi } from "../src/api.js";
import { AUTH_KEY } from "./support/fake-server.js";
import { settle, World } from "./support/world.js";

const METHODS = ["log", "info", "warn", "error", "debug", "trace"] as const;

describe("promise 9: nothing leaks", () => {
  const printed: unknown[] = [];

  beforeEach(() => {
    printed.length = 0;
    for (const method of METHODS) {
      vi.spyOn(console, method).mockImplementation((...args) => void printed.push(args));
    }
  });
  afterEach(() => vi.restoreAllMocks());

  async function useEverything(parley: ParleyApi): Promise<void> {
    const user = await parley.login("andrew", AUTH_KEY);
    await parley.createUser(new parley.User({ uid: "nancy", name: "Nancy" }), AUTH_KEY);
    await parley.updateUser(new parley.User({ uid: "nancy", name: "N" }), AUTH_KEY);
    await parley.updateCurrentUserDetails(user);
    await parley.getUser("george");
    await new parley.UsersRequestBuilder().setLimit(5).build().fetchNext();
    await parley.getSessions();
    await parley.endSession("ses_1");
    await parley.endOtherSessions();
    await parley.logout();
  }

  it("puts no key and no token in a URL, a body or the console", async () => {
    const world = new World();
    await useEverything(await world.startTab());

    const tokens = world.server.requests.flatMap(({ headers }) => headers.authToken ?? []);
    expect(tokens.length).toBeGreaterThan(5);
    for (const secret of new Set([AUTH_KEY, ...tokens])) {
      const outside = world.server.requests.map(({ url, body }) => inspect({ url, body }));
      expect(outside.join()).not.toContain(secret);
    }
    expect(printed).toEqual([]);
  });

  it.each<[string, (parley: ParleyApi, secret: string) => Promise<unknown>]>([
    ["a token", (parley, secret) => parley.login(secret)],
    ["a key", (parley, secret) => parley.login("andrew", secret)],
  ])("keeps %s out of errors, even if a server repeats it", async (_, login) => {
    const secret = "andrew_1771312489a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5";
    const error = { code: `E_${secret}`, message: secret, details: { [secret]: [secret] } };
    const fetch = async () => Response.json({ error }, { status: 400 });
    const parley = await new World().startTab({ environment: { fetch } });

    const failure: unknown = await login(parley, secret).catch((reason: unknown) => reason);

    expect(failure).toBeInstanceOf(parley.ParleyException);
    expect(inspect(failure, { depth: null, showHidden: true })).not.toContain(secret);
  });

  it("keeps a secret out of the error when it is not valid in a header", async () => {
    const parley = await new World().startTab();
    const failure: unknown = await parley.login("se\u00e7ret").catch((reason: unknown) => reason);
    expect(inspect(failure, { showHidden: true })).not.toContain("se\u00e7ret");
  });

  it("follows no redirect and sends no cookies", async () => {
    const world = new World();
    await useEverything(await world.startTab());
    for (const { options } of world.server.requests) {
      expect(options).toMatchObject({ redirect: "manual", credentials: "omit", cache: "no-store" });
    }
  });

  it("puts no token in the URL of a WebSocket, in its errors or in the console", async () => {
    const world = new World();
    const parley = await world.startTab({ environment: world.realtimeTab().environment });
    const errors: unknown[] = [];
    parley.addConnectionListener("test", { onConnectionError: (error) => errors.push(error) });
    const user = await parley.login("andrew", AUTH_KEY);
    await settle();
    const token = user.authToken ?? "";
    world.realtime.only.push({ type: "error", body: { code: "E", message: token } });
    world.server.refuse(token, "AUTH_ERR_AUTH_TOKEN_EXPIRED");
    world.realtime.only.drop(1006);
    await world.advance(10_000);

    expect(errors).toHaveLength(3);
    const shown = inspect([errors, printed, world.realtime.sockets.map(({ url }) => url)], {
      depth: null,
      showHidden: true,
    });
    expect(shown).not.toContain(token);
  });

  it("stores the token under the key of the app, and removes it at logout", async () => {
    const world = new World();
    const setItem = vi.spyOn(world.local, "setItem");
    await useEverything(await world.startTab());

    const keys = new Set(setItem.mock.calls.map(([key]) => key));
    expect([...keys].sort()).toEqual(["parley:my-app:device", "parley:my-app:session"]);
    expect(world.local.getItem("parley:my-app:session")).toBeNull();
  });
});
