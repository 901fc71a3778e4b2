/** Pages of other origins can read refusals that come before the request is understood. */
import { afterAll, expect, it } from "vitest";
import { startServe } from "../../support/parleyd";
import { collect, exchange, openSocket, type RawAnswer } from "../../support/raw";

const server = await startServe({
  flags: [
    ...["--request-timeout-seconds", "1"],
    ...["--trusted-proxy", "127.0.0.1", "--address-requests-per-minute", "1"],
  ],
});
afterAll(() => server.stop());
const { apiKey } = await server.createApp("refusing");
const page = "Host: x\r\nOrigin: https://app.example.com\r\n";
const get = `GET /v3/me HTTP/1.1\r\n${page}`;
const post = `POST /v3/users HTTP/1.1\r\n${page}apikey: ${apiKey}\r\n`;
const webSocket = `GET /v3/realtime HTTP/1.1\r\n${page}Connection: Upgrade\r\nUpgrade: websocket\r\n`;

function expectReadable(answer: RawAnswer | undefined, status: number): void {
  expect(answer?.status).toBe(status);
  expect(answer?.headers["access-control-allow-origin"]).toBe("*");
  const exposed = answer?.headers["access-control-expose-headers"]?.split(", ");
  expect(exposed).toEqual(expect.arrayContaining(["x-request-id", "retry-after"]));
  expect(JSON.parse(answer?.body ?? "")).toHaveProperty("error.code");
}

it.each<[name: string, status: number, bytes: string]>([
  ["an invalid first line", 400, `GET  /v3/me HTTP/1.1\r\n${page}\r\n`],
  ["an invalid header", 400, `${get}no colon\r\n\r\n`],
  ["an ambiguous length", 400, `${post}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`],
  ["an invalid chunk", 400, `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n`],
  ["a handshake without a key", 400, `${webSocket}Sec-WebSocket-Version: 13\r\n\r\n`],
  ["half a head", 408, get],
  ["half a body", 408, `${post}Content-Length: 20\r\n\r\n{`],
  ["a large body", 413, `${post}Content-Length: 2000000\r\n\r\n`],
  ["a compressed body", 415, `${post}Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}`],
  ["an old handshake", 426, `${webSocket}Sec-WebSocket-Version: 12\r\n\r\n`],
  ["a large head", 431, `${get}X: ${"x".repeat(20_000)}\r\n\r\n`],
])("%s: %d", async (_name, status, bytes) => {
  const { answers } = await exchange(server.url, bytes, { expected: 1 });
  expectReadable(answers[0], status);
});

it("too many requests of one address: 429", async () => {
  const forwarded = `${get}X-Forwarded-For: 203.0.113.9\r\n\r\n`;
  const { answers } = await exchange(server.url, forwarded.repeat(2), { expected: 2 });
  expect(answers[0]?.status).toBe(400); // The request does not say which app it is for.
  expectReadable(answers[1], 429);
});

it("too many sockets of one address: 429", async () => {
  const flags = ["--trusted-proxy", "127.0.0.1", "--connections-per-address", "1"];
  const limited = await startServe({ flags });
  const key = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
  const handshake = `${webSocket}${key}X-Forwarded-For: 203.0.113.9\r\n\r\n`;
  const first = await openSocket(limited.url);
  first.write(handshake);
  expect((await collect(first, 1)).answers[0]?.status).toBe(101);
  const { answers } = await exchange(limited.url, handshake, { expected: 1 });
  expectReadable(answers[0], 429);
  first.destroy();
  await limited.stop();
});

// The limit per address does not apply to loopback addresses. Its 429 is sent in the same way.
it("too many connections: 503", async () => {
  const full = await startServe({ flags: ["--max-connections", "1"] });
  const only = await openSocket(full.url);
  only.write(`${get}\r\n`);
  await collect(only, 1);
  // The server answers without reading: the bytes of a request could reset the connection.
  const refused = await openSocket(full.url);
  const { answers, closed } = await collect(refused);
  expectReadable(answers[0], 503);
  expect(closed).toBe(true);
  for (const socket of [only, refused]) socket.destroy();
  await full.stop();
});
