/** Conventions: versions, identifying the app, credentials, paging and request ids. */
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, logIn, newClient } from "../../support/client";
import { startDev } from "../../support/parleyd";
import { table } from "../../support/table";
import type { User } from "../../support/types";

const server = await startDev();
afterAll(() => server.stop());
const { appId, apiKey, authKey } = server.credentials;
const other = await server.createApp("other-app");
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: apiKey });
const { user, token, me } = await newClient(admin);
const foreign = await newClient(anyone.with({ apikey: other.apiKey }));

describe("versions", () => {
  it.each(["/v3", "/v3.0"])("%s is the API", async (prefix) => {
    expect((await admin.get<User>(`${prefix}/users/${user.uid}`)).data.uid).toBe(user.uid);
  });

  table(
    () => admin,
    [
      {
        name: "v2 does not exist",
        call: "GET /v2/users",
        status: 404,
        code: "ERR_INVALID_API_VERSION",
      },
      {
        name: "v4 does not exist",
        call: "GET /v4/users",
        status: 404,
        code: "ERR_INVALID_API_VERSION",
      },
      {
        name: "v3.1 does not exist",
        call: "GET /v3.1/me",
        status: 404,
        code: "ERR_INVALID_API_VERSION",
      },
      { name: "a path outside", call: "GET /users", status: 404, code: "ERR_API_NOT_FOUND" },
      { name: "an unknown path", call: "GET /v3/usrs", status: 404, code: "ERR_API_NOT_FOUND" },
      {
        name: "a path with too many segments",
        call: "GET /v3/users/a/b",
        status: 404,
        code: "ERR_API_NOT_FOUND",
      },
      { name: "the prefix alone", call: "GET /v3", status: 404, code: "ERR_API_NOT_FOUND" },
      { name: "a wrong method", call: "PATCH /v3/users", status: 404, code: "ERR_API_NOT_FOUND" },
      {
        name: "a method that the path does not support",
        call: "POST /v3/me",
        status: 404,
        code: "ERR_API_NOT_FOUND",
        contains: ["POST", "/v3/me"],
      },
    ],
  );
});

describe("identifying the app", () => {
  const host = (label: string) => ({ host: `${label}.chat.example.com` });
  table(
    () => anyone,
    [
      {
        name: "by the credential alone",
        call: "GET /v3/me",
        headers: { authToken: token.authToken },
        status: 200,
      },
      {
        name: "by header",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, appId },
        status: 200,
      },
      {
        name: "by header, whatever its case",
        call: "GET /v3/me",
        headers: { AUTHTOKEN: token.authToken, APPID: appId },
        status: 200,
      },
      {
        name: "by host",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, ...host(appId) },
        status: 200,
      },
      {
        name: "another first label is ignored",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, ...host("www") },
        status: 200,
      },
      {
        name: "an unknown app",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, appId: "no-such-app" },
        status: 401,
        code: "AUTH_ERR_INVALID_APPID",
        contains: ["no-such-app"],
      },
      {
        name: "header and token contradict",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, appId: other.appId },
        status: 401,
        code: "AUTH_ERR_INVALID_APPID",
      },
      {
        name: "header and key contradict",
        call: "GET /v3/users",
        headers: { apikey: apiKey, appId: other.appId },
        status: 401,
        code: "AUTH_ERR_INVALID_APPID",
      },
      {
        name: "host and token contradict",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, ...host(other.appId) },
        status: 401,
        code: "AUTH_ERR_INVALID_APPID",
      },
      {
        name: "host and header contradict",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, appId, ...host(other.appId) },
        status: 401,
        code: "AUTH_ERR_INVALID_APPID",
      },
      { name: "nothing names one", call: "GET /v3/me", status: 400, code: "AUTH_ERR_EMPTY_APPID" },
      {
        name: "an empty header names none",
        call: "GET /v3/me",
        headers: { appId: "" },
        status: 400,
        code: "AUTH_ERR_EMPTY_APPID",
      },
    ],
  );
});

describe("credentials", () => {
  table(
    () => anyone,
    [
      {
        name: "no key",
        call: "GET /v3/roles",
        headers: { appId },
        status: 401,
        code: "AUTH_ERR_EMPTY_APIKEY",
      },
      {
        name: "no token",
        call: "GET /v3/me",
        headers: { appId },
        status: 401,
        code: "AUTH_ERR_EMPTY_AUTH_TOKEN",
      },
      {
        name: "an unknown key",
        call: "GET /v3/roles",
        headers: { apikey: "0".repeat(40) },
        status: 401,
        code: "AUTH_ERR_APIKEY_NOT_FOUND",
      },
      {
        name: "a bad key is reported before a bad uid",
        call: "POST /v3/users/nobody-at-all/auth_tokens",
        headers: { apikey: "junk" },
        status: 401,
        code: "AUTH_ERR_APIKEY_NOT_FOUND",
      },
      {
        name: "a bad key is reported before a bad body",
        call: "POST /v3/users",
        headers: { apikey: "junk" },
        body: "{",
        status: 401,
        code: "AUTH_ERR_APIKEY_NOT_FOUND",
      },
      {
        name: "Bearer",
        call: "GET /v3/me",
        headers: { authorization: `Bearer ${token.authToken}` },
        status: 200,
      },
      {
        name: "bearer in lower case",
        call: "GET /v3/me",
        headers: { authorization: `bearer ${token.authToken}` },
        status: 200,
      },
      {
        name: "both headers, the same token",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, authorization: `Bearer ${token.authToken}` },
        status: 200,
      },
      {
        name: "both headers, different tokens",
        call: "GET /v3/me",
        headers: { authToken: token.authToken, authorization: `Bearer ${foreign.token.authToken}` },
        status: 400,
        code: "ERR_BAD_REQUEST",
      },
      {
        name: "a key and a token of one app, as a logged-in published client sends",
        call: "POST /v3/users",
        headers: { apikey: authKey, authToken: token.authToken },
        body: { uid: "both-credentials", name: "Both" },
        status: 200,
      },
      {
        name: "a key and a token of two apps",
        call: "GET /v3/users",
        headers: { apikey: apiKey, authToken: foreign.token.authToken },
        status: 400,
        code: "ERR_BAD_REQUEST",
      },
      {
        name: "an auth token where a key is needed",
        call: "GET /v3/roles",
        headers: { authToken: token.authToken },
        status: 403,
        code: "AUTH_ERR_NO_ACCESS",
      },
      {
        name: "a key where a user is needed",
        call: "GET /v3/me",
        headers: { apikey: apiKey },
        status: 403,
        code: "AUTH_ERR_NO_ACCESS",
        contains: ["logged-in user"],
      },
      {
        name: "a scope too small",
        call: "GET /v3/roles",
        headers: { apikey: authKey },
        status: 403,
        code: "AUTH_ERR_NO_ACCESS",
      },
    ],
  );
});

describe("onBehalfOf", () => {
  const viewer = "cometchat-uid-1";
  it("makes fields relative to that user", async () => {
    const path = "/v3/users/cometchat-uid-2";
    expect((await admin.get(path)).text).not.toContain("conversationId");
    expect((await admin.get(path, { onBehalfOf: viewer })).data).toMatchObject({
      conversationId: "cometchat-uid-1_user_cometchat-uid-2",
      hasBlockedMe: false,
      blockedByMe: false,
    });
  });

  table(
    () => anyone,
    [
      {
        name: "an unknown user",
        call: "GET /v3/users",
        headers: { apikey: apiKey, onBehalfOf: "nobody" },
        status: 404,
        code: "ERR_UID_NOT_FOUND",
      },
      {
        name: "not for a client",
        call: "GET /v3/users",
        headers: { authToken: token.authToken, onBehalfOf: viewer },
        status: 403,
        code: "AUTH_ERR_NO_ACCESS",
      },
    ],
  );
});

describe("pages", () => {
  it("are numbered from 1, are empty past the end, and accept both spellings", async () => {
    const first = await admin.get<User[]>("/v3/users?perPage=2&page=1");
    expect(first.data).toHaveLength(2);
    const { total, ...rest } = first.pagination;
    expect(rest).toEqual({
      count: 2,
      per_page: 2,
      current_page: 1,
      total_pages: Math.ceil(total / 2),
    });
    const second = await admin.get<User[]>("/v3/users?per_page=2&page=2");
    expect(second.data[0]?.uid).not.toBe(first.data[0]?.uid);
    const past = await admin.get<User[]>("/v3/users?per_page=2&page=1000");
    expect(past.data).toEqual([]);
    expect(past.pagination).toMatchObject({ total, count: 0, current_page: 1000 });
  });

  it("have 100 items by default", async () => {
    expect((await admin.get("/v3/users")).pagination.per_page).toBe(100);
    expect((await admin.get("/v3/users?perPage=1000")).pagination.per_page).toBe(1000);
  });

  const refused = ["perPage=0", "perPage=1001", "per_page=x", "page=0", "page=-1", "perPage=1.5"];
  table(
    () => admin,
    refused.map((query) => ({
      name: `refuses ${query}`,
      call: `GET /v3/users?${query}`,
      status: 400,
      code: "ERR_BAD_REQUEST",
      contains: ['"details"'],
    })),
  );
});

describe("request ids", () => {
  it("are unique per answer and never taken from the caller", async () => {
    const ids = new Set<unknown>();
    for (let i = 0; i < 20; i++) {
      const answer = await me.get("/v3/me", { "x-request-id": "chosen-by-the-caller" });
      ids.add(answer.headers["x-request-id"]);
    }
    expect(ids.size).toBe(20);
    expect(ids).not.toContain("chosen-by-the-caller");
  });
});

it("publishes its contract", async () => {
  const { text } = await anyone.get("/openapi.yaml");
  expect(text).toContain("openapi: 3.1.0");
});

it("a uid is case-insensitive", async () => {
  const made = await createUser(admin, { uid: "MiXeD-Case" });
  expect(made.uid).toBe("mixed-case");
  expect((await admin.get<User>("/v3/users/MIXED-CASE")).data.uid).toBe("mixed-case");
  expect((await logIn(admin, "Mixed-Case")).uid).toBe("mixed-case");
});
