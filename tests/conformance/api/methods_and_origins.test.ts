/** Methods, preflights, and what pages of other origins can read. */
import { afterAll, describe, expect, it } from "vitest";
import { Client, newClient } from "../../support/client";
import { sendHttp } from "../../support/http";
import { startDev, startServe } from "../../support/parleyd";
import { exchange } from "../../support/raw";
import { WebSocketClient } from "../../support/websocket";

const server = await startDev();
afterAll(() => server.stop());
const { appId, apiKey } = server.credentials;
const other = await server.createApp("other-app");
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: apiKey });
const { token, me } = await newClient(admin);

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

  it("a preflight returns only valid header names, up to a limit", async () => {
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

  it("answers, including errors, can be read by pages of other origins", async () => {
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

  it("an app can restrict which origins can read", async () => {
    const app = await server.createApp("strict", "--allowed-origin", "https://app.example.com");
    const { me: member } = await newClient(anyone.with({ apikey: app.apiKey }));
    const allowed = await member.get("/v3/me", { origin: "https://app.example.com" });
    expect(allowed.headers["access-control-allow-origin"]).toBe("https://app.example.com");
    expect(allowed.headers["vary"]?.toLowerCase()).toContain("origin");
    const own = await member.get("/v3/me", { origin: server.url });
    expect(own.status, "a page of this server").toBe(200);
  });

  it("a page at public_url can read answers of every host of the server", async () => {
    const publicUrl = "https://chat.example.com";
    const announced = await startServe({ flags: ["--public-url", publicUrl] });
    const app = await announced.createApp("hosted", "--allowed-origin", "https://app.example.com");
    const { me: member } = await newClient(new Client(announced.url, { apikey: app.apiKey }));
    for (const host of ["chat.example.com", "hosted.chat.example.com"]) {
      const own = await member.get("/v3/me", { origin: publicUrl, host });
      expect(own.status, host).toBe(200);
      expect(own.headers["access-control-allow-origin"], host).toBe(publicUrl);
    }
    await announced.stop();
  });

  it("a page that the app does not allow changes nothing, and can read why", async () => {
    const { appId, apiKey, authKey } = await server.createApp(
      ...["picky", "--allowed-origin", "https://app.example.com"],
    );
    const full = anyone.with({ apikey: apiKey });
    await full.post("/v3/users", { uid: "ann", name: "Ann" });
    const origin = "https://evil.example.com";
    const preflight = await anyone.call("OPTIONS", "/v3/me", {
      headers: { origin, host: `${appId}.localhost` },
    });
    expect(preflight.headers["access-control-allow-origin"]).toBe("*");
    for (const apikey of [apiKey, authKey]) {
      const page = anyone.with({ apikey, origin });
      const answer = await page.post("/v3/users/ann/auth_tokens", {});
      expect(answer.outcome).toBe("403 AUTH_ERR_NO_ACCESS");
      expect(answer.error.devMessage).toContain(`${origin} is not one of them`);
      expect(answer.headers["access-control-allow-origin"]).toBe("*");
    }
    expect((await full.get("/v3/users/ann/auth_tokens")).data).toEqual([]);
  });

  it("a list can have wildcard hosts, null, and origins in any spelling", async () => {
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
      expect(body?.["code"]).toBe(readable ? "200" : "401"); // The same rule applies to WebSockets.
      return readable;
    };
    for (const origin of [
      "https://written.example",
      "https://a.example.org:8443",
      "https://a.b.example.org:8443",
      "null",
      "https://written.example:443", // As React Native sends it.
      "HTTPS://A.example.org:8443/",
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

describe("a method that a path does not support", () => {
  it("is 404 under /v3, and Allow lists the supported methods", async () => {
    const answer = await admin.call("POST", "/v3/users/x");
    expect(answer.outcome).toBe("404 ERR_API_NOT_FOUND");
    expect(answer.headers["allow"]).toBe("GET, HEAD, PUT, DELETE, OPTIONS");
    expect(answer.error.message).toContain("supports GET, HEAD, PUT, DELETE, OPTIONS.");
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
    expect(answer.error.message).toBe(`This path supports ${allow}, but not PATCH.`);
  });

  it.each<[path: string, allow: string | undefined]>([
    ["/v3/users", "POST, GET, HEAD, PUT, DELETE, OPTIONS"],
    ["/v3.0/users/x", "GET, HEAD, PUT, DELETE, OPTIONS"],
    ["/v3/realtime", "GET, HEAD, OPTIONS"],
    ["/.well-known/jwks.json", "GET, HEAD, OPTIONS"],
    ["/", "GET, HEAD, OPTIONS"],
    ["/dashboard/apps", "GET, HEAD, OPTIONS"],
    ["/openapi.yaml", "GET, HEAD, OPTIONS"],
    ["/try-it/config.json", "GET, HEAD, OPTIONS"],
    ["/try-it/tokens", "POST, OPTIONS"],
    ["/admin/v1/server", "GET, HEAD, OPTIONS"],
    ["/admin/v1/sign_in", "POST, OPTIONS"],
    ["/v3/nothing", undefined],
    ["/v4/users", undefined],
    ["/nothing.png", undefined],
  ])("is listed by OPTIONS %s", async (path, allow) => {
    const answer = await sendHttp(server.url, { method: "OPTIONS", path });
    expect(answer.status).toBe(204);
    const sorted = (methods?: string) => methods?.split(", ").sort();
    expect(sorted(answer.headers["allow"])).toEqual(sorted(allow));
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

  it("a target can be a complete URL, whose host identifies the app", async () => {
    const asked = `GET http://${appId}.chat.example/v3/users?perPage=1 HTTP/1.1\r\nHost: other\r\napikey: ${apiKey}\r\n\r\n`;
    const { answers } = await exchange(server.url, asked, { expected: 1 });
    expect(answers[0]?.status).toBe(200);
    const wrong = asked.replace(appId, "other-app");
    expect((await exchange(server.url, wrong, { expected: 1 })).answers[0]?.status).toBe(401);
  });

  it("a compressed body is 415, with a message that says so", async () => {
    const answer = await admin.post("/v3/users", "\x1f\x8b", { "content-encoding": "gzip" });
    expect(answer.outcome).toBe("415 ERR_UNSUPPORTED_MEDIA_TYPE");
    expect(answer.headers["accept-encoding"]).toBe("identity");
  });
});
