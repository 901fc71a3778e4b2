import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type Server, startDev } from "../../../tests/support/parleyd.js";
import type { ParleyApi } from "../src/api.js";
import { createApi } from "../src/create-api.js";
import { systemEnvironment } from "../src/environment.js";
import { ErrorCode } from "../src/errors/error-code.js";
import { ParleyException } from "../src/errors/parley-exception.js";
import { Sdk } from "../src/sdk.js";
import { AUTH_KEY, FakeServer } from "./support/fake-server.js";
import { World } from "./support/world.js";

async function sdkFor(host: string): Promise<ParleyApi> {
  const parley = createApi(new Sdk(systemEnvironment()), ErrorCode.NOT_INITIALIZED);
  await parley.init("my-app", new parley.AppSettingsBuilder().setHost(host).build());
  return parley;
}

async function failureOf(promise: Promise<unknown>): Promise<ParleyException> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ParleyException);
  return error as ParleyException;
}

describe("a server that cannot be reached, from Node", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startDev();
  }, 30_000);
  afterAll(() => server?.stop());

  async function freePort(): Promise<number> {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    await new Promise((resolve) => other.close(resolve));
    return port;
  }

  it.each<[string, () => string | Promise<string>, string, RegExp]>([
    [
      "a host name without an address",
      () => "https://no-such-host.invalid",
      "HOST_NOT_FOUND",
      /ENOTFOUND|EAI_AGAIN/,
    ],
    [
      "nothing listening on the port",
      async () => `http://127.0.0.1:${await freePort()}`,
      "CONNECTION_REFUSED",
      /ECONNREFUSED/,
    ],
    [
      "a self-signed certificate",
      () => server.tlsUrl,
      "CERTIFICATE_NOT_TRUSTED",
      /SELF_SIGNED|UNABLE_TO/,
    ],
    [
      "plain HTTP on the port",
      () => server.url.replace("http:", "https:"),
      "TLS_FAILED",
      /SSL|TLS/,
    ],
  ])("is reported with its cause: %s", async (_, host, code, text) => {
    const url = await host();
    const error = await failureOf((await sdkFor(url)).login("andrew", AUTH_KEY));
    expect(error.code).toBe(code);
    expect(error.message).toContain(url);
    expect(error.details.platformError).toMatch(text);
    expect(error.cause).toBeInstanceOf(TypeError);
    expect(JSON.stringify(error)).toMatch(text);
  });
});

it("keeps a secret out of the cause of an error", async () => {
  const token = "andrew_1771312489a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5";
  const cause = new Error(`header ${token}`);
  const fetch = () => Promise.reject(Object.assign(new Error("bad"), { cause }));
  const parley = await new World().startTab({ environment: { fetch } });
  const error = await failureOf(parley.login(token));
  expect(error.details.platformError).toBe("bad: header ***");
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain(token);
});

it.each<[string, (token: string) => object]>([
  ["a property", (token) => ({ config: { headers: { authToken: token } } })],
  ["a hidden property", (token) => ({ request: Object.create({}, { raw: { value: token } }) })],
  ["a property named by a symbol", (token) => ({ [Symbol("state")]: [token] })],
  ["the name of a property", (token) => ({ seen: { [token]: 1 } })],
  ["an object that prints its contents", (token) => ({ headers: new Headers({ token }) })],
  ["a map", (token) => ({ headers: new Map([["authToken", token]]) })],
  ["one of several errors", (token) => ({ errors: [Object.assign(new Error("x"), { token })] })],
])("keeps a secret in %s out of the cause of an error", async (_, extra) => {
  const token = "andrew_1771312489a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5";
  const fetch = () => Promise.reject(Object.assign(new Error("Network Error"), extra(token)));
  const parley = await new World().startTab({ environment: { fetch } });
  const error = await failureOf(parley.login(token));
  expect(error.details.platformError).toBe("Network Error");
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain(token);
});

it("keeps a cause that holds no secret", async () => {
  const cause = Object.assign(new Error("no route"), {
    code: "EHOSTUNREACH",
    errors: [new Error()],
  });
  const failure = Object.assign(new TypeError("fetch failed"), { cause });
  const fetch = () => Promise.reject(failure);
  const parley = await new World().startTab({ environment: { fetch } });
  expect((await failureOf(parley.login("andrew", AUTH_KEY))).cause).toBe(failure);
});

describe("React Native", () => {
  afterEach(() => vi.unstubAllGlobals());

  /** In React Native, most members of these classes throw. */
  function notImplemented(name: string): never {
    throw new Error(`${name} is not implemented`);
  }

  function enter(server: FakeServer): void {
    const names = ["host", "hostname", "origin", "pathname", "port", "protocol", "search", "hash"];
    class PoorUrl {
      toString = () => notImplemented("URL.toString");
    }
    for (const name of [...names, "href", "username", "searchParams"]) {
      Object.defineProperty(PoorUrl.prototype, name, { get: () => notImplemented(`URL.${name}`) });
    }
    class PoorSearchParams {
      append = () => notImplemented("URLSearchParams.append");
      set = () => notImplemented("URLSearchParams.set");
      get = () => notImplemented("URLSearchParams.get");
      toString = () => notImplemented("URLSearchParams.toString");
    }
    const { URL, URLSearchParams } = globalThis;
    const fetch = async (url: string, options: RequestInit): Promise<Response> => {
      // The fake server needs the real URL class.
      vi.stubGlobal("URL", URL).stubGlobal("URLSearchParams", URLSearchParams);
      const answer = server.fetch(url, options);
      vi.stubGlobal("URL", PoorUrl).stubGlobal("URLSearchParams", PoorSearchParams);
      return answer;
    };
    vi.stubGlobal("URL", PoorUrl)
      .stubGlobal("URLSearchParams", PoorSearchParams)
      .stubGlobal("BroadcastChannel", undefined)
      .stubGlobal("navigator", { product: "ReactNative" })
      .stubGlobal("fetch", fetch);
  }

  it("supports all calls and identifies its platform", async () => {
    const server = new FakeServer();
    enter(server);
    const parley = await sdkFor("https://chat.example.com:8443");
    const user = await parley.login("andrew", AUTH_KEY);
    expect(server.requests[1]?.body).toMatchObject({ platform: "react-native" });
    expect(await new parley.UsersRequestBuilder().setLimit(2).build().fetchNext()).toHaveLength(1);
    await parley.updateCurrentUserDetails(user);
    await parley.endOtherSessions();
    await parley.logout();
  });

  it.each(["ht!tp:/x y", "localhost:8080", "", "https://", "x y"])(
    "rejects init() with a ParleyException for %j",
    async (host) => {
      enter(new FakeServer());
      expect((await failureOf(sdkFor(host))).code).toBe("MISSING_PARAMETERS");
    },
  );
});

describe("Cloudflare Workers", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("receive no request fields that their fetch() rejects", async () => {
    vi.stubGlobal("navigator", { userAgent: "Cloudflare-Workers" });
    const server = new FakeServer();
    vi.stubGlobal("fetch", async (url: string, options: RequestInit) => {
      for (const field of ["credentials", "cache", "mode"]) {
        if (field in options) throw new Error(`The '${field}' field is not implemented.`);
      }
      return server.fetch(url, options);
    });
    const parley = await sdkFor("https://chat.example.com");
    await parley.login("andrew", AUTH_KEY);
    expect(server.requests[1]?.body).toMatchObject({ platform: "cloudflare-workers" });
    await parley.logout();
  });
});

it("rejects a text that is not valid Unicode with a ParleyException", async () => {
  const world = new World();
  const parley = await world.startTab();
  await parley.login("andrew", AUTH_KEY);
  await failureOf(parley.getUser("\ud800"));
  const request = new parley.UsersRequestBuilder().setLimit(1).setSearchKeyword("\udc00").build();
  await request.fetchNext();
  expect(world.server.requests.pop()?.url.searchParams.get("searchKey")).toBe("\ufffd");
});
