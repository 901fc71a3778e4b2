/** Ledger 5: no call accepts a credential in the URL, and the log never shows one. */
import { afterAll, describe, expect, it } from "vitest";
import { Client, logIn } from "../support/client";
import { operations } from "../support/contract";
import { startDev } from "../support/parleyd";

const server = await startDev();
afterAll(() => server.stop());
const { apiKey } = server.credentials;
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: apiKey });
const uid = "cometchat-uid-1";
const { id, authToken } = await logIn(admin, uid);

const closed = operations.filter(({ access }) => !access.includes("none"));
const fill = (path: string): string =>
  path
    .replace("{uid}", uid)
    .replace(/\{(token|id)\}/, id)
    .replace("{key}", "key_none")
    .replace("{role}", "default");

describe.each(closed)("$method $path", ({ method, path }) => {
  it.each([
    ["authToken", authToken],
    ["apikey", apiKey],
    ["authtoken", authToken],
    ["apiKey", apiKey],
    ["access_token", authToken],
  ])("refuses ?%s=", async (name, value) => {
    const address = `${fill(path)}?x=1&${name}=${value}`;
    const { status, error } = await anyone.call(method.toUpperCase(), address);
    expect(status).toBe(400);
    expect(error.code).toBe("ERR_BAD_REQUEST");
    expect(error.devMessage).toContain("header");
    expect(JSON.stringify(error)).not.toContain(value);
  });
});

it("even next to valid credentials in the headers", async () => {
  for (const name of ["authToken", "apikey", "%61uthToken"]) {
    const { status } = await admin.get(`/v3/users?${name}=x`);
    expect(status, name).toBe(400);
  }
});

it("the contract declares no credential in a query", () => {
  const inQuery = operations.filter(({ path }) => /[?&]/.test(path));
  expect(inQuery).toEqual([]);
});

it("paths that may contain a token work, and are masked in the log", async () => {
  await admin.get(`/v3/users/${uid}/auth_tokens/${authToken}`);
  await admin.get(`/v3.0/users/${uid}/auth%5ftokens/${authToken}`);
  await admin.get(`/v3/apikeys/${apiKey}`);
  await admin.get(`/v3/users/${uid}/auth_tokens/${encodeURIComponent(authToken)}/x`);
  await expect.poll(() => server.log).toContain("auth_tokens/***/x");
  expect(server.log).not.toContain(authToken.slice(-34));
  expect(server.log).not.toContain(apiKey);
});
