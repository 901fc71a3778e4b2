/** Ledger: unread answers use bounded memory, and their connections are cut. */
import type { Socket } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Client, logIn } from "../support/client";
import { residentMb } from "../support/memory";
import { startServe } from "../support/parleyd";
import { openSocket, parseAnswers, type RawAnswer } from "../support/raw";

// A list of up to 6 MB needs the smallest memory that can be configured: 32 MB, 8 MB per user.
const server = await startServe({ flags: ["--answer-memory-mb", "32"] });
afterAll(() => server.stop());
const app = await server.createApp("slow-readers");
const admin = new Client(server.url).with({ apikey: app.apiKey });
const users = 1000;
const list = "/v3/users?perPage=1000";
const sockets: Socket[] = [];
afterAll(() => sockets.forEach((socket) => socket.destroy()));

beforeAll(async () => {
  const atOnce = 50;
  for (let first = 0; first < users; first += atOnce) {
    const batch = Array.from({ length: atOnce }, (_, i) => [
      `user-${first + i}`,
      { name: "Large", metadata: { text: "x".repeat(5000) } },
    ]);
    await admin.post("/v3/data_import/users", { users: Object.fromEntries(batch) as object });
  }
}, 60_000);

/** AddressSanitizer delays the release of memory, so its memory use is not meaningful. */
const mostGrowthMb = process.env["PARLEY_SANITIZED"] ? Infinity : 100;
const tokenOf = async (uid: string): Promise<string> => (await logIn(admin, uid)).authToken;

/** Asks for the list, and reads only the headers of the answer. */
async function askAndStall(token: string): Promise<RawAnswer> {
  const socket = await openSocket(server.url);
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.once("error", reject).once("data", (chunk: Buffer) => {
      socket.pause();
      const head = chunk.toString("latin1").split("\r\n\r\n")[0] ?? "";
      const [answer] = parseAnswers(
        Buffer.from(`${head.replace(/content-length: \d+\r\n/, "")}\r\n\r\n`),
      );
      if (answer) resolve(answer);
      else reject(new Error(`No head: ${head}`));
    });
    socket.write(`GET ${list} HTTP/1.1\r\nHost: x\r\nauthToken: ${token}\r\n\r\n`);
  });
}

it(
  "one user gets 429, then all users get 503, until the connections are cut",
  { timeout: 60_000 },
  async () => {
    const before = residentMb(server.pid);
    const one = await tokenOf("user-1");
    expect((await askAndStall(one)).status).toBe(200);
    for (let i = 0; i < 40; ++i) {
      const { status, headers } = await askAndStall(one);
      expect(status).toBe(429);
      expect(headers["retry-after"]).toBe("1");
    }
    const statuses: number[] = [];
    for (let i = 2; i < 12; ++i)
      statuses.push((await askAndStall(await tokenOf(`user-${i}`))).status);
    expect(statuses.slice(0, 3)).toEqual([200, 200, 200]);
    expect(statuses.at(-1)).toBe(503);
    const other = admin.with({ authToken: await tokenOf("user-20") });
    expect((await other.get(list)).outcome).toBe("503 ERR_SERVICE_UNAVAILABLE");
    expect((await other.get("/v3/me")).status).toBe(200);
    expect(residentMb(server.pid) - before).toBeLessThan(mostGrowthMb);

    // Unread connections are cut after ten seconds, and their memory is released.
    await expect
      .poll(async () => (await other.get(list)).status, { timeout: 30_000, interval: 500 })
      .toBe(200);
    await expect
      .poll(() => residentMb(server.pid) - before, { timeout: 20_000, interval: 500 })
      .toBeLessThan(mostGrowthMb / 2);
  },
);

it("a user who reads can continue to read", async () => {
  const reader = admin.with({ authToken: await tokenOf("user-30") });
  for (let i = 0; i < 5; ++i) expect((await reader.get(list)).pagination.count).toBe(users - 1);
});
