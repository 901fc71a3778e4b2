/** Ledger 17, the part that is built: guessing is slowed down by address, and harms nobody else. */
import { afterAll, expect, it } from "vitest";
import { Client, createUser } from "../support/client";
import { startDev, startServe } from "../support/parleyd";

const [server, dev] = [await startServe(), await startDev()];
afterAll(() => Promise.all([server.stop(), dev.stop()]));
const app = await server.createApp("guarded");
const anyone = new Client(server.url);
const guess = (i: number): string => i.toString(16).padStart(40, "0");

it("20 a minute an address, then 429 with the time to wait, whatever X-Forwarded-For says", async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 25; i++) {
    const headers = { apikey: guess(i), "x-forwarded-for": `203.0.113.${i}` };
    const answer = await anyone.get("/v3/users", headers);
    statuses.push(answer.status);
    if (answer.status === 429) {
      expect(answer.error.code).toBe("ERR_TOO_MANY_REQUESTS");
      expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
      expect(Number(answer.headers["x-rate-limit-reset"])).toBeGreaterThan(Date.now() / 1000);
    }
  }
  expect(statuses).toEqual([...Array(20).fill(401), ...Array(5).fill(429)]);
  const token = await anyone.get("/v3/me", { authToken: "junk", appId: app.appId });
  expect(token.status).toBe(429);
});

it("those who have a valid credential are not locked out with them", async () => {
  const admin = anyone.with({ apikey: app.apiKey });
  const { uid } = await createUser(admin);
  expect((await admin.get(`/v3/users/${uid}`)).status).toBe(200);
});

it("not in dev, where a person tries things out", async () => {
  for (let i = 0; i < 30; i++) {
    const answer = await new Client(dev.url).get("/v3/users", { apikey: guess(i) });
    expect(answer.status).toBe(401);
  }
});
