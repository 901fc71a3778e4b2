/** Ledger 2: junk tokens are refused by their checksum, before any lookup in the store. */
import { afterAll, expect, it } from "vitest";
import { Client, newClient } from "../support/client";
import { sendHttp } from "../support/http";
import { startDev } from "../support/parleyd";

const server = await startDev();
afterAll(() => server.stop());
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: server.credentials.apiKey });

/** How often a token or key was looked up in the store, as /metrics tells. */
async function lookups(): Promise<number> {
  const { text } = await sendHttp(server.adminUrl, { method: "GET", path: "/metrics" });
  const line = /^parley_store_digest_lookups_total (\S+)$/m.exec(text);
  if (!line) throw new Error("/metrics does not tell parley_store_digest_lookups_total");
  return Number(line[1]);
}

const replacement = (character: string): string => (character === "a" ? "b" : "a");

it("whichever character of a token is changed, it is dead, and nobody asked the store", async () => {
  const { token, me } = await newClient(admin);
  expect((await me.get("/v3/me")).status).toBe(200);
  const before = await lookups();
  for (let i = 0; i < token.authToken.length; i++) {
    const { authToken } = token;
    const junk = authToken.slice(0, i) + replacement(authToken[i] ?? "") + authToken.slice(i + 1);
    const { status, error } = await anyone.get("/v3/me", { authToken: junk });
    expect(status, junk).toBe(401);
    expect(error.code).toBe("AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
  }
  for (const junk of [
    "x",
    "_",
    `${token.authToken}a`,
    token.authToken.slice(0, -1),
    "é".repeat(9),
  ]) {
    const { status } = await anyone.get("/v3/me", {
      authToken: Buffer.from(junk).toString("latin1"),
    });
    expect(status, junk).toBe(401);
  }
  expect(await lookups()).toBe(before);
});

it("a token that only looks right is looked up, so the count above can fail", async () => {
  const { me } = await newClient(admin);
  const before = await lookups();
  await me.delete("/v3/me");
  await me.get("/v3/me");
  expect(await lookups()).toBeGreaterThan(before);
});
