/** Ledger 13: at most 100 active tokens per user; one more ends the oldest. */
import { afterAll, expect, it } from "vitest";
import { Client, createUser, logIn } from "../support/client";
import { startDev } from "../support/parleyd";
import type { AuthToken } from "../support/types";

const server = await startDev();
afterAll(() => server.stop());
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: server.credentials.apiKey });
const isAlive = async ({ authToken }: AuthToken): Promise<boolean> =>
  (await anyone.get("/v3/me", { authToken })).status === 200;

it("the 101st ends the first, the 102nd the second, and no token of another user", async () => {
  const { uid } = await createUser(admin);
  const bystander = await logIn(admin, (await createUser(admin)).uid);
  const tokens: AuthToken[] = [];
  for (let i = 0; i < 102; i++) tokens.push(await logIn(admin, uid));
  const alive = await Promise.all(tokens.map(isAlive));
  expect(alive.indexOf(true)).toBe(2);
  expect(alive.filter(Boolean)).toHaveLength(100);
  expect((await admin.get(`/v3/users/${uid}/auth_tokens`)).pagination.total).toBe(100);
  expect(await isAlive(bystander)).toBe(true);
});

it("room freed by a logout is used before a session is ended", async () => {
  const app = await server.createApp("small", "--max-tokens-per-user", "2");
  const its = anyone.with({ apikey: app.apiKey });
  const { uid } = await createUser(its);
  const [first, second] = [await logIn(its, uid), await logIn(its, uid)];
  await anyone.delete("/v3/me", undefined, { authToken: second.authToken });
  const third = await logIn(its, uid);
  expect([await isAlive(first), await isAlive(third)]).toEqual([true, true]);
});

it("holds for 64 logins at once", async () => {
  const app = await server.createApp("rush", "--max-tokens-per-user", "10");
  const its = anyone.with({ apikey: app.apiKey });
  const { uid } = await createUser(its);
  const tokens = await Promise.all(Array.from({ length: 64 }, () => logIn(its, uid)));
  const alive = await Promise.all(tokens.map(isAlive));
  expect(alive.filter(Boolean)).toHaveLength(10);
  expect((await its.get(`/v3/users/${uid}/auth_tokens`)).pagination.total).toBe(10);
});
