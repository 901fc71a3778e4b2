/** Section "conventions": versions, naming the app, credentials, paging, CORS, HEAD and OPTIONS. */
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, logIn, newClient } from "../../support/client";
import { sendHttp } from "../../support/http";
import { startDev } from "../../support/parleyd";
import { exchange } from "../../support/raw";
import { table } from "../../support/table";
import type { User } from "../../support/types";
import { WebSocketClient } from "../../support/websocket";

const server = await startDev();
afterAll(() => server.stop());
const { appId, apiKey, authKey } = server.credentials;
const other = await server.createApp("other-app");
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: apiKey });
const { user, token, me } = await newClient(admin);
const foreign = await newClient(anyone.with({ apikey: other.apiKey }));

describe("versions", () => {
  it.each(["/v3", "/v3.0"])("%s is the API", async (prefix) => {
    expect((await admin.get<User>(`${prefix}/users/${user.uid}`)).data.uid).toBe(user.uid);
  });

  table(
    () => admin,
    [
      { name: "v2 is gone", call: "GET /v2/users", status: 404, code: "ERR_INVALID_API_VERSION" },
      {
        name: "v4 is not yet",
        call: "GET /v4/users",
        status: 404,
        code: "ERR_INVALID_API_VERSION",
      },
      {
        name: "v3.1 never was",
        call: "GET /v3.1/me",
        status: 404,
        code: "ERR_INVALID_API_VERSION",
      },
      { name: "a path outside", call: "GET /users", status: 404, code: "ERR_API_NOT_FOUND" },
      { name: "an unknown path", call: "GET /v3/usrs", status: 404, code: "ERR_API_NOT_FOUND" },
      {
        name: "a path too long",
        call: "GET /v3/users/a/b",
        status: 404,
        code: "ERR_API_NOT_FOUND",
      },
      { name: "the prefix alone", call: "GET /v3", status: 404, code: "ERR_API_NOT_FOUND" },
      { name: "a wrong method", call: "PATCH /v3/users", status: 404, code: "ERR_API_NOT_FOUND" },
      {
        name: "a method the path has not",
        call: "POST /v3/me",
        status: 404,
        code: "ERR_API_NOT_FOUND",
        contains: ["POST", "/v3/me"],
      },
    ],
  );
});

describe("naming the app", () => {
  const host = (label: string) => ({ host: `${label}.chat.example.com` });
  table(
    () => anyone,
    [
      {
        name: "by the credential alone",
        call: "GET /v3/me",
        headers: { authToken: token.authToken },
        status: 200,
      },
      {
        name: "by header",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, appId },
        status: 200,
      },
      {
        name: "by header, whatever its case",
        call: "GET /v3/me",
        headers: { AUTHTOKEN: token.authToken, APPID: appId },
        status: 200,
      },
      {
        name: "by host",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, ...host(appId) },
        status: 200,
      },
      {
        name: "another first label means nothing",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, ...host("www") },
        status: 200,
      },
      {
        name: "an unknown app",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, appId: "no-such-app" },
        status: 401,
        code: "AUTH_ERR_INVALID_APPID",
        contains: ["no-such-app"],
      },
      {
        name: "header and token contradict",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, appId: other.appId },
        status: 401,
        code: "AUTH_ERR_INVALID_APPID",
      },
      {
        name: "header and key contradict",
        call: "GET /v3/users",
        headers: { apikey: apiKey, appId: other.appId },
        status: 401,
        code: "AUTH_ERR_INVALID_APPID",
      },
      {
        name: "host and token contradict",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, ...host(other.appId) },
        status: 401,
        code: "AUTH_ERR_INVALID_APPID",
      },
      {
        name: "host and header contradict",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, appId, ...host(other.appId) },
        status: 401,
        code: "AUTH_ERR_INVALID_APPID",
      },
      { name: "nothing names one", call: "GET /v3/me", status: 400, code: "AUTH_ERR_EMPTY_APPID" },
      {
        name: "an empty header names none",
        call: "GET /v3/me",
        headers: { appId: "" },
        status: 400,
        code: "AUTH_ERR_EMPTY_APPID",
      },
    ],
  );
});

describe("credentials", () => {
  table(
    () => anyone,
    [
      {
        name: "no key",
        call: "GET /v3/roles",
        headers: { appId },
        status: 401,
        code: "AUTH_ERR_EMPTY_APIKEY",
      },
      {
        name: "no token",
        call: "GET /v3/me",
        headers: { appId },
        status: 401,
        code: "AUTH_ERR_EMPTY_AUTH_TOKEN",
      },
      {
        name: "an unknown key",
        call: "GET /v3/roles",
        headers: { apikey: "0".repeat(40) },
        status: 401,
        code: "AUTH_ERR_APIKEY_NOT_FOUND",
      },
      {
        name: "a bad key is reported before a bad uid",
        call: "POST /v3/users/nobody-at-all/auth_tokens",
        headers: { apikey: "junk" },
        status: 401,
        code: "AUTH_ERR_APIKEY_NOT_FOUND",
      },
      {
        name: "a bad key is reported before a bad body",
        call: "POST /v3/users",
        headers: { apikey: "junk" },
        body: "{",
        status: 401,
        code: "AUTH_ERR_APIKEY_NOT_FOUND",
      },
      {
        name: "Bearer",
        call: "GET /v3/me",
        headers: { authorization: `Bearer ${token.authToken}` },
        status: 200,
      },
      {
        name: "bearer in lower case",
        call: "GET /v3/me",
        headers: { authorization: `bearer ${token.authToken}` },
        status: 200,
      },
      {
        name: "both headers, the same token",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, authorization: `Bearer ${token.authToken}` },
        status: 200,
      },
      {
        name: "both headers, different tokens",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, authorization: `Bearer ${foreign.token.authToken}` },
        status: 400,
        code: "ERR_BAD_REQUEST",
      },
      {
        name: "a key and a token of one app, as a logged-in published client sends",
        call: "POST /v3/users",
        headers: { apikey: authKey, authToken: token.authToken },
        body: { uid: "both-credentials", name: "Both" },
        status: 200,
      },
      {
        name: "a key and a token of two apps",
        call: "GET /v3/users",
        headers: { apikey: apiKey, authToken: foreign.token.authToken },
        status: 400,
        code: "ERR_BAD_REQUEST",
      },
      {
        name: "an auth token where a key is needed",
        call: "GET /v3/roles",
        headers: { authToken: token.authToken },
        status: 403,
        code: "AUTH_ERR_NO_ACCESS",
      },
      {
        name: "a key where a user is needed",
        call: "GET /v3/me",
        headers: { apikey: apiKey },
        status: 403,
        code: "AUTH_ERR_NO_ACCESS",
        contains: ["logged-in user"],
      },
      {
        name: "a scope too small",
        call: "GET /v3/roles",
        headers: { apikey: authKey },
        status: 403,
        code: "AUTH_ERR_NO_ACCESS",
      },
    ],
  );
});

describe("onBehalfOf", () => {
  const viewer = "cometchat-uid-1";
  it("makes fields relative to that user", async () => {
    const path = "/v3/users/cometchat-uid-2";
    expect((await admin.get(path)).text).not.toContain("conversationId");
    expect((await admin.get(path, { onBehalfOf: viewer })).data).toMatchObject({
      conversationId: "cometchat-uid-1_user_cometchat-uid-2",
      hasBlockedMe: false,
      blockedByMe: false,
    });
  });

  table(
    () => anyone,
    [
      {
        name: "an unknown user",
        call: "GET /v3/users",
        headers: { apikey: apiKey, onBehalfOf: "nobody" },
        status: 404,
        code: "ERR_UID_NOT_FOUND",
      },
      {
        name: "not for a client",
        call: "GET /v3/users",
        headers: { authToken: token.authToken, onBehalfOf: viewer },
        status: 403,
        code: "AUTH_ERR_NO_ACCESS",
      },
    ],
  );
});

describe("pages", () => {
  it("counts from 1, ends empty, and speaks both spellings", async () => {
    const first = await admin.get<User[]>("/v3/users?perPage=2&page=1");
    expect(first.data).toHaveLength(2);
    const { total, ...rest } = first.pagination;
    expect(rest).toEqual({
      count: 2,
      per_page: 2,
      current_page: 1,
      total_pages: Math.ceil(total / 2),
    });
    const second = await admin.get<User[]>("/v3/users?per_page=2&page=2");
    expect(second.data[0]?.uid).not.toBe(first.data[0]?.uid);
    const past = await admin.get<User[]>("/v3/users?per_page=2&page=1000");
    expect(past.data).toEqual([]);
    expect(past.pagination).toMatchObject({ total, count: 0, current_page: 1000 });
  });

  it("has 100 a page unless told otherwise", async () => {
    expect((await admin.get("/v3/users")).pagination.per_page).toBe(100);
    expect((await admin.get("/v3/users?perPage=1000")).pagination.per_page).toBe(1000);
  });

  const refused = ["perPage=0", "perPage=1001", "per_page=x", "page=0", "page=-1", "perPage=1.5"];
  table(
    () => admin,
    refused.map((query) => ({
      name: `refuses ${query}`,
      call: `GET /v3/users?${query}`,
      status: 400,
      code: "ERR_BAD_REQUEST",
      contains: ['"details"'],
    })),
  );
});

describe("request ids", () => {
  it("differ on every answer and are never the caller's", async () => {
    const ids = new Set<unknown>();
    for (let i = 0; i < 20; i++) {
      const answer = await me.get("/v3/me", { "x-request-id": "chosen-by-the-caller" });
      ids.add(answer.headers["x-request-id"]);
    }
    expect(ids.size).toBe(20);
    expect(ids).not.toContain("chosen-by-the-caller");
  });
});

describe("HEAD and OPTIONS", () => {
  it("HEAD is GET without the body", async () => {
    const get = await me.get("/v3/me");
    const head = await me.call("HEAD", "/v3/me");
    expect(head.status).toBe(200);
    expect(head.headers["content-length"]).toBe(String(Buffer.byteLength(get.text)));
    expect((await anyone.call("HEAD", "/v3/me", { headers: { appId } })).status).toBe(401);
  });

  it("a preflight gets 204 with every method, and the headers it asks for", async () => {
    const asked =
      "apikey,appid,authtoken,content-type,sdk,baggage,sentry-trace,traceparent,tracestate," +
      "chatapiversion,onbehalfofuser,x-requested-with";
    const { status, headers } = await anyone.call("OPTIONS", "/v3.0/users/x/auth_tokens", {
      headers: {
        origin: "https://app.example.com",
        "access-control-request-method": "PATCH",
        "access-control-request-headers": asked,
      },
    });
    expect(status).toBe(204);
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["access-control-allow-methods"]).toBe("GET, POST, PUT, PATCH, DELETE");
    expect(headers["access-control-allow-headers"]?.split(", ")).toEqual(asked.split(","));
    expect(headers["access-control-allow-credentials"]).toBeUndefined();
  });

  it("a preflight gets back header names alone, and not without end", async () => {
    const preflight = async (asked: string) =>
      (
        await anyone.call("OPTIONS", "/v3/me", {
          headers: { "access-control-request-headers": asked },
        })
      ).headers["access-control-allow-headers"];
    expect(await preflight('ok, "bad", a b, x:y, (z), Fine-1')).toBe("ok, Fine-1");
    expect(await preflight("")).toBeUndefined();
    const long = Array.from({ length: 1000 }, (_, i) => `x-header-${i}`).join(",");
    expect((await preflight(long))!.length).toBeLessThan(6000);
  });

  it("answers and errors alike can be read from a page of another origin", async () => {
    const origin = "https://app.example.com";
    for (const client of [me, anyone]) {
      const { headers } = await client.get("/v3/me", { origin });
      expect(["*", origin]).toContain(headers["access-control-allow-origin"]);
      expect(headers["access-control-expose-headers"]?.toLowerCase()).toContain("x-request-id");
    }
  });

  it.each<[call: string, status: number]>([
    ["GET /users", 404],
    ["POST /users/ann/auth_tokens", 404],
    ["GET /v4/users", 404],
    ["GET /v3/nothing", 404],
    ["PATCH /v3/users", 404],
    ["GET /.well-known/jwks.json", 200],
    ["POST /.well-known/jwks.json", 405],
    ["GET /openapi.yaml", 200],
    ["POST /", 405],
    ["DELETE /dashboard", 405],
    ["GET /nothing.png", 404],
    ["GET /try-it/nothing", 404],
  ])("%s: %d can be read, too", async (call, status) => {
    const [method, path] = call.split(" ") as [string, string];
    const answer = await anyone.call(method, path, { headers: { origin: "https://a.example" } });
    expect(answer.status).toBe(status);
    expect(answer.headers["access-control-allow-origin"]).toBe("*");
    const preflight = await anyone.call("OPTIONS", path, {
      headers: { origin: "https://a.example", "access-control-request-headers": "authtoken" },
    });
    expect(preflight.headers).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "authtoken",
    });
  });

  it.each(["/dashboard", "/", "/try-it/config.json", "/admin/v1/server"])(
    "but %s cannot: it is for its own pages",
    async (path) => {
      const { headers } = await sendHttp(server.url, { method: "GET", path });
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    },
  );

  it("the app says which origins may read", async () => {
    const app = await server.createApp("strict", "--allowed-origin", "https://app.example.com");
    const { me: member } = await newClient(anyone.with({ apikey: app.apiKey }));
    const allowed = await member.get("/v3/me", { origin: "https://app.example.com" });
    expect(allowed.headers["access-control-allow-origin"]).toBe("https://app.example.com");
    expect(allowed.headers["vary"]?.toLowerCase()).toContain("origin");
    const refused = await member.get("/v3/me", { origin: "https://evil.example.com" });
    expect(refused.headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("a list may hold hosts with a star, null, and origins as people write them", async () => {
    const origins = ["HTTPS://Written.Example:443/", "https://*.example.org:8443", "null"];
    const flags = origins.flatMap((origin) => ["--allowed-origin", origin]);
    const app = await server.createApp("lenient", ...flags);
    const { me: member, token } = await newClient(anyone.with({ apikey: app.apiKey }));
    const allowed = async (origin: string) => {
      const { headers } = await member.get("/v3/me", { origin });
      const readable = headers["access-control-allow-origin"] === origin;
      const login = { path: "/v3/realtime", headers: { origin } };
      const socket = await WebSocketClient.open(server.url, login);
      const { body } = await socket.authenticate(token.authToken);
      socket.drop();
      expect(body?.["code"]).toBe(readable ? "200" : "401"); // The same rule holds for WebSockets.
      return readable;
    };
    for (const origin of [
      "https://written.example",
      "https://a.example.org:8443",
      "https://a.b.example.org:8443",
      "null",
    ]) {
      expect(await allowed(origin), origin).toBe(true);
    }
    for (const origin of [
      "https://example.org:8443",
      "https://a.example.org",
      "https://b.example",
    ]) {
      expect(await allowed(origin), origin).toBe(false);
    }
  });
});

describe("a method that a path does not have", () => {
  it("is 404 under /v3 as the contract has it, and Allow lists those it has", async () => {
    const answer = await admin.call("POST", "/v3/users/x");
    expect(answer.outcome).toBe("404 ERR_API_NOT_FOUND");
    expect(answer.headers["allow"]).toBe("GET, HEAD, PUT, DELETE, OPTIONS");
    expect((await admin.call("POST", "/v3/nothing")).headers["allow"]).toBeUndefined();
  });

  it.each([
    ["/.well-known/jwks.json", "GET, HEAD, OPTIONS"],
    ["/", "GET, HEAD, OPTIONS"],
    ["/dashboard/apps", "GET, HEAD, OPTIONS"],
    ["/openapi.yaml", "GET, HEAD, OPTIONS"],
    ["/admin/v1/server", "GET, HEAD, OPTIONS"],
    ["/admin/v1/sign_in", "POST, OPTIONS"],
  ])("is 405 at %s", async (path, allow) => {
    const answer = await anyone.call("PATCH", path);
    expect(answer.outcome).toBe("405 ERR_METHOD_NOT_ALLOWED");
    expect(answer.headers["allow"]).toBe(allow);
  });

  it("is 405 at the admin listener", async () => {
    const listener = new Client(server.adminUrl);
    for (const path of ["/healthz", "/readyz", "/metrics"]) {
      const answer = await listener.call("POST", path);
      expect([answer.status, answer.headers["allow"]]).toEqual([405, "GET, HEAD"]);
    }
    expect((await listener.call("POST", "/nothing")).status).toBe(404);
  });

  it("OPTIONS * lists every method", async () => {
    const asked = "OPTIONS * HTTP/1.1\r\nHost: t\r\n\r\n";
    const { answers } = await exchange(server.url, asked, { expected: 1 });
    expect(answers[0]).toMatchObject({
      status: 204,
      headers: { allow: "GET, HEAD, POST, PUT, DELETE, OPTIONS" },
    });
  });

  it("a target may be a whole URL, which names the app as Host would", async () => {
    const asked = `GET http://${appId}.chat.example/v3/users?perPage=1 HTTP/1.1\r\nHost: other\r\napikey: ${apiKey}\r\n\r\n`;
    const { answers } = await exchange(server.url, asked, { expected: 1 });
    expect(answers[0]?.status).toBe(200);
    const wrong = asked.replace(appId, "other-app");
    expect((await exchange(server.url, wrong, { expected: 1 })).answers[0]?.status).toBe(401);
  });

  it("a compressed body is 415, in words that say so", async () => {
    const answer = await admin.post("/v3/users", "\x1f\x8b", { "content-encoding": "gzip" });
    expect(answer.outcome).toBe("415 ERR_UNSUPPORTED_MEDIA_TYPE");
    expect(answer.headers["accept-encoding"]).toBe("identity");
  });
});

it("publishes its contract", async () => {
  const { text } = await anyone.get("/openapi.yaml");
  expect(text).toContain("openapi: 3.1.0");
});

it("a uid means the same in any case", async () => {
  const made = await createUser(admin, { uid: "MiXeD-Case" });
  expect(made.uid).toBe("mixed-case");
  expect((await admin.get<User>("/v3/users/MIXED-CASE")).data.uid).toBe("mixed-case");
  expect((await logIn(admin, "Mixed-Case")).uid).toBe("mixed-case");
});
