/** Ledger 14: there are no default secrets; the first start generates its own and prints them once. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { signIn } from "../support/administrators";
import { Client } from "../support/client";
import { startDev, startServe } from "../support/parleyd";

describe("serve, with nothing configured", async () => {
  const server = await startServe();
  afterAll(() => server.stop());
  const anyone = new Client(server.url);

  it("has no app, so no credential works", async () => {
    expect(await server.cli("app", "list")).toEqual([]);
    const guesses = ["admin", "password", "changeme", "parley", "0".repeat(40)];
    for (const apikey of guesses) {
      expect((await anyone.get("/v3/users", { apikey })).status).toBe(401);
    }
    for (const appId of ["default", "parley", "my-app", "app"]) {
      const answer = await anyone.get("/v3/users", { appId });
      expect(answer.error.code).toBe("AUTH_ERR_INVALID_APPID");
    }
  });

  it("has no administrator, so no one can sign in", async () => {
    expect(await server.cli("admin", "list")).toEqual([]);
    const guesses: [string, string][] = [
      ["admin", "admin"],
      ["admin@example.com", "changeme"],
      ["developer@localhost", "password"],
    ];
    for (const [email, password] of guesses) {
      const answer = await signIn(anyone, email, password);
      expect(answer.outcome).toBe("401 AUTH_ERR_SIGN_IN_FAILED");
    }
  });

  it("prints no secret, and shows no try-it page", async () => {
    expect(server.output + server.log).not.toMatch(/\b[0-9a-f]{40}\b/);
    for (const path of ["/", "/try-it/config.json", "/try-it/tokens"]) {
      expect((await anyone.get(path)).status, path).toBe(404);
    }
    expect((await anyone.post("/try-it/tokens", { uid: "x" })).status).toBe(404);
  });

  it("creates keys for a new app, and shows them complete only once", async () => {
    const app = await server.createApp("fresh");
    const listed = JSON.stringify([
      await server.cli("app", "list"),
      await server.cli("key", "list", "--app", app.appId),
    ]);
    for (const key of [app.apiKey, app.authKey]) {
      expect(key).toMatch(/^[0-9a-f]{40}$/);
      expect(listed).not.toContain(key);
    }
    expect(listed).toContain(app.appId);
  });
});

describe("dev", async () => {
  const [one, two] = [await startDev(), await startDev()];
  afterAll(() => Promise.all([one.stop(), two.stop()]));

  it("generates its own credentials, which work on no other server", async () => {
    const [a, b] = [one.credentials, two.credentials];
    expect(new Set([a.apiKey, a.authKey, b.apiKey, b.authKey]).size).toBe(4);
    const answer = await new Client(two.url).get("/v3/users", { apikey: a.apiKey });
    expect(answer.error.code).toBe("AUTH_ERR_APIKEY_NOT_FOUND");
  });

  it("has an owner without a password", async () => {
    const administrators = await one.cli<object[]>("admin", "list");
    const owner = { email: "developer@localhost", role: "owner", hasPassword: false };
    expect(administrators).toMatchObject([owner]);
    for (const password of ["password", one.credentials.apiKey]) {
      const answer = await signIn(new Client(one.url), owner.email, password);
      expect(answer.outcome).toBe("401 AUTH_ERR_SIGN_IN_FAILED");
    }
  });

  it("prints them, keeps them in a file, and does not log them", () => {
    const { apiKey, authKey } = one.credentials;
    for (const key of [apiKey, authKey]) {
      expect(one.output).toContain(key);
      expect(one.log).not.toContain(key);
    }
    expect(statSync(join(one.dataDir, "credentials.json")).mode & 0o777).toBe(0o600);
  });
});
