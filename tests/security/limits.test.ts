/** Ledger 18: too large is 413 or 431, too slow is 408, and other callers do not wait. */
import { afterAll, describe, expect, it } from "vitest";
import { Client, freshUid } from "../support/client";
import { startDev } from "../support/parleyd";
import { collect, exchange, openSocket } from "../support/raw";

const server = await startDev();
afterAll(() => server.stop());
const { apiKey } = server.credentials;
const admin = new Client(server.url, { apikey: apiKey });
const post = (headers: string, body = ""): string =>
  `POST /v3/users HTTP/1.1\r\nHost: x\r\napikey: ${apiKey}\r\n${headers}\r\n\r\n${body}`;
const codeOf = (body: string): string =>
  (JSON.parse(body) as { error: { code: string } }).error.code;

describe("bodies", () => {
  const padded = (bytes: number): string =>
    JSON.stringify({ uid: freshUid(), name: "Padded" }).padEnd(bytes, " ");

  it("can have 10 KB, and not a byte more", async () => {
    expect((await admin.post("/v3/users", padded(10 * 1024))).status).toBe(200);
    const { status, error } = await admin.post("/v3/users", padded(10 * 1024 + 1));
    expect(status).toBe(413);
    expect(error.code).toBe("ERR_PAYLOAD_TOO_LARGE");
    expect(error.devMessage).toContain("10240");
  });

  it.each([
    ["announced, and never sent", post("Content-Length: 10241")],
    ["announced larger than any number", post("Content-Length: 18446744073709551615")],
    ["one chunk too many", post("Transfer-Encoding: chunked", chunks(11, 1000))],
    ["one chunk too large", post("Transfer-Encoding: chunked", "ffffff\r\n")],
  ])("%s: 413 at once", async (_name, bytes) => {
    const { answers, closed } = await exchange(server.url, bytes);
    expect(answers.map(({ status }) => status)).toEqual([413]);
    expect(codeOf(answers[0]?.body ?? "")).toBe("ERR_PAYLOAD_TOO_LARGE");
    expect(closed).toBe(true);
  });

  it("a client that sends Expect: 100-continue is refused before it sends the body", async () => {
    const refused = await exchange(
      server.url,
      post("Content-Length: 99999\r\nExpect: 100-continue"),
    );
    expect(refused.answers.map(({ status }) => status)).toEqual([413]);
    const body = padded(100);
    const socket = await openSocket(server.url);
    socket.write(post(`Content-Length: ${body.length}\r\nExpect: 100-continue`));
    const invited = await collect(socket, 1);
    expect(invited.answers[0]?.status).toBe(100);
    socket.removeAllListeners("data").write(body);
    expect((await collect(socket, 1)).answers[0]?.status).toBe(200);
    socket.destroy();
  });
});

function chunks(count: number, size: number): string {
  return `${size.toString(16)}\r\n${" ".repeat(size)}\r\n`.repeat(count) + "0\r\n\r\n";
}

describe("headers", () => {
  const get = (more: string): string => `GET /v3/users HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
  it.each([
    ["a header of 20 KB", get(`X: ${"x".repeat(20_000)}\r\n`)],
    ["2000 headers", get("X: 12345678\r\n".repeat(2000))],
    ["a path of 20 KB", `GET /v3/${"x".repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
    ["a method without end", "G".repeat(20_000)],
  ])("%s: 431", async (_name, bytes) => {
    const { answers, closed } = await exchange(server.url, bytes);
    expect(answers.map(({ status }) => status)).toEqual([431]);
    expect(codeOf(answers[0]?.body ?? "")).toBe("ERR_HEADERS_TOO_LARGE");
    expect(closed).toBe(true);
  });

  it("of 10 KB are fine", async () => {
    const answer = await admin.get("/v3/users", { "x-long": "x".repeat(10_000) });
    expect(answer.status).toBe(200);
  });
});

describe("slow senders", () => {
  const beginnings = {
    "half a head": "GET /v3/users HTTP/1.1\r\nHost: x\r\nX-Drip: ",
    "half a body": post("Content-Length: 5000", "{"),
    "half a chunk": post("Transfer-Encoding: chunked", "f00\r\n{"),
  };

  it.each(Object.entries(beginnings))(
    "%s, then single bytes: 408 and closed, however patient the sender",
    async (_name, beginning) => {
      const sockets = await Promise.all(Array.from({ length: 20 }, () => openSocket(server.url)));
      const done = sockets.map((socket) => collect(socket));
      for (const socket of sockets) socket.write(beginning);
      const drip = setInterval(() => sockets.forEach((socket) => socket.write("x")), 500);
      const others = await admin.get("/v3/users");
      const results = await Promise.all(done);
      clearInterval(drip);
      sockets.forEach((socket) => socket.destroy());
      expect(others.status).toBe(200);
      for (const { answers, closed } of results) {
        expect(closed).toBe(true);
        expect(answers.map(({ status }) => status)).toEqual([408]);
        expect(codeOf(answers[0]?.body ?? "")).toBe("ERR_REQUEST_TIMEOUT");
      }
    },
    30_000,
  );
});

describe("many requests", () => {
  it("in one packet are answered in order", async () => {
    const uids = [1, 2, 3, 4, 5].map((i) => `cometchat-uid-${i}`);
    const bytes = uids.map(
      (uid) => `GET /v3/users/${uid} HTTP/1.1\r\nHost: x\r\napikey: ${apiKey}\r\n\r\n`,
    );
    const { answers } = await exchange(server.url, bytes.join(""), { expected: 5 });
    expect(answers.map(({ body }) => /"uid":"([^"]+)"/.exec(body)?.[1])).toEqual(uids);
  });
});
