/** Ledger 27: SIGTERM lets answers in flight finish, loses nothing, and exits 0. */
import { expect, it } from "vitest";
import { Client } from "../support/client";
import { startServe, temporaryDirectory } from "../support/parleyd";
import { collect, exchange, openSocket } from "../support/raw";

const dataDir = temporaryDirectory();

it("under load", async () => {
  const server = await startServe({ dataDir });
  const { apiKey } = await server.createApp("drained");
  const admin = new Client(server.url, { apikey: apiKey });
  const acknowledged: string[] = [];
  const broken: string[] = [];
  let isStopping = false;

  /** Before SIGTERM, every call succeeds. After it, a connection may be refused or closed. */
  async function load(writer: number): Promise<void> {
    for (let i = 0; ; i++) {
      const uid = `w${writer}-${i}`;
      try {
        const answer = await admin.post("/v3/users", { uid, name: "Load" });
        if (answer.status === 503) return;
        acknowledged.push(uid);
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        if (!isStopping || !["ECONNREFUSED", "ECONNRESET", "EPIPE"].includes(code ?? "")) {
          broken.push(String(error));
        }
        return;
      }
    }
  }

  const writers = Array.from({ length: 16 }, (_, i) => load(i));
  await expect.poll(() => acknowledged.length, { interval: 1 }).toBeGreaterThan(100);
  isStopping = true;
  expect(await server.stop()).toBe(0);
  await Promise.all(writers);
  expect(broken).toEqual([]);

  const again = await startServe({ dataDir });
  const restored = new Client(again.url, { apikey: apiKey });
  const { total } = (await restored.get("/v3/users?perPage=1")).pagination;
  expect(total).toBeGreaterThanOrEqual(acknowledged.length);
  for (const uid of acknowledged.slice(-20)) {
    expect((await restored.get(`/v3/users/${uid}`)).status).toBe(200);
  }
  await again.stop();
}, 40_000);

it("a request with an unfinished body is answered", async () => {
  const server = await startServe();
  const { apiKey } = await server.createApp("slow");
  const body = JSON.stringify({ uid: "late", name: "Late" });
  const head = `POST /v3/users HTTP/1.1\r\nHost: x\r\napikey: ${apiKey}\r\n`;
  const socket = await openSocket(server.url);
  socket.write(`${head}Content-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`);
  const idle = exchange(server.url, "");
  await exchange(server.url, `${head}Content-Length: 2\r\n\r\n{}`, { expected: 1 });
  const stopped = server.stop();
  expect((await idle).closed).toBe(true);
  socket.write(body.slice(5));
  const { answers } = await collect(socket);
  expect(answers[0]?.status).toBe(200);
  expect(await stopped).toBe(0);
});
