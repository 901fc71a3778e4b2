/** GET /v3/settings, and the JWT of the session call against the published keys */
import { createPublicKey, verify, type JsonWebKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Client, newClient } from "../../support/client";
import { sendHttp } from "../../support/http";
import { claimsOf, headerOf, type Claims } from "../../support/jwt";
import { startDev, startServe } from "../../support/parleyd";
import type { Me, Settings } from "../../support/types";

const server = await startDev();
afterAll(() => server.stop());
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: server.credentials.apiKey });

interface Jwk extends JsonWebKey {
  kid: string;
  alg: "EdDSA" | "ES256";
}

const publishedKeys = async (): Promise<Jwk[]> =>
  (JSON.parse((await anyone.get("/.well-known/jwks.json")).text) as { keys: Jwk[] }).keys;

/** Verifies like another back end: with the published key that the header refers to. */
function verifiedClaims(jwt: string, keys: Jwk[]): Claims | undefined {
  const [header = "", payload = "", signature = ""] = jwt.split(".");
  const { kid, alg } = headerOf(jwt);
  const jwk = keys.find((key) => key.kid === kid);
  if (!jwk || jwk.alg !== alg) return undefined;
  const key = createPublicKey({ key: jwk, format: "jwk" });
  const isGood = verify(
    alg === "EdDSA" ? null : "sha256",
    Buffer.from(`${header}.${payload}`),
    { key, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  return isGood ? claimsOf(jwt) : undefined;
}

describe("settings", () => {
  it("follow the host that the client called", async () => {
    const { me } = await newClient(admin);
    const { data } = await me.get<Settings>("/v3/settings", { host: "chat.example.com:8443" });
    expect(data).toMatchObject({
      CHAT_HOST: "chat.example.com",
      CHAT_WSS_PORT: 8443,
      CLIENT_API_HOST: "chat.example.com:8443",
      ADMIN_API_HOST: "chat.example.com:8443",
      CHAT_API_VERSION: "v3.0",
      WS_API_VERSION: "v3.0",
      ANALYTICS_PING_DISABLED: true,
      REGION: server.credentials.region,
      MODE: "DEFAULT",
      APP_VERSION: 4,
      extensions: [],
    });
  });

  it.each(["Chat.EXAMPLE.com", "chat.example.com.", "CHAT.example.com.:80", "chat.example.com:"])(
    "and the JWT do not depend on the spelling of the host: %s",
    async (host) => {
      const { me } = await newClient(admin);
      const { data } = await me.get<Settings>("/v3/settings", { host });
      expect(data).toMatchObject({
        CHAT_HOST: "chat.example.com",
        CHAT_WSS_PORT: 80,
        CLIENT_API_HOST: "chat.example.com",
      });
      const { jwt } = (await me.post<{ jwt: string }>("/v3/me/jwt", undefined, { host })).data;
      expect(claimsOf(jwt).iss).toBe("http://chat.example.com");
    },
  );

  it("are the same in the session call", async () => {
    const { me } = await newClient(admin);
    const { data } = await me.put<Me>("/v3/me", { platform: "web" });
    expect(data.settings).toEqual((await me.get("/v3/settings")).data);
  });

  it("know the default port of https", async () => {
    const { me, token } = await newClient(admin);
    const answer = await sendHttp(server.tlsUrl, {
      method: "GET",
      path: "/v3/settings",
      headers: { host: "chat.example.com", authToken: token.authToken },
      ca: readFileSync(join(server.dataDir, "tls/localhost.crt"), "utf8"),
    });
    expect(JSON.parse(answer.text)).toMatchObject({
      data: { CHAT_WSS_PORT: 443, CLIENT_API_HOST: "chat.example.com" },
    });
    expect((await me.get("/v3/settings")).status).toBe(200);
  });

  it.each(["<script>", "a b", "a/../b", "a\\b", 'a"b', "host:99999", "[::1", "a,b"])(
    "never repeat an invalid host: %s",
    async (host) => {
      const { token } = await newClient(admin);
      const answer = await sendHttp(server.url, {
        method: "GET",
        path: "/v3/settings",
        headers: { host, authToken: token.authToken },
      });
      expect(answer.status).toBe(400);
    },
  );
});

describe("the JWT", () => {
  it("proves user, app and session to other services, for at most one day", async () => {
    const { user, token, me } = await newClient(admin);
    const { data } = await me.put<Me>("/v3/me", { platform: "web" });
    const claims = verifiedClaims(data.jwt, await publishedKeys());
    expect(claims).toMatchObject({
      iss: server.url,
      aud: server.credentials.appId,
      sub: user.uid,
      app: server.credentials.appId,
      sid: token.id,
    });
    const now = Date.now() / 1000;
    expect(claims?.exp).toBeGreaterThan(now);
    expect(claims!.exp - claims!.iat).toBeLessThanOrEqual(24 * 3600);
    // Tolerates verifiers whose clock is slow.
    expect(now - claims!.iat).toBeGreaterThan(5);
    expect(now - claims!.iat).toBeLessThan(30);
  });

  it("has the public URL, whichever address the client used", async () => {
    const proxied = await startServe({ flags: ["--public-url", "https://chat.example.com/"] });
    const app = await proxied.createApp("proxied");
    const { me } = await newClient(new Client(proxied.url, { apikey: app.apiKey }));
    const { jwt } = (await me.put<Me>("/v3/me", { platform: "web" })).data;
    expect(claimsOf(jwt)).toMatchObject({ iss: "https://chat.example.com", aud: app.appId });
    await proxied.stop();
  });

  it("can be renewed at any time", async () => {
    const { user, token, me } = await newClient(admin);
    for (const body of [undefined, {}, { passthrough: "x" }]) {
      const { jwt } = (await me.post<{ jwt: string }>("/v3/me/jwt", body)).data;
      expect(verifiedClaims(jwt, await publishedKeys())).toMatchObject({
        sub: user.uid,
        sid: token.id,
      });
    }
  });

  it("ends with the session", async () => {
    const { user } = await newClient(admin);
    const { data } = await admin.post<Me>(`/v3/users/${user.uid}/auth_tokens`, { expiresIn: 60 });
    const me = anyone.with({ authToken: data.authToken });
    const { jwt } = (await me.put<Me>("/v3/me", { platform: "web" })).data;
    const claims = verifiedClaims(jwt, await publishedKeys());
    expect(claims?.exp).toBeLessThanOrEqual(data.createdAt + 60);
  });

  it("cannot be verified after it was modified", async () => {
    const { me } = await newClient(admin);
    const { jwt } = (await me.put<Me>("/v3/me", { platform: "web" })).data;
    const [header, , signature] = jwt.split(".");
    const forged = { ...claimsOf(jwt), sub: "cometchat-uid-1" };
    const body = Buffer.from(JSON.stringify(forged)).toString("base64url");
    expect(verifiedClaims(`${header}.${body}.${signature}`, await publishedKeys())).toBeUndefined();
  });

  it("is not an auth token", async () => {
    const { me } = await newClient(admin);
    const { jwt } = (await me.put<Me>("/v3/me", { platform: "web" })).data;
    for (const headers of [{ authToken: jwt }, { authorization: `Bearer ${jwt}` }]) {
      const { outcome, error } = await anyone.get("/v3/me", headers);
      expect(outcome).toBe("401 AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
      expect(error.message).toBe("The auth token is not valid: it is a JWT.");
      expect(error.devMessage).toContain("send the auth token of the session.");
    }
  });

  it("is verified with keys that have no private part", async () => {
    const text = JSON.stringify(await publishedKeys());
    expect(text).not.toMatch(/"d":/);
  });
});
