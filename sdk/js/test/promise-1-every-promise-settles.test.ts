import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ParleyApi } from "../src/api.js";
import { createApi } from "../src/create-api.js";
import { systemEnvironment } from "../src/environment.js";
import { ErrorCode } from "../src/errors/error-code.js";
import { ParleyException } from "../src/errors/parley-exception.js";
import { Sdk } from "../src/sdk.js";
import { AUTH_KEY } from "./support/fake-server.js";
import { HostileServer, MISBEHAVIOURS } from "./support/hostile-server.js";

/** Calls whose result needs a valid response body: every broken response makes them reject. */
const NEED_AN_ANSWER: Readonly<Record<string, (parley: ParleyApi) => Promise<unknown>>> = {
  "login by key": (parley) => parley.login("george", AUTH_KEY),
  "login by token": (parley) => parley.login("george_1771312489token"),
  "login of the same user": (parley) => parley.login("andrew", AUTH_KEY),
  createUser: (parley) => parley.createUser(new parley.User({ uid: "new", name: "N" }), AUTH_KEY),
  updateUser: (parley) => parley.updateUser(new parley.User("george"), AUTH_KEY),
  updateCurrentUserDetails: (parley) => parley.updateCurrentUserDetails(new parley.User("andrew")),
  getUser: (parley) => parley.getUser("george"),
  blockUsers: (parley) => parley.blockUsers(["george"]),
  unblockUsers: (parley) => parley.unblockUsers(["george"]),
};
/** Calls for which some broken responses are valid: as an empty list, or as any success. */
const MAY_SUCCEED: typeof NEED_AN_ANSWER = {
  fetchNext: (parley) => new parley.UsersRequestBuilder().setLimit(10).build().fetchNext(),
  "fetchNext of blocked users": (parley) =>
    new parley.BlockedUsersRequestBuilder().setLimit(10).build().fetchNext(),
  getSessions: (parley) => parley.getSessions(),
  endSession: (parley) => parley.endSession("ses_1"),
  endOtherSessions: (parley) => parley.endOtherSessions(),
  logout: (parley) => parley.logout(),
};

describe("promise 1: every promise settles", () => {
  const server = new HostileServer();
  let parley: ParleyApi;
  /** Runs all pending timers, as if the timeout had passed. */
  let runTimers: () => void;

  beforeEach(async () => {
    await server.start();
    server.misbehave = null;
    const timers = new Set<() => void>();
    runTimers = () => [...timers].forEach((run) => run());
    const after = (_: number, run: () => void) => {
      timers.add(run);
      return () => void timers.delete(run);
    };
    const sdk = new Sdk({ ...systemEnvironment(), after });
    parley = createApi(sdk, ErrorCode.NOT_INITIALIZED);
    await parley.init("my-app", new parley.AppSettingsBuilder().setHost(server.url).build());
    await parley.login("andrew", AUTH_KEY);
  });
  afterEach(() => server.stop());

  async function expectNextLoginToWork(): Promise<void> {
    server.misbehave = null;
    expect((await parley.login("andrew", AUTH_KEY)).uid).toBe("andrew");
  }

  describe.each(Object.keys(MISBEHAVIOURS))("when the server responds with %s", (name) => {
    beforeEach(() => {
      server.misbehave = MISBEHAVIOURS[name] ?? null;
    });

    it.each(Object.keys(NEED_AN_ANSWER))("%s rejects, and the next login works", async (call) => {
      const error: unknown = await NEED_AN_ANSWER[call]?.(parley).catch(
        (reason: unknown) => reason,
      );

      expect(error).toBeInstanceOf(ParleyException);
      expect((error as ParleyException).code).toBe("FAILED_TO_FETCH");
      await expectNextLoginToWork();
    });

    it.each(Object.keys(MAY_SUCCEED))("%s settles, and the next login works", async (call) => {
      const error: unknown = await MAY_SUCCEED[call]?.(parley).then(
        () => null,
        (reason: unknown) => reason,
      );

      if (error !== null) expect((error as ParleyException).code).toBe("FAILED_TO_FETCH");
      await expectNextLoginToWork();
    });

    it("keeps the session", async () => {
      await parley.getUser("george").catch(() => undefined);
      expect((await parley.getLoggedinUser())?.uid).toBe("andrew");
    });
  });

  const SILENCES: Readonly<Record<string, (typeof MISBEHAVIOURS)[string]>> = {
    "never responds": () => setImmediate(runTimers),
    "never finishes its response": (response) => {
      response.writeHead(200).write('{"data":', () => setImmediate(runTimers));
    },
  };

  describe.each(Object.keys(SILENCES))("when the server %s", (name) => {
    it.each(Object.entries({ ...NEED_AN_ANSWER, ...MAY_SUCCEED }))(
      "%s rejects with TIMEOUT, and the next login works",
      async (_, call) => {
        server.misbehave = SILENCES[name] ?? null;

        await expect(call(parley)).rejects.toMatchObject({ code: "TIMEOUT" });
        await expectNextLoginToWork();
      },
    );
  });

  it("rejects when nothing listens on the address", async () => {
    await server.stop();
    await expect(parley.getUser("george")).rejects.toMatchObject({ code: "FAILED_TO_FETCH" });
    await server.start();
  });
});

describe("promise 1: getLoggedinUser() after a reload", () => {
  const server = new HostileServer();
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };

  async function start(): Promise<ParleyApi> {
    const sdk = new Sdk({ ...systemEnvironment(), openChannel: () => null });
    const parley = createApi(sdk, ErrorCode.NOT_INITIALIZED);
    const builder = new parley.AppSettingsBuilder().setHost(server.url).setStorageMode(storage);
    await parley.init("my-app", builder.build());
    return parley;
  }

  beforeEach(async () => {
    await server.start();
    server.misbehave = null;
    await (await start()).login("andrew", AUTH_KEY);
  });
  afterEach(() => server.stop());

  it.each(Object.entries(MISBEHAVIOURS))(
    "returns the stored user when the server responds with %s",
    async (_, misbehave) => {
      server.misbehave = misbehave;

      const user = await (await start()).getLoggedinUser();

      expect(user?.uid).toBe("andrew");
      expect(user?.isStale).toBe(true);
    },
  );
});
