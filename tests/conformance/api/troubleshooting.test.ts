/**
 * The rows of the troubleshooting list in the documentation: each error must say what happened, and what
 * to do next.
 */
import { setTimeout as realTime } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, logIn, newClient } from "../../support/client";
import { startServe } from "../../support/parleyd";
import type { AuthToken, Me } from "../../support/types";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("my-app");
const production = await server.createApp("live-app", "--mode", "production");
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: app.apiKey });
const development = anyone.with({ apikey: app.authKey, appId: app.appId });

describe("login fails with UID not found", () => {
  it("says which user is missing, and to create it first", async () => {
    const { status, error } = await development.post("/v3/users/superhero1/auth_tokens");
    expect(status).toBe(404);
    expect(error.code).toBe("ERR_UID_NOT_FOUND");
    expect(error.message).toContain("The user with UID superhero1 does not exist.");
    expect(error.message).toContain("Create it first");
    expect(error.devMessage).toContain("POST /v3/users");
  });

  it("works after the user was created", async () => {
    await development.post("/v3/users", { uid: "superhero2", name: "Two" });
    expect((await development.post("/v3/users/superhero2/auth_tokens")).status).toBe(200);
  });

  it("a deactivated user is reported as such to callers with a key", async () => {
    const { uid } = await createUser(admin);
    await admin.delete(`/v3/users/${uid}`);
    const { error } = await development.post(`/v3/users/${uid}/auth_tokens`);
    expect(error.message).toContain("is deactivated");
    expect(error.devMessage).toContain("uidsToActivate");
  });
});

describe("auth token expired", () => {
  it("says to generate a new one on the server, which works", async () => {
    const { uid } = await createUser(admin);
    const token = await logIn(admin, uid, { expiresIn: 1 });
    await realTime(1100);
    const { status, error, headers } = await anyone.get("/v3/me", { authToken: token.authToken });
    expect(status).toBe(401);
    expect(error.code).toBe("AUTH_ERR_AUTH_TOKEN_EXPIRED");
    expect(error.message).toContain("has expired");
    expect(error.message).toContain("Generate a new auth token from your server and log in again");
    expect(error.devMessage).toContain(`POST /v3/users/<uid>/auth_tokens`);
    expect(headers["www-authenticate"]).toContain("Bearer");
    const fresh = await logIn(admin, uid);
    expect((await anyone.get("/v3/me", { authToken: fresh.authToken })).status).toBe(200);
  });
});

describe("session persists after logout", () => {
  it("does not: after the logout has returned, the token is rejected everywhere", async () => {
    const { me, token } = await newClient(admin);
    expect((await me.delete("/v3/me")).data).toEqual({
      success: true,
      message: "Logout completed successfully",
    });
    for (const path of ["/v3/me", "/v3/users", "/v3/settings", "/v3/me/sessions"]) {
      expect((await me.get(path)).status, path).toBe(401);
    }
    const { error } = await me.put("/v3/me", { platform: "web", deviceId: "d" });
    expect(error.code).toBe("AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    expect(error.message).toContain("session has ended");
    expect(error.message).toContain("log in again");
    expect((await admin.post("/v3/introspect", { authToken: token.authToken })).data).toEqual({
      active: false,
    });
  });
});

describe("multiple login calls", () => {
  it("are harmless: each session works, and a session can be checked without a login", async () => {
    const { uid } = await createUser(admin);
    const path = `/v3/users/${uid}/auth_tokens`;
    const logins = await Promise.all([1, 2, 3].map(() => development.post<AuthToken>(path)));
    for (const { data } of logins) {
      const me = anyone.with({ authToken: data.authToken });
      const session = await me.put<Me>("/v3/me", { platform: "web", deviceId: "d" });
      expect(session.data).toMatchObject({ uid, authToken: data.authToken });
      expect((await me.put<Me>("/v3/me", { platform: "web" })).data.authToken).toBe(data.authToken);
    }
    expect((await admin.get(path)).pagination.total).toBe(3);
  });
});

describe("best practices, enforced", () => {
  const live = anyone.with({ apikey: production.apiKey });
  it("the Auth Key is rejected in production mode, and the error says what to use instead", async () => {
    const { uid } = await createUser(live);
    const weak = anyone.with({ apikey: production.authKey });
    const answers = [
      await weak.post(`/v3/users/${uid}/auth_tokens`),
      await weak.post("/v3/users", { uid: "new-user", name: "N" }),
      await weak.put(`/v3/users/${uid}`, { name: "N" }),
    ];
    for (const { status, error } of answers) {
      expect(status).toBe(403);
      expect(error.code).toBe("AUTH_ERR_NO_ACCESS");
      expect(error.devMessage).toContain("auth tokens instead of the Auth Key");
    }
    const token = await logIn(live, uid);
    expect((await anyone.get("/v3/me", { authToken: token.authToken })).status).toBe(200);
  });

  it("an Auth Key used like a REST API Key gets an error that explains the difference", async () => {
    const { error } = await development.get("/v3/users");
    expect(error.code).toBe("AUTH_ERR_NO_ACCESS");
    expect(error.devMessage).toContain("fullAccess");
  });

  it("a wrong key gets an error that says where to find the right one", async () => {
    const { error } = await anyone.get("/v3/users", { apikey: "0".repeat(40) });
    expect(error.message).toBe("The API key is not valid.");
    expect(error.devMessage).toContain("parleyd key list");
  });

  it.each<[string, string, Record<string, string>, string]>([
    ["as Bearer", "/v3/users", { authorization: `Bearer ${app.apiKey}` }, "Authorization"],
    ["as authToken", "/v3/users", { authToken: app.apiKey }, "authToken"],
    ["in x-api-key", "/v3/users", { "x-api-key": app.apiKey }, "x-api-key"],
    ["in api-key", "/v3/roles", { "api-key": app.apiKey, appId: app.appId }, "api-key"],
  ])("an API key sent %s gets an error that names both headers", async (_, path, headers, sent) => {
    const { error, text } = await anyone.get(path, headers);
    expect(error.devMessage).toMatch(new RegExp(`header .*\\b${sent}\\b`));
    expect(error.devMessage).toContain("Send it in the header apikey.");
    expect(text).not.toContain(app.apiKey);
  });

  it("an auth token in the wrong header gets an error that names the right one", async () => {
    const { token } = await newClient(admin);
    for (const header of ["apikey", "auth-token", "x-auth-token"]) {
      const { status, error, text } = await anyone.get("/v3/me", { [header]: token.authToken });
      expect([400, 401], header).toContain(status);
      expect(error.devMessage, header).toMatch(new RegExp(`header .*\\b${header}\\b`));
      expect(error.devMessage, header).toContain("Send it in the header authToken");
      expect(text).not.toContain(token.authToken);
    }
  });

  it("a user that cannot exist or is to be deleted gets no advice to create it", async () => {
    const answers = [
      await admin.get("/v3/users/a%20b"),
      await admin.post("/v3/users/a%20b/auth_tokens"),
      await admin.delete("/v3/users/nobody"),
      await admin.delete("/v3/users/nobody?permanent=true"),
      await admin.delete("/v3/users/nobody/auth_tokens"),
      await admin.delete("/v3/users/nobody/auth_tokens/ses_x"),
    ];
    for (const { outcome, text } of answers) {
      expect(outcome).toBe("404 ERR_UID_NOT_FOUND");
      expect(text).not.toContain("Create it first");
    }
  });

  it("a mistyped path gets an error that says where to look", async () => {
    const { error } = await admin.get("/v3/user");
    expect(error.message).toContain("GET /v3/user");
    expect(error.devMessage).toContain("/openapi.yaml");
  });
});
