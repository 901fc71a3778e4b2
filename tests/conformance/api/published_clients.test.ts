/** Requests as published v3 SDKs send them, verbatim where they are known. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as realTime } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { checkAnswer } from "../../support/contract";
import { Client, createUser, freshUid, logIn, newClient } from "../../support/client";
import { sendHttp } from "../../support/http";
import { claimsOf } from "../../support/jwt";
import { startDev } from "../../support/parleyd";
import type { AuthToken, Me, User } from "../../support/types";

const server = await startDev();
afterAll(() => server.stop());
const { appId, apiKey, authKey } = server.credentials;
const common = {
  appId,
  accept: "application/json",
  "content-type": "application/json",
  resource: "WEB-4_0_1-1771312489",
  sdk: "javascript@4.0.1",
};
const sdk = new Client(server.url, common);
const admin = new Client(server.url, { apikey: apiKey });

describe("createUser and updateUser", () => {
  it("accept the read-only fields of a User object", async () => {
    const uid = freshUid();
    const user = { uid, name: "Kevin", hasBlockedMe: false, blockedByMe: false, deactivatedAt: 0 };
    const made = await sdk.post<User>("/v3.0/users", user, { apikey: authKey });
    expect(made.data).toMatchObject({ uid, name: "Kevin" });
    const renamed = await sdk.put<User>(
      `/v3.0/users/${uid}`,
      { ...user, name: "Kevin Fernandez" },
      { apikey: authKey },
    );
    expect(renamed.data.name).toBe("Kevin Fernandez");
  });
});

describe("login", () => {
  it("by Auth Key: a token, then the session call, then telemetry", async () => {
    const uid = "cometchat-uid-2";
    const path = `/v3.0/users/${uid}/auth_tokens`;
    const { data } = await sdk.post<AuthToken>(path, {}, { apikey: authKey });
    const me = sdk.with({ ...common, authToken: data.authToken });
    const session = await me.put<Me>("/v3.0/me", {
      platform: "javascript",
      deviceId: "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed",
      appInfo: {
        version: "4.0.1",
        apiVersion: "v3.0",
        origin: "http://localhost:5173",
        uts: 1771312489,
      },
    });
    expect(session.data).toMatchObject({
      uid,
      name: "George Alan",
      authToken: data.authToken,
      status: "available",
    });
    expect(session.data.jwt).toBeTruthy();
    expect((await me.post("/v3.0/user_sessions", { browser: "Chrome", os: "Linux" })).data).toEqual(
      {},
    );
    expect((await me.post("/v3.0/user_sessions")).data).toEqual({});
  });

  it("over https, which published clients always use", async () => {
    const request = {
      method: "POST",
      path: "/v3.0/users/cometchat-uid-1/auth_tokens",
      headers: { ...common, apikey: authKey },
      body: "{}",
      ca: readFileSync(join(server.dataDir, "tls/localhost.crt"), "utf8"),
    };
    const answer = await sendHttp(server.tlsUrl.replace("127.0.0.1", "localhost"), request);
    expect(answer.status).toBe(200);
    checkAnswer(request.method, request.path, answer);
  });
});

describe("a new jwt", () => {
  it("is in the own user, where updateJWT() reads it, and in the answer to getJWT()", async () => {
    const { token } = await newClient(admin);
    for (const header of ["javascript@4.0.9", "react-native@4.0.21", "ionic@4.0.4"]) {
      const me = sdk.with({ ...common, sdk: header, authToken: token.authToken });
      const { data } = await me.get<Me>("/v3.0/me");
      const { jwt: another } = (await me.post<{ jwt: string }>("/v3.0/me/jwt", {})).data;
      for (const jwt of [data.jwt, another]) {
        expect(claimsOf(jwt)).toMatchObject({ sub: data.uid, aud: appId });
        const byJwt = sdk.with({ appId, authorization: jwt });
        expect((await byJwt.post("/api//online-members")).status).toBe(200);
      }
    }
  });

  it("is not in the own user for other clients", async () => {
    const { me } = await newClient(admin);
    expect((await me.get("/v3.0/me")).text).not.toContain("jwt");
    expect((await me.get("/v3.0/me", { sdk: "parley-js@0.1.0" })).text).not.toContain("jwt");
  });
});

describe("updateCurrentUserDetails", () => {
  it("sends the whole user with its uid", async () => {
    const { user, token } = await newClient(admin);
    const me = sdk.with({ ...common, authToken: token.authToken });
    const { data } = await me.put<Me>("/v3.0/me", {
      uid: user.uid,
      name: "New name",
      avatar: "https://example.com/a.png",
      role: "default",
      status: "online",
      lastActiveAt: 1771312515,
      hasBlockedMe: false,
      blockedByMe: false,
      deactivatedAt: 0,
      tags: ["t"],
      metadata: { a: 1 },
      authToken: token.authToken,
    });
    expect(data).toMatchObject({ uid: user.uid, name: "New name", tags: ["t"] });
  });
});

describe("a dead session", () => {
  it("is reported with the code that makes published clients drop it", async () => {
    const { uid } = await createUser(admin);
    const { authToken } = await logIn(admin, uid, { expiresIn: 1 });
    await realTime(1100);
    const code = async (header: string): Promise<string> =>
      (await admin.with({ authToken, sdk: header }).get("/v3.0/me")).error.code;
    expect(await code("javascript@4.0.1")).toBe("AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    expect(await code("javascript@4.1.10")).toBe("AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    expect(await code("javascript@3.0.13")).toBe("AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    expect(await code("react-native@4.0.21")).toBe("AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    expect(await code("ionic@4.0.4")).toBe("AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    expect(await code("parley-js@0.1.0")).toBe("AUTH_ERR_AUTH_TOKEN_EXPIRED");
  });
});

it("an empty parameter is dropped from lists only, not from calls that change something", async () => {
  const { user } = await newClient(admin);
  const full = sdk.with({ ...common, apikey: apiKey });
  const flushed = await full.delete(`/v3/users/${user.uid}/auth_tokens?issuedBefore=`);
  expect(flushed.outcome).toBe("400 ERR_BAD_REQUEST");
  const users = { imported: { name: "Imported" } };
  const dryRun = await full.post("/v3/data_import/users?dryRun", { users });
  expect(dryRun.outcome).toBe("400 ERR_BAD_REQUEST");
  expect((await admin.get("/v3/users/imported")).status).toBe(404);
  expect((await admin.get(`/v3/users/${user.uid}/auth_tokens`)).data).toHaveLength(1);
});

describe("lists", () => {
  it("have their own spelling of arrays and paging", async () => {
    const { token } = await newClient(admin);
    const me = sdk.with({ ...common, authToken: token.authToken });
    const query = "per_page=2&page=1&roles[]=default&searchKey=a&searchIn[]=name&withTags=true";
    const { data, pagination } = await me.get<User[]>(`/v3.0/users?${query}`);
    expect(data).toHaveLength(2);
    expect(pagination.per_page).toBe(2);
    // The queries that UsersRequest and BlockedUsersRequest of JavaScript 3.0.13 and 4.0.9, React
    // Native 4.0.21 and Ionic 4.0.4 build.
    const users =
      "per_page=30&searchKey=a&status=online&hideBlockedUsers=1&roles=default&tags=a,b%2Cc" +
      "&friendsOnly=1&withTags=1&uids=a,b&sortBy=name&sortOrder=asc&searchIn=uid,name&page=1";
    expect((await me.get(`/v3.0/users?${users}`)).status).toBe(200);
    const blocked = "per_page=30&direction=both&searchKey=a&page=1";
    expect((await me.get(`/v3.0/blockedusers?${blocked}`)).status).toBe(200);
    expect((await me.get("/v3.0/me?")).status).toBe(200);
  });

  it("are not encoded, and have filters without a value", async () => {
    const { token } = await newClient(admin);
    const me = sdk.with({ ...common, authToken: token.authToken });
    const { uid } = await createUser(admin, { name: "Research R&D" });
    await createUser(admin, { name: "Research R" });
    const found = await me.get<User[]>("/v3.0/users?per_page=30&searchKey=R&D&page=1");
    expect(found.data.map((user) => user.uid)).toEqual([uid]);
    expect((await me.get("/v3.0/users?uids=&roles=&tags=&status&page=1")).status).toBe(200);
  });
});
