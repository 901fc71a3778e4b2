/** Ledger 19: the keys on the try-it page are not sent through a proxy to other machines. */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { sendHttp } from "../support/http";
import { startDev, temporaryDirectory } from "../support/parleyd";
import { exchange } from "../support/raw";

const server = await startDev();
const { host } = new URL(server.url);
const stops: (() => unknown)[] = [() => server.stop()];
afterAll(async () => {
  for (const stop of stops) await stop();
});

const config = { method: "GET", path: "/try-it/config.json" };
const mint = {
  method: "POST",
  path: "/try-it/tokens",
  body: JSON.stringify({ uid: "cometchat-uid-1" }),
};

it("serves the page on this machine", async () => {
  for (const request of [config, mint]) {
    const answer = await sendHttp(server.url, { ...request, headers: { host } });
    expect(answer.status, request.path).toBe(200);
  }
});

it.each<[method: string, path: string, status: number, allow: string | undefined]>([
  ["HEAD", config.path, 200, undefined],
  ["PATCH", config.path, 405, "GET, HEAD, OPTIONS"],
  ["POST", config.path, 405, "GET, HEAD, OPTIONS"],
  ["GET", mint.path, 405, "POST, OPTIONS"],
  ["DELETE", mint.path, 405, "POST, OPTIONS"],
])("answers %s %s from this machine with %d", async (method, path, status, allow) => {
  const answer = await sendHttp(server.url, { method, path, headers: { host } });
  expect(answer.status).toBe(status);
  expect(answer.headers["allow"]).toBe(allow);
});

it.each([
  ["x-forwarded-for", "203.0.113.9"],
  ["x-forwarded-for", "127.0.0.1"],
  ["X-Forwarded-Host", "chat.example.com"],
  ["x-forwarded-proto", "https"],
  ["x-real-ip", "127.0.0.1"],
  ["forwarded", "for=127.0.0.1"],
  ["via", "1.1 proxy"],
  ["origin", "http://chat.example.com"],
  ["host", "chat.example.com"],
])("serves nothing with %s: %s", async (name, value) => {
  for (const request of [config, mint]) {
    const answer = await sendHttp(server.url, { ...request, headers: { host, [name]: value } });
    expect(answer.status, request.path).toBe(404);
    expect(answer.text).not.toContain(server.credentials.authKey);
  }
});

it("serves nothing over HTTP/1.0, which proxies use and browsers do not", async () => {
  const head = `GET ${config.path} HTTP/1.0\r\nHost: ${host}\r\n\r\n`;
  const { answers } = await exchange(server.url, head);
  expect(answers.map(({ status }) => status)).toEqual([404]);
});

it("serves nothing through nginx with its default settings", async () => {
  const folder = temporaryDirectory();
  const port = await freePort();
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  writeFileSync(
    join(folder, "nginx.conf"),
    `${process.getuid?.() === 0 ? "user root;" : ""}
     daemon off; pid ${join(folder, "nginx.pid")}; error_log ${join(folder, "error.log")};
     events {}
     http { ${paths.join(" ")} access_log off;
       server { listen 127.0.0.1:${port}; location / { proxy_pass ${server.url}; } } }`,
  );
  const nginx = spawn("/usr/sbin/nginx", ["-c", join(folder, "nginx.conf")], { stdio: "inherit" });
  stops.push(() => nginx.kill("SIGTERM"));
  const url = `http://127.0.0.1:${port}`;
  const ask = async (request: typeof config) =>
    (await sendHttp(url, { ...request, headers: { host: "chat.example.com" } }).catch(() => null))
      ?.status;
  await expect.poll(() => ask({ method: "GET", path: "/" }), { timeout: 10_000 }).toBe(200);
  expect(await ask(config)).toBe(404);
  expect(await ask(mint)).toBe(404);
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
