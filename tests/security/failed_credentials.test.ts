/** Ledger 44: guessing keys is limited per address, and does not affect others. */
import { afterAll, expect, it } from "vitest";
import { Client, createUser, logIn } from "../support/client";
import { startDev, startServe } from "../support/parleyd";
import type { Me } from "../support/types";
import { WebSocketClient } from "../support/websocket";

const [server, dev] = [await startServe(), await startDev()];
afterAll(() => Promise.all([server.stop(), dev.stop()]));
const app = await server.createApp("guarded");
const anyone = new Client(server.url);
const guess = (i: number): string => i.toString(16).padStart(40, "0");

/** Guesses until the address of these tests is limited. */
async function lockOut(): Promise<void> {
  const statuses: number[] = [];
  while (statuses.length < 21 && statuses.at(-1) !== 429) {
    const { status } = await anyone.get("/v3/users", { apikey: guess(statuses.length) });
    statuses.push(status);
  }
  expect(statuses.at(-1)).toBe(429);
}

it("20 wrong keys per minute and address, then 429 with the time to wait, whatever X-Forwarded-For says", async () => {
  const statuses: number[] = [];
  const guesser = new Client(server.url, {}, { from: "127.0.0.2" });
  for (let i = 0; i < 25; i++) {
    const headers = { apikey: guess(i), "x-forwarded-for": `203.0.113.${i}` };
    const answer = await guesser.get("/v3/users", headers);
    statuses.push(answer.status);
    if (answer.status === 429) {
      expect(answer.error.code).toBe("ERR_TOO_MANY_REQUESTS");
      expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
      expect(Number(answer.headers["x-rate-limit-reset"])).toBeGreaterThan(Date.now() / 1000);
    }
  }
  expect(statuses).toEqual([...Array(20).fill(401), ...Array(5).fill(429)]);
});

// 30 devices at one address, logged out by their back end while the address is limited.
it("a device is always told that its session has ended, over HTTP and over its socket", async () => {
  const admin = anyone.with({ apikey: app.apiKey });
  const { uid } = await createUser(admin);
  const ended = "401 AUTH_ERR_AUTH_TOKEN_NOT_FOUND";
  await lockOut();
  for (let i = 0; i < 30; i++) {
    const { authToken } = await logIn(admin, uid);
    const me = anyone.with({ authToken, sdk: "javascript@4.0.9" });
    const { jwt } = (await me.put<Me>("/v3/me", { platform: "web" })).data;
    await admin.delete(`/v3/users/${uid}/auth_tokens/${authToken}`);
    expect((await me.get("/v3/me")).outcome).toBe(ended);
    expect((await me.delete("/v3/me")).outcome).toBe(ended);
    const byJwt = anyone.with({ authorization: jwt });
    expect((await byJwt.post("/api/v3.0/online-members")).outcome).toBe(ended);
    for (const credential of [authToken, jwt]) {
      const socket = await WebSocketClient.open(server.url);
      const { body } = await socket.authenticate(credential);
      expect(body).toMatchObject({ code: "401", error: { code: "AUTH_ERR_AUTH_TOKEN_NOT_FOUND" } });
      expect((await socket.closing())?.code).toBe(4001);
    }
  }
  const junk = await anyone.get("/v3/me", { authToken: "junk", appId: app.appId });
  expect(junk.outcome).toBe(ended);
  expect((await anyone.get("/v3/users", { apikey: guess(99) })).status).toBe(429);
});

it("callers with a valid credential are not locked out", async () => {
  const admin = anyone.with({ apikey: app.apiKey });
  await lockOut();
  const { uid } = await createUser(admin);
  expect((await admin.get(`/v3/users/${uid}`)).status).toBe(200);
});

it("there is no limit in dev mode", async () => {
  for (let i = 0; i < 30; i++) {
    const answer = await new Client(dev.url).get("/v3/users", { apikey: guess(i) });
    expect(answer.status).toBe(401);
  }
});
