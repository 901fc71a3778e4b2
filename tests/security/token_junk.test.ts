/** Ledger 2: invalid tokens are rejected by their checksum, before any lookup in the store. */
import { afterAll, expect, it } from "vitest";
import { Client, newClient } from "../support/client";
import { sendHttp } from "../support/http";
import { startDev } from "../support/parleyd";

const server = await startDev();
afterAll(() => server.stop());
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: server.credentials.apiKey });

/** The number of token and key lookups in the store, from /metrics. */
async function lookups(): Promise<number> {
  const { text } = await sendHttp(server.adminUrl, { method: "GET", path: "/metrics" });
  const line = /^parley_store_digest_lookups_total (\S+)$/m.exec(text);
  if (!line) throw new Error("/metrics does not tell parley_store_digest_lookups_total");
  return Number(line[1]);
}

const replacement = (character: string): string => (character === "a" ? "b" : "a");

it("a token with any changed character is rejected without a lookup in the store", async () => {
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

it("a well-formed token is looked up, which proves that the count above works", async () => {
  const { me } = await newClient(admin);
  const before = await lookups();
  await me.delete("/v3/me");
  await me.get("/v3/me");
  expect(await lookups()).toBeGreaterThan(before);
});
