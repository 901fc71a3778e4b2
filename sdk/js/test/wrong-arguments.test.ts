import { beforeAll, describe, expect, it } from "vitest";
import type { ParleyApi } from "../src/api.js";
import { ParleyException } from "../src/errors/parley-exception.js";
import type { AppSettingsBuilder } from "../src/settings/app-settings-builder.js";
import { AUTH_KEY } from "./support/fake-server.js";
import { HOST, World } from "./support/world.js";

/** Calls with arguments of any type, as from JavaScript. */
type Loose = Record<string, (...args: unknown[]) => unknown>;

const NOT_TEXTS = [undefined, null, "", " ", 7, true, {}, [], () => "text"];
const NOT_USERS = [undefined, null, 7, "andrew", [], {}, { name: "Andrew" }, { uid: 7 }];
const NOT_FUNCTIONS = [null, 7, "token", {}];
const NOT_FLAGS = [null, 0, "false", {}];
const NOT_LISTS = [null, 7, "abc", {}, [7], [""]];

let parley: ParleyApi & Loose;

beforeAll(async () => {
  parley = (await new World().startTab()) as ParleyApi & Loose;
  await parley.login("andrew", AUTH_KEY);
});

/** The error of a call, thrown or rejected. */
async function errorOf(call: () => unknown): Promise<ParleyException> {
  try {
    await call();
  } catch (error) {
    expect(error).toBeInstanceOf(ParleyException);
    return error as ParleyException;
  }
  throw new Error("The call succeeded.");
}

/** A method with values that its argument must not have, and what the message must contain. */
type Row = [name: string, values: unknown[], text: string, before?: unknown[], code?: string];

const METHODS: Row[] = [
  ["init", NOT_TEXTS, "init(): appId"],
  ["init", [undefined, null, 7, "host", [], {}, { host: HOST }], "init() needs settings", ["app"]],
  ["login", NOT_TEXTS, "login(): authToken"],
  ["login", [{ uid: "andrew" }, { authToken: 7 }], "login(): authToken"],
  ["login", NOT_TEXTS, "login(): authKey", ["andrew"]],
  ["createUser", NOT_USERS, "createUser(): user.uid"],
  ["createUser", NOT_TEXTS, "createUser(): authKey", [{ uid: "nancy" }]],
  ["updateUser", NOT_USERS, "updateUser(): user.uid"],
  ["updateUser", NOT_TEXTS, "updateUser(): authKey", [{ uid: "andrew" }]],
  ["updateCurrentUserDetails", NOT_USERS, "updateCurrentUserDetails(): user.uid"],
  ["getUser", [...NOT_TEXTS, { uid: "andrew" }], "getUser(): uid"],
  ["blockUsers", [undefined, ...NOT_LISTS], "blockUsers() needs", [], "INVALID_USER_LIST"],
  ["blockUsers", [[]], "blockUsers() needs", [], "EMPTY_USERS_LIST"],
  ["unblockUsers", [undefined, ...NOT_LISTS], "unblockUsers() needs", [], "INVALID_USER_LIST"],
  ["unblockUsers", [[]], "unblockUsers() needs", [], "EMPTY_USERS_LIST"],
  ["endSession", [...NOT_TEXTS, { id: "ses_1" }], "endSession(): id"],
  ...["LoginListener", "UserListener", "ConnectionListener"].flatMap((kind): Row[] => [
    [`add${kind}`, NOT_TEXTS, `add${kind}(): id`],
    [
      `add${kind}`,
      [undefined, null, 7, "x", [], {}, () => 1, { onPresence: () => 1 }],
      `add${kind}(): listener has none of`,
      ["id"],
    ],
  ]),
];

/** Methods without arguments, and those to which no value is wrong. */
const OTHERS = [
  ...["isInitialized", "getLoggedinUser", "getLoggedInUser", "logout", "getOnlineUserCount"],
  ...["connect", "disconnect", "getConnectionStatus", "getSessions", "endOtherSessions", "getJwt"],
  ...["removeLoginListener", "removeUserListener", "removeConnectionListener"],
];

describe("a method with an argument of the wrong kind", () => {
  it.each(METHODS)(
    "is named in the error: %s, %j",
    async (name, values, text, before = [], code = "MISSING_PARAMETERS") => {
      for (const value of values) {
        const error = await errorOf(() => parley[name]?.(...before, value));
        expect(error.code).toBe(code);
        expect(error.message).toContain(text);
      }
    },
  );

  it("is each method with arguments", () => {
    const methods = Object.keys(parley).filter((name) => /^[a-z]/.test(name));
    const tested = new Set([...METHODS.map(([name]) => name), ...OTHERS]);
    expect(methods.filter((name) => !tested.has(name))).toEqual([]);
  });

  it.each(["login", "createUser", "getUser", "endSession"])(
    "is %s() without arguments",
    async (name) => {
      const { message } = await errorOf(() => parley[name]?.());
      expect(message).toContain(`${name}()`);
    },
  );

  it("is login() with a User or a builder instead of a UID", async () => {
    for (const value of [new parley.User("andrew"), new parley.AppSettingsBuilder(), 7, null]) {
      const { message } = await errorOf(() => (parley as Loose).login?.(value, AUTH_KEY));
      expect(message).toContain("login(): uid");
    }
  });

  it("is new User()", async () => {
    for (const value of NOT_TEXTS) {
      expect((await errorOf(() => new parley.User(value as never))).message).toContain(
        "new User()",
      );
    }
  });

  it("is not a method that removes a listener: an unknown id is ignored", () => {
    for (const name of OTHERS.filter((other) => other.startsWith("remove"))) {
      for (const value of NOT_TEXTS) expect(parley[name]?.(value)).toBeUndefined();
    }
  });
});

describe("init()", () => {
  it("says that the settings were not built", async () => {
    const builder = new parley.AppSettingsBuilder().setHost(HOST);
    const { message } = await errorOf(() => parley.init("app", builder as never));
    expect(message).toMatch(/^Call \.build\(\)\. /);
  });

  it("shows the class and a line to write for a plain object", async () => {
    const { message } = await errorOf(() => parley.init("app", { host: HOST } as never));
    expect(message).toContain(
      'new Parley.AppSettingsBuilder().setHost("http://localhost:8080").build()',
    );
    expect(message).not.toMatch(/Call \.build/);
  });

  it.each<[string, unknown[], string?]>([
    ["setHost", [8080, {}, `${HOST}/v4`, `${HOST}/?a=b`, "https://me:secret@host.example"]],
    ["overrideAdminHost", [8080, {}, "host.example/v4"]],
    ["overrideClientHost", [8080, {}, "host.example/v4"]],
    ["subscribePresenceForRoles", [undefined, ...NOT_LISTS]],
    ["autoEstablishSocketConnection", NOT_FLAGS],
    ["setStorageMode", [undefined, null, 7, "DISK", {}, { getItem: () => null }]],
    ["setTokenProvider", NOT_FUNCTIONS],
    ["setWebSocket", NOT_FUNCTIONS],
    ["setTimeout", [undefined, null, 0, -1, NaN, "5000", 600_001]],
  ])("names %s() if it was called with something else: %j", async (name, values) => {
    for (const value of values) {
      const builder = new parley.AppSettingsBuilder().setHost(HOST);
      (builder as unknown as Loose)[name]?.(value);
      const error = await errorOf(() => parley.init("app", builder.build()));
      expect(error.code).toBe("MISSING_PARAMETERS");
      expect(error.message).toContain(`${name}()`);
      expect(error.message).not.toContain("secret");
    }
  });

  it("accepts settings that were copied or changed after build()", async () => {
    const sdk = new World().openTab();
    const settings = new sdk.AppSettingsBuilder().setHost(HOST).build();
    await expect(sdk.init("app", { ...settings, timeout: 5_000 })).resolves.toBe(true);
  });

  it("treats autoEstablishSocketConnection() without an argument as true", () => {
    const builder: AppSettingsBuilder = new parley.AppSettingsBuilder();
    const { autoEstablishSocketConnection } = builder.autoEstablishSocketConnection().build();
    expect(autoEstablishSocketConnection).toBe(true);
  });
});

describe("fetchNext()", () => {
  const M = "MISSING_PARAMETERS";

  it.each<[string, unknown[], string]>([
    ["setLimit", [undefined, null, 0, "10", {}], "SET_LIMIT_IS_COMPULSORY"],
    ["setLimit", [101], "ERROR_SET_LIMIT_EXCEEDED"],
    ["setPage", [null, 0, "1", {}], M],
    ["setSearchKeyword", [null, 7, {}, ["a"]], M],
    ["searchIn", NOT_LISTS, M],
    ["setStatus", [null, "available", 7, {}], "INVALID_STATUS_VALUE"],
    ["setRole", [undefined, null, 7, {}, ""], M],
    ["setRoles", NOT_LISTS, M],
    ["setTags", NOT_LISTS, M],
    ["withTags", NOT_FLAGS, M],
    ["friendsOnly", NOT_FLAGS, M],
    ["hideBlockedUsers", NOT_FLAGS, M],
    ["setUIDs", NOT_LISTS, "INVALID_USER_LIST"],
    ["sortBy", [null, 7, "age", {}], M],
    ["sortByOrder", [null, 7, "up", {}], M],
  ])("names %s() of the users builder if it was called with %j", async (name, values, code) => {
    for (const value of values) {
      const builder = new parley.UsersRequestBuilder().setLimit(1);
      (builder as unknown as Loose)[name]?.(value);
      const error = await errorOf(() => builder.build().fetchNext());
      expect(error.code).toBe(code);
      expect(error.message).toContain(`${name}()`);
    }
  });

  it.each<[string, unknown[], string]>([
    ["setLimit", [undefined, null, 0, "10", {}], "SET_LIMIT_IS_COMPULSORY"],
    ["setSearchKeyword", [null, 7, {}], M],
    ["setDirection", [null, 7, "both ways", {}], "INVALID_DIRECTION_VALUE"],
  ])(
    "names %s() of the blocked users builder if it was called with %j",
    async (name, values, code) => {
      for (const value of values) {
        const builder = new parley.BlockedUsersRequestBuilder().setLimit(1);
        (builder as unknown as Loose)[name]?.(value);
        const error = await errorOf(() => builder.build().fetchNext());
        expect(error.code).toBe(code);
        expect(error.message).toContain(`${name}()`);
      }
    },
  );
});
