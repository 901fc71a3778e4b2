/** Tests the raw client against a minimal server, so that its reports can be trusted. */
import { createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { exchange, parseAnswers } from "./raw";

const answer = (status: number, body: string): string =>
  `HTTP/1.1 ${status} X\r\nContent-Length: ${body.length}\r\nX-A:  b \r\n\r\n${body}`;

let server: Server | undefined;
afterEach(() => server?.close());

async function listen(onConnection: (socket: Socket) => void): Promise<string> {
  server = createServer({ allowHalfOpen: true }, onConnection);
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("parseAnswers", () => {
  it("reads complete answers only", () => {
    const two = answer(200, "{}") + answer(404, "no");
    expect(parseAnswers(Buffer.from(two))).toEqual([
      { status: 200, headers: { "content-length": "2", "x-a": "b" }, body: "{}" },
      { status: 404, headers: { "content-length": "2", "x-a": "b" }, body: "no" },
    ]);
    expect(parseAnswers(Buffer.from(two.slice(0, -1)))).toHaveLength(1);
    expect(parseAnswers(Buffer.from("HTTP/1.1 200 OK\r\n"))).toEqual([]);
  });
});

describe("exchange", () => {
  it("reports an answer and the close that follows", async () => {
    const url = await listen((socket) => socket.once("data", () => socket.end(answer(400, "x"))));
    const { answers, closed } = await exchange(url, "junk");
    expect(answers.map(({ status }) => status)).toEqual([400]);
    expect(closed).toBe(true);
  });

  it("reports a close without an answer, and a reset", async () => {
    const url = await listen((socket) => socket.once("data", () => socket.resetAndDestroy()));
    expect(await exchange(url, "junk")).toEqual({ answers: [], closed: true });
  });

  it("returns after the expected answers, while the connection stays open", async () => {
    const url = await listen((socket) => {
      socket.on("error", () => socket.destroy());
      socket.once("data", () => socket.write(answer(200, "a")));
    });
    expect((await exchange(url, "x", { expected: 1 })).closed).toBe(false);
  });

  it("sends bytes unchanged, and can close its side", async () => {
    const received: Buffer[] = [];
    const url = await listen((socket) => {
      socket.on("data", (chunk: Buffer) => received.push(chunk));
      socket.once("end", () => socket.end());
    });
    await exchange(url, "\xff\0\r\n", { half: true });
    expect(Buffer.concat(received)).toEqual(Buffer.from([0xff, 0, 13, 10]));
  });
});
