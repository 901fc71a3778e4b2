/** Ledger 23: one JSON line per event, no lines forged by callers, no secrets. */
import { afterAll, describe, expect, it } from "vitest";
import { newAdministrator, signIn, signInByLink } from "../support/administrators";
import { Client, newClient } from "../support/client";
import { startDev } from "../support/parleyd";
import { exchange } from "../support/raw";

const server = await startDev();
afterAll(() => server.stop());
const { apiKey, authKey, appId } = server.credentials;
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: apiKey });

const forged = '{"level":"info","event":"forged"}';
const { token, me } = await newClient(admin);
const nasty = ["%0d%0a", "%0a", "%00", "%1b%5b31m", "%22%7d", "%e2%80%a8"];
for (const code of nasty) {
  await admin.get(`/v3/users/x${code}${encodeURIComponent(forged)}`);
  await admin.get(`/v3/${code}${encodeURIComponent(forged)}?a=${code}`);
}
await admin.post("/v3/users", { uid: `x\r\n${forged}`, name: `y\r\n${forged}` });
await admin.get("/v3/users", { appId: forged, "user-agent": forged, sdk: forged });
await me.put("/v3/me", {
  platform: "web",
  deviceId: `d\n${forged}`,
  appInfo: { a: `\n${forged}` },
});
await me.put("/v3/me", { platform: "web", deviceId: "d" });
await anyone.get("/v3/me", { authToken: `${token.authToken}x` });
const owner = await newAdministrator(server, "owner");
await signIn(anyone.with({ "user-agent": forged }), `x\r\n${forged}`, "a password guessed");
await signInByLink(anyone, `x\r\n${forged}`);
await owner.api.post("/admin/v1/administrators", {
  ...{ email: `x\r\n${forged}@y`, name: `\r\n${forged}`, role: "viewer" },
});
await owner.api.get(`/admin/v1/apps/%0d%0a${encodeURIComponent(forged)}/audit?actor=%0a${forged}`);
await owner.api.get("/admin/v1/server", { cookie: `parley_admin=${forged}` });
const inPaths = [token.authToken, apiKey].flatMap((secret) => [
  ...[secret, `x${secret}`, `a;${secret}`, `${secret},${secret}`, `${secret}x`],
  ...[secret.replaceAll("_", "%5F"), `%78${secret.replaceAll("1", "%31")}`],
]);
for (const segment of inPaths) {
  for (const path of [`/v3/users/${segment}`, `/${segment}/x`, `/v3/roles/a/${segment}`]) {
    await anyone.get(path);
  }
}
await exchange(server.url, `${token.authToken} / HTTP/1.1\r\nHost: x\r\n\r\n`, { expected: 1 });
await exchange(server.url, `GET /\x1b[31m HTTP/1.1\r\nHost: ${forged}\r\n\r\n`);
await exchange(server.url, `GET /v3/\n${forged}\n HTTP/1.1\r\nHost: x\r\n\r\n`);
const lines = (): string[] => server.log.split("\n").filter((line) => line !== "");

describe("the log", () => {
  it("has one JSON object per line", () => {
    expect(lines().length).toBeGreaterThan(0);
    for (const line of lines()) expect(() => JSON.parse(line), line).not.toThrow();
  });

  it("has no forged line and no control character from a caller", () => {
    for (const line of lines()) {
      expect(line).not.toMatch(/^\{"level":"info","event":"forged"\}/);
      expect(line).not.toMatch(/[\x00-\x1f\x7f]/);
    }
  });

  it("has no credential", () => {
    const credentials = [token.authToken.slice(-30), apiKey, authKey];
    const encoded = [token.authToken.slice(-30), apiKey].map((text) => text.replaceAll("1", "%31"));
    expect(server.log.split('/v3/users/***"').length).toBeGreaterThan(inPaths.length / 2);
    credentials.push(...encoded);
    const ofOwner = [owner.cookie.split("=")[1], owner.csrfToken, "a password guessed"];
    for (const secret of [...credentials, ...ofOwner]) {
      expect(server.log).not.toContain(secret);
    }
  });

  it("contains the request id of the answer", async () => {
    const answer = await me.get(`/v3/users/nobody`);
    const id = String(answer.headers["x-request-id"]);
    await expect.poll(() => server.log).toContain(id);
    expect(appId).toBeTruthy();
  });
});
