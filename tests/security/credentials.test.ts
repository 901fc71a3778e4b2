/** Ledger 6: 401 with WWW-Authenticate, 403 for the wrong scope, 400 for conflicting credentials. */
import { afterAll, describe, expect, it } from "vitest";
import { Client, newClient } from "../support/client";
import { startDev } from "../support/parleyd";

const server = await startDev();
afterAll(() => server.stop());
const { apiKey, authKey, appId } = server.credentials;
const anyone = new Client(server.url);
const { me, token } = await newClient(anyone.with({ apikey: apiKey }));
const dead = await newClient(anyone.with({ apikey: apiKey }));
await dead.me.delete("/v3/me");

describe("without a valid credential", () => {
  it.each<[string, string, Record<string, string>, string]>([
    ["no token", "/v3/me", { appId }, "AUTH_ERR_EMPTY_AUTH_TOKEN"],
    ["no key", "/v3/roles", { appId }, "AUTH_ERR_EMPTY_APIKEY"],
    ["neither", "/v3/users", { appId }, "AUTH_ERR_EMPTY_AUTH_TOKEN"],
    ["an unknown key", "/v3/users", { apikey: "f".repeat(40) }, "AUTH_ERR_APIKEY_NOT_FOUND"],
    [
      "a dead token",
      "/v3/me",
      { authToken: dead.token.authToken },
      "AUTH_ERR_AUTH_TOKEN_NOT_FOUND",
    ],
    [
      "a dead token as Bearer",
      "/v3/me",
      { authorization: `Bearer ${dead.token.authToken}` },
      "AUTH_ERR_AUTH_TOKEN_NOT_FOUND",
    ],
    [
      "another app's",
      "/v3/me",
      { appId: "x", authToken: token.authToken },
      "AUTH_ERR_INVALID_APPID",
    ],
    [
      "a dead token at a key's call",
      "/v3/roles",
      { authToken: "junk" },
      "AUTH_ERR_AUTH_TOKEN_NOT_FOUND",
    ],
  ])("%s: 401 with a challenge", async (_name, path, headers, code) => {
    const answer = await anyone.get(path, headers);
    expect(answer.status).toBe(401);
    expect(answer.error.code).toBe(code);
    expect(answer.headers["www-authenticate"]).toMatch(/^\w+ realm="/);
  });

  it("the challenge for a rejected token contains the error (RFC 6750)", async () => {
    const { headers } = await dead.me.get("/v3/me");
    expect(headers["www-authenticate"]).toMatch(/^Bearer .*error="invalid_token"/);
    const none = await anyone.get("/v3/me", { appId });
    expect(none.headers["www-authenticate"]).not.toContain("error=");
  });
});

describe("with a valid credential of the wrong kind", () => {
  it.each<[string, Client, string]>([
    ["an Auth Key", anyone.with({ apikey: authKey }), "/v3/users"],
    ["an Auth Key as a user", anyone.with({ apikey: authKey }), "/v3/me"],
    ["a REST API Key as a user", anyone.with({ apikey: apiKey }), "/v3/me/sessions"],
    ["a user as a back end", me, "/v3/apikeys"],
    ["a user on the tokens of another user", me, "/v3/users/cometchat-uid-1/auth_tokens"],
    ["a user on its own tokens", me, `/v3/users/${token.uid}/auth_tokens`],
  ])("%s: 403", async (_name, client, path) => {
    const { status, error } = await client.get(path);
    expect(status).toBe(403);
    expect(error.code).toBe("AUTH_ERR_NO_ACCESS");
  });
});

describe("odd Authorization headers", () => {
  it.each([
    "Bearer",
    "Bearer ",
    "Basic dXNlcjpwYXNz",
    `Basic ${token.authToken}`,
    `Token ${token.authToken}`,
    `Bearer ${token.authToken} x`,
    `Bearer,${token.authToken}`,
    `Bearer ${token.authToken},Bearer ${token.authToken}`,
  ])("%s is rejected", async (authorization) => {
    const { status } = await anyone.get("/v3/me", { appId, authorization });
    expect([400, 401]).toContain(status);
  });
});
