import { describe, expect, it } from "vitest";
import type { ParleyApi } from "../src/api.js";
import { ParleyException } from "../src/errors/parley-exception.js";
import { AUTH_KEY } from "./support/fake-server.js";
import { HOST, World } from "./support/world.js";

function answering(response: () => Response | Promise<Response>): Promise<ParleyApi> {
  return new World().startTab({ environment: { fetch: async () => response() } });
}

async function failureOf(promise: Promise<unknown>): Promise<ParleyException> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ParleyException);
  return error as ParleyException;
}

describe("promise 8: errors help", () => {
  it("passes on everything in the server's error, unchanged", async () => {
    const body = {
      error: {
        code: "ERR_BAD_REQUEST",
        message: "The name is too long.",
        devMessage: "Send at most 100 characters.",
        details: { name: ["must be 1 to 100 characters"] },
      },
    };
    const headers = { "x-request-id": "req_7", "retry-after": "30" };
    const parley = await answering(() => Response.json(body, { status: 400, headers }));

    const error = await failureOf(parley.createUser(new parley.User("andrew"), AUTH_KEY));

    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "ParleyException",
      code: "ERR_BAD_REQUEST",
      message: "The name is too long.",
      details: {
        devMessage: "Send at most 100 characters.",
        fields: { name: ["must be 1 to 100 characters"] },
        status: 400,
        requestId: "req_7",
        retryAfter: 30,
      },
    });
  });

  it.each([
    "ERR_UID_NOT_FOUND",
    "AUTH_ERR_APIKEY_NOT_FOUND",
    "AUTH_ERR_NO_ACCESS",
    "AUTH_ERR_AUTH_TOKEN_EXPIRED",
    "ERR_TOO_MANY_REQUESTS",
    "A_CODE_OF_THE_FUTURE",
  ])("leaves the code %s unchanged", async (code) => {
    const parley = await answering(() =>
      Response.json({ error: { code, message: "What happened." } }, { status: 401 }),
    );

    expect(await failureOf(parley.login("andrew", AUTH_KEY))).toMatchObject({
      code,
      message: "What happened.",
    });
  });

  const unreachable = (): never => {
    throw new TypeError("Failed to fetch");
  };

  it("does not blame the allowed origins, whose refusal is a readable response", async () => {
    const { code, message } = await failureOf((await answering(unreachable)).login("t"));
    expect(code).toBe("FAILED_TO_FETCH");
    expect(message).toContain(HOST);
    expect(message).not.toMatch(/origin/i);
  });

  it("explains what a page loaded over https may not do", async () => {
    const world = new World();
    const parley = world.openTab({ fetch: async () => unreachable() });
    await parley.init(
      "my-app",
      new parley.AppSettingsBuilder().setHost("http://chat.example.com").build(),
    );
    expect((await failureOf(parley.login("t"))).message).toContain("over https");
  });

  it.each([
    ["a proxy", new Response("<html>", { status: 502 }), "A proxy in front of the server"],
    ["a captive portal", new Response("<html>Accept"), "a proxy may have responded"],
    ["an empty response", new Response(""), "an empty response"],
    ["a redirect", new Response(null, { status: 301 }), "Give setHost() the final address"],
  ])("distinguishes %s from the server", async (_, response, hint) => {
    const error = await failureOf((await answering(() => response)).login("token"));
    expect(error.code).toBe("FAILED_TO_FETCH");
    expect(error.message).toContain(hint);
    expect(error.message).toContain(HOST);
  });

  it("includes the requested URL when the response is a page and not from the server", async () => {
    const page = new Response("<html>Not found", { status: 404 });
    const error = await failureOf((await answering(() => page)).login("token"));
    expect(error.message).toContain(`${HOST}/v3/me`);
    expect(error.message).toContain("HTTP 404");
    expect(error.message).toContain("Check that setHost() is the address of a Parley server");
  });

  it.each<[string, (parley: ParleyApi) => Promise<unknown>, string]>([
    ["no UID", (parley) => parley.login("", AUTH_KEY), "login(): uid"],
    ["no key", (parley) => parley.login("andrew", undefined as unknown as string), "authKey"],
    ["swapped arguments", (parley) => parley.login(AUTH_KEY, "andrew"), "swapped"],
    ["an empty token", (parley) => parley.login(" "), "authToken"],
    ["no arguments", (parley) => (parley.login as () => Promise<unknown>)(), "authToken"],
    ["a token with a line break", (parley) => parley.login("abc\ndef"), "Copy it again"],
    ["no user", (parley) => parley.createUser(undefined as never, AUTH_KEY), "createUser()"],
    ["no key to create", (parley) => parley.createUser(new parley.User("u"), ""), "authKey"],
    [
      "metadata that contains itself",
      (parley) => {
        const metadata: Record<string, unknown> = {};
        metadata.self = metadata;
        return parley.createUser(new parley.User({ uid: "u", metadata }), AUTH_KEY);
      },
      "createUser(): user.metadata must be JSON",
    ],
    [
      "metadata with a BigInt",
      (parley) => parley.updateCurrentUserDetails({ uid: "u", metadata: { id: 1n } }),
      "updateCurrentUserDetails(): user.metadata must be JSON",
    ],
    [
      "metadata with NaN",
      (parley) => parley.updateUser({ uid: "u", metadata: { n: [NaN] } }, AUTH_KEY),
      "updateUser(): user.metadata must be JSON",
    ],
    ["no UID to get", (parley) => parley.getUser(""), "getUser()"],
  ])("explains what is wrong with %s", async (_, call, hint) => {
    const error = await failureOf(call(await new World().startTab()));
    expect(error.code).toBe("MISSING_PARAMETERS");
    expect(error.message).toContain(hint);
  });

  it.each<[string, (parley: ParleyApi) => Promise<unknown>]>([
    ["getUser", (parley) => parley.getUser("andrew")],
    ["updateCurrentUserDetails", (p) => p.updateCurrentUserDetails(new p.User("andrew"))],
    ["fetchNext", (p) => new p.UsersRequestBuilder().setLimit(1).build().fetchNext()],
    ["blockUsers", (parley) => parley.blockUsers(["andrew"])],
    ["unblockUsers", (parley) => parley.unblockUsers(["andrew"])],
    [
      "fetchNext of blocked users",
      (p) => new p.BlockedUsersRequestBuilder().setLimit(1).build().fetchNext(),
    ],
    ["getJwt", (parley) => parley.getJwt()],
    ["getSessions", (parley) => parley.getSessions()],
    ["endSession", (parley) => parley.endSession("ses_1")],
    ["endOtherSessions", (parley) => parley.endOtherSessions()],
  ])("requires a logged-in user for %s", async (_, call) => {
    expect((await failureOf(call(await new World().startTab()))).code).toBe("USER_NOT_LOGGED_IN");
    expect((await failureOf(call(new World().openTab()))).code).toBe("NOT_INITIALIZED");
  });
});
