/** Ledger 19: ambiguous requests are refused, and their connection is closed. */
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, logIn } from "../support/client";
import { startServe } from "../support/parleyd";
import { exchange } from "../support/raw";
import type { AuthToken } from "../support/types";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("smuggled");
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: app.apiKey });

/** The request that must never be executed: it would deactivate the user. */
const smuggled = `DELETE /v3/users/victim HTTP/1.1\r\nHost: x\r\napikey: ${app.apiKey}\r\n\r\n`;
await createUser(admin, { uid: "victim" });

const start = `POST /v3/users HTTP/1.1\r\nHost: x\r\napikey: ${app.apiKey}\r\n`;
const framed = (framing: string, body = ""): string => `${start}${framing}\r\n\r\n${body}`;
const chunked = (body: string): string => framed("Transfer-Encoding: chunked", body);
const bare = (request: string): string => `${request}\r\n\r\n`;

const corpus: [name: string, bytes: string][] = [
  [
    "CL.TE",
    framed(`Content-Length: ${smuggled.length + 5}\r\nTransfer-Encoding: chunked`, "0\r\n\r\n"),
  ],
  ["TE.CL", framed("Transfer-Encoding: chunked\r\nContent-Length: 3", "0\r\n\r\n")],
  ["two lengths that differ", framed("Content-Length: 2\r\nContent-Length: 0", "{}")],
  ["two lengths that agree", framed("Content-Length: 2\r\nContent-Length: 2", "{}")],
  ["a list of lengths", framed("Content-Length: 2, 2", "{}")],
  ["a signed length", framed("Content-Length: +2", "{}")],
  ["a negative length", framed("Content-Length: -1", "{}")],
  ["a hexadecimal length", framed("Content-Length: 0x2", "{}")],
  ["a length with a space in it", framed("Content-Length: 1 0", "{}")],
  ["an empty length", framed("Content-Length: ", "{}")],
  ["a length that overflows", framed("Content-Length: 18446744073709551618", "{}")],
  ["an unknown coding", framed("Transfer-Encoding: xchunked", "0\r\n\r\n")],
  ["chunked, then identity", framed("Transfer-Encoding: chunked, identity", "0\r\n\r\n")],
  ["identity, then chunked", framed("Transfer-Encoding: identity, chunked", "0\r\n\r\n")],
  ["gzip, then chunked", framed("Transfer-Encoding: gzip, chunked", "0\r\n\r\n")],
  ["two codings", framed("Transfer-Encoding: chunked\r\nTransfer-Encoding: x", "0\r\n\r\n")],
  ["a quoted coding", framed('Transfer-Encoding: "chunked"', "0\r\n\r\n")],
  ["a vertical tab in the coding", framed("Transfer-Encoding: \x0bchunked", "0\r\n\r\n")],
  ["a space before the colon", framed("Transfer-Encoding : chunked", "0\r\n\r\n")],
  ["a space before the name", framed(" Transfer-Encoding: chunked", "0\r\n\r\n")],
  ["a folded header", framed("Transfer-Encoding:\r\n chunked", "0\r\n\r\n")],
  ["a header without a colon", framed("Content-Length 2", "{}")],
  ["a header without a name", framed(": x")],
  ["NUL in a header", framed("X: a\0b")],
  ["CR in a header", framed("X: a\rb")],
  ["LF instead of CR LF", start.replaceAll("\r\n", "\n") + "\n"],
  ["a lone LF before the end", `${start}X: y\n\r\n`],
  ["an invalid chunk size", chunked("zz\r\n\r\n")],
  ["a signed chunk size", chunked("+2\r\n{}\r\n0\r\n\r\n")],
  ["a chunk size that overflows", chunked("fffffffffffffffff\r\n{}\r\n0\r\n\r\n")],
  ["a chunk longer than its size", chunked("2\r\n{}XX\r\n0\r\n\r\n")],
  ["a chunk that ends with LF", chunked("2\n{}\r\n0\r\n\r\n")],
  ["chunks in HTTP/1.0", chunked("0\r\n\r\n").replace("HTTP/1.1", "HTTP/1.0")],
  ["no host", bare("GET /v3/me HTTP/1.1")],
  ["two hosts", bare("GET /v3/me HTTP/1.1\r\nHost: a\r\nHost: b")],
  ["a host with a space", bare("GET /v3/me HTTP/1.1\r\nHost: a b")],
  ["HTTP/2.0", bare("GET /v3/me HTTP/2.0\r\nHost: x")],
  ["HTTP/1.1 in lower case", bare("GET /v3/me http/1.1\r\nHost: x")],
  ["HTTP/0.9", "GET /v3/me\r\n\r\n"],
  ["two spaces in the first line", bare("GET  /v3/me HTTP/1.1\r\nHost: x")],
  ["a tab in the first line", bare("GET\t/v3/me HTTP/1.1\r\nHost: x")],
  ["NUL in the path", bare("GET /v3/\0me HTTP/1.1\r\nHost: x")],
  ["a raw byte in the path", bare("GET /v3/\xffme HTTP/1.1\r\nHost: x")],
  ["a fragment in the path", bare("GET /v3/me#x HTTP/1.1\r\nHost: x")],
  ["an invalid method", bare("G@T /v3/me HTTP/1.1\r\nHost: x")],
  ["the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
  ["noise", "\x80\x81\x82\r\n\r\n"],
];

describe("refuses", () => {
  it.each(corpus)("%s", async (_name, bytes) => {
    const { answers, closed } = await exchange(server.url, bytes + smuggled);
    expect(closed).toBe(true);
    expect(answers).toHaveLength(1);
    expect([400, 413]).toContain(answers[0]?.status);
    expect(JSON.parse(answers[0]?.body ?? "")).toMatchObject({ error: { source: "chat-api" } });
    expect(answers[0]?.headers["connection"]).toBe("close");
  });

  it("and never executes the smuggled request", async () => {
    expect((await admin.get("/v3/users/victim")).status).toBe(200);
  });
});

describe("a chunk that cannot become valid is refused at once", () => {
  it.each(["g", ";", "10 x", "10\rx", "2\r\n{}x", "2\r\n{}\rx", "0;;", "0\r\na b"])(
    "%j",
    async (body) => {
      const { answers, closed } = await exchange(server.url, chunked(body));
      expect(
        answers.map(({ status }) => status),
        "408 if it waits for more",
      ).toEqual([400]);
      expect(closed).toBe(true);
    },
  );
});

describe("a body", () => {
  it("on a call without a body is not the next request", async () => {
    const get = `GET /v3/users HTTP/1.1\r\nHost: x\r\napikey: ${app.apiKey}\r\n`;
    const bytes = `${get}Content-Length: ${smuggled.length}\r\n\r\n${smuggled}${get}\r\n`;
    const { answers } = await exchange(server.url, bytes, { expected: 2 });
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await admin.get("/v3/users/victim")).status).toBe(200);
  });

  it("of a refused request is not the next request", async () => {
    const refused = `POST /v3/nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: ${smuggled.length}\r\n\r\n`;
    const { answers } = await exchange(server.url, refused + smuggled + smuggled, { expected: 2 });
    expect(answers.map(({ status }) => status)).toEqual([404, 200]);
    await admin.put("/v3/users", { uidsToActivate: ["victim"] });
  });

  it("in valid chunks is read, including trailers", async () => {
    const body = '5;x=y\r\n{"uid\r\n1b\r\n":"chunky","name":"Chunky"}\r\n0\r\nX-Trailer: y\r\n\r\n';
    const { answers } = await exchange(server.url, chunked(body), { expected: 1 });
    expect(answers[0]?.body).toContain('"chunky"');
  });

  it("cannot have credentials in a trailer", async () => {
    const anonymous = start.replace(/apikey: .*\r\n/, `appId: ${app.appId}\r\n`);
    const bytes = `${anonymous}Transfer-Encoding: chunked\r\n\r\n0\r\napikey: ${app.apiKey}\r\n\r\n`;
    const { answers } = await exchange(server.url, bytes, { expected: 1 });
    expect(answers[0]?.status).toBe(401);
  });
});

describe("X-Forwarded-For from an untrusted address", () => {
  it("is ignored", async () => {
    const { uid } = await createUser(admin);
    const token = await logIn(admin, uid);
    const spoofed = { "x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "https" };
    const me = anyone.with({ authToken: token.authToken, ...spoofed });
    await me.put("/v3/me", { platform: "web" });
    const { data } = await me.get<(AuthToken & { lastIp?: string })[]>("/v3/me/sessions");
    expect(data[0]?.lastIp).toBe("127.0.0.1");
  });
});
