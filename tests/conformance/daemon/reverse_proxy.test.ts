/** A server behind a real nginx with deploy/nginx.conf, as in docs/operate/reverse-proxy.md. */
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Client, createUser, logIn } from "../../support/client";
import { sendHttp, type HttpAnswer } from "../../support/http";
import { startServe, temporaryDirectory, type App, type Server } from "../../support/parleyd";
import type { AuthToken } from "../../support/types";
import { WebSocketClient } from "../../support/websocket";

const deployed = fileURLToPath(new URL("../../../deploy/nginx.conf", import.meta.url));
const pageOrigin = "https://app.example.com";
const client = "127.0.0.2"; // Differs from the proxy's own address, which is trusted.
const folder = temporaryDirectory();
let port: number;
let server: Server;
let app: App;
let nginx: ChildProcess;
let ca: string;

beforeAll(async () => {
  port = await freePort();
  server = await startServe({
    dataDir: temporaryDirectory(),
    flags: ["--public-url", `https://localhost:${port}`, "--trusted-proxy", "127.0.0.1"],
  });
  ca = readFileSync(join(server.dataDir, "tls/localhost.crt"), "utf8");
  app = await server.createApp("my-app");
  writeFileSync(join(folder, "nginx.conf"), configuration());
  nginx = spawn("/usr/sbin/nginx", ["-c", join(folder, "nginx.conf")], { stdio: "inherit" });
  await untilItAnswers();
  await call("POST", "/v3/users", { apikey: app.apiKey }, { uid: "andrew", name: "Andrew" });
});

afterAll(async () => {
  nginx?.kill("SIGTERM");
  await server?.stop();
});

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((found) =>
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    }),
  );
}

/** The file in deploy/, adapted to this machine, inside the main configuration of Debian's nginx. */
function configuration(): string {
  const site = readFileSync(deployed, "utf8")
    .replace("server 127.0.0.1:8080;", `server ${new URL(server.url).host};`)
    .replace("listen 443 ssl", `listen 127.0.0.1:${port} ssl`)
    .replace(/^ *listen \[::\]:443.*$/m, "")
    .replace("server_name chat.example.com;", "server_name localhost;")
    .replace(/\S+fullchain\.pem/, join(server.dataDir, "tls/localhost.crt"))
    .replace(/\S+privkey\.pem/, join(server.dataDir, "tls/localhost.key"));
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  return `
    ${process.getuid?.() === 0 ? "user root;" : ""}
    daemon off;
    pid ${join(folder, "nginx.pid")};
    error_log ${join(folder, "error.log")};
    events {}
    http { ${paths.join(" ")} ${site} }`;
}

function call(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: object,
): Promise<HttpAnswer> {
  const type = body ? { "content-type": "application/json" } : {};
  return sendHttp(`https://127.0.0.1:${port}`, {
    method,
    path,
    ca,
    from: client,
    headers: { host: `localhost:${port}`, ...type, ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
}

async function untilItAnswers(): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await call("GET", "/openapi.yaml", {});
      return;
    } catch (error) {
      if (tries === 200) throw error;
      await new Promise((wait) => setTimeout(wait, 25));
    }
  }
}

const dataOf = <T>({ text }: HttpAnswer): T => (JSON.parse(text) as { data: T }).data;

async function newToken(): Promise<string> {
  const created = await call("POST", "/v3/users/andrew/auth_tokens", { apikey: app.apiKey }, {});
  return dataOf<AuthToken>(created).authToken;
}

it("logs a user in, and sends it the address of the proxy", async () => {
  const authToken = await newToken();
  const session = await call("PUT", "/v3/me", { authToken, appId: app.appId }, { platform: "web" });
  expect(session.status).toBe(200);
  expect(JSON.stringify(dataOf<{ settings: object }>(session).settings)).toContain(
    `localhost:${port}`,
  );
});

it("uses the address that the proxy saw, whatever the client claims", async () => {
  const authToken = await newToken();
  const claims = { "x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "http" };
  await call("PUT", "/v3/me", { authToken, ...claims }, { platform: "web" });
  const sessions = await call("GET", "/v3/me/sessions", { authToken, ...claims });
  const own = dataOf<AuthToken[]>(sessions);
  expect(own.find(({ current }) => current)?.lastIp).toBe(client);
});

it("forwards WebSockets at both paths, and keeps them open", async () => {
  const authToken = await newToken();
  const headers = { host: `localhost:${port}` };
  for (const path of ["/", "/v3/realtime"]) {
    const url = `https://127.0.0.1:${port}`;
    const socket = await WebSocketClient.login(url, authToken, { path, headers });
    await socket.ping();
    socket.close();
    expect(await socket.closing()).toMatchObject({ code: 1000 });
  }
});

it("passes on the host with its port, so that the dashboard can sign in", async () => {
  const signIn = (origin: string) =>
    call(
      "POST",
      "/admin/v1/sign_in",
      { origin, "sec-fetch-site": "same-origin" },
      { email: "nobody@example.com", password: "wrong" },
    );
  expect((await signIn(`https://localhost:${port}`)).text).toContain("AUTH_ERR_SIGN_IN_FAILED");
  const refused = await signIn("https://localhost");
  expect(refused.status).toBe(403);
  expect(refused.text).toContain("AUTH_ERR_CSRF");
  expect(refused.text).toContain(`at https://localhost:${port}, but from: https://localhost.`);
});

it("passes errors and their headers on unchanged", async () => {
  const unknown = await call("GET", "/v3/users/nobody", { apikey: app.apiKey });
  expect(unknown.status).toBe(404);
  expect(unknown.text).toContain("ERR_UID_NOT_FOUND");
  const large = await call(
    "POST",
    "/v3/users",
    { apikey: app.apiKey },
    { name: "x".repeat(1.5e6) },
  );
  expect(large.status).toBe(413);
  expect(large.text).toContain("ERR_PAYLOAD_TOO_LARGE");
  const refused = await call("GET", "/v3/me", { authToken: "made-up", origin: pageOrigin });
  expect(refused.headers["www-authenticate"]).toBeDefined();
  expect(refused.headers["access-control-allow-origin"]).toBe("*");
  expect(refused.headers["x-request-id"]).toMatch(/./);
});

it("passes on preflights", async () => {
  const { status, headers } = await call("OPTIONS", "/v3/me", {
    origin: pageOrigin,
    "access-control-request-method": "PUT",
    "access-control-request-headers": "authtoken,content-type",
  });
  expect(status).toBe(204);
  expect(headers["access-control-allow-origin"]).toBe("*");
  expect(headers["access-control-allow-headers"]).toBe("authtoken, content-type");
});

it("warns once about an untrusted proxy, and about clients that would be sent to port 80", async () => {
  const plain = await startServe({ flags: ["--access-log"] });
  const { apiKey } = await plain.createApp("warned");
  const api = new Client(plain.url, { apikey: apiKey });
  const { uid } = await createUser(api);
  const { authToken } = await logIn(api, uid);
  const viaProxy = { host: "chat.example.com", "x-forwarded-for": "203.0.113.9" };
  const count = (text: string) => plain.log.split(text).length - 1;
  const warnings = () =>
    ["untrusted_proxy", "port_80_announced"].map((name) => count(`"event":"${name}"`));
  // The log line of a call comes after its warnings.
  const logged = (calls: number) => expect.poll(() => count('"path":"/v3/me"')).toBe(calls);

  await new Client(plain.url, { authToken }).put("/v3/me", { platform: "web" });
  await logged(1);
  expect(warnings()).toEqual([0, 0]);
  const me = new Client(plain.url, { authToken, ...viaProxy });
  for (let i = 0; i < 3; i++) await me.put("/v3/me", { platform: "web" });
  await logged(4);
  expect(warnings()).toEqual([1, 1]);
  await plain.stop();
});

it("warns once if public_url is http although clients arrive over https", async () => {
  const announced = ["--public-url", "http://chat.example.com", "--trusted-proxy", "127.0.0.1"];
  const server = await startServe({ flags: announced });
  const { apiKey } = await server.createApp("announced");
  const { uid } = await createUser(new Client(server.url, { apikey: apiKey }));
  const { authToken } = await logIn(new Client(server.url, { apikey: apiKey }), uid);
  const warnings = () => server.log.split('"event":"port_80_announced"').length - 1;
  const call = (protocol: string) =>
    new Client(server.url, {
      authToken,
      "x-forwarded-for": "203.0.113.9",
      "x-forwarded-proto": protocol,
    }).put("/v3/me", { platform: "web" });
  await call("http");
  expect(warnings()).toBe(0);
  await call("https");
  await call("https");
  await expect.poll(warnings).toBe(1);
  await server.stop();
});

it("understands several proxies, in lists and in the syntax of RFC 7239", async () => {
  const trusted = ["--trusted-proxy", "127.0.0.0/8", "--trusted-proxy", "10.0.0.0/8"];
  const behind = await startServe({ flags: trusted });
  const { apiKey } = await behind.createApp("listed");
  const api = new Client(behind.url, { apikey: apiKey });
  const { uid } = await createUser(api);
  const cases: Record<string, string | string[]>[] = [
    { "x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "https,https" },
    { "x-forwarded-for": ["203.0.113.9", "10.0.0.2"], "x-forwarded-proto": ["https", "http"] },
    { forwarded: "for=203.0.113.9;proto=https, for=10.0.0.2;proto=http" },
    { forwarded: ["for=203.0.113.9;proto=https", "for=10.0.0.2"] },
  ];
  for (const headers of cases) {
    const { authToken } = await logIn(api, uid);
    const sent = { ...headers, host: "chat.example.com", authtoken: authToken };
    const body = JSON.stringify({ platform: "web" });
    const session = await sendHttp(behind.url, {
      ...{ method: "PUT", path: "/v3/me", body },
      headers: { ...sent, "content-type": "application/json" },
    });
    const { settings } = dataOf<{ settings: object }>(session);
    expect(settings).toMatchObject({ CHAT_WSS_PORT: 443 }); // The client uses https.
    const sessions = await sendHttp(behind.url, {
      ...{ method: "GET", path: "/v3/me/sessions", headers: sent },
    });
    const current = dataOf<AuthToken[]>(sessions).find((own) => own.current);
    expect(current?.lastIp).toBe("203.0.113.9");
  }
  await behind.stop();
});
