/** Ledger 21: pages of other sites cannot make a browser use an administrator's session. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  createAdministrator,
  newAdministrator,
  sessionOf,
  signIn,
  signInByLink,
  tokenOf,
} from "../support/administrators";
import { Client, freshUid, type Headers } from "../support/client";
import { startServe } from "../support/parleyd";
import type { AuditEvent } from "../support/types";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("target");
const anyone = new Client(server.url);
const me = await newAdministrator(server, "developer");
const { host } = new URL(server.url);
const { hostname } = new URL(server.url);
const roles = "/admin/v1/apps/target/roles";
const csrf = "403 AUTH_ERR_CSRF";

/** Makes a change, which must not take effect if it is refused. */
const change = (client: Client, headers: Headers = {}) =>
  client.post(roles, { role: freshUid("role"), name: "R" }, headers);
const newest = async (): Promise<AuditEvent | undefined> =>
  (await me.api.get<AuditEvent[]>("/admin/v1/apps/target/audit?limit=1")).data[0];

const foreign: [string, Headers][] = [
  ["another site", { origin: "https://evil.example" }],
  ["a page without an origin", { origin: "null" }],
  ["another port", { origin: `http://${hostname}:1` }],
  ["a host with the same prefix", { origin: `http://${host}.evil.example` }],
  ["a host with the same suffix", { origin: `http://evil-${host}` }],
  ["an invalid origin", { origin: host }],
  ["another site, by Fetch Metadata", { "sec-fetch-site": "cross-site" }],
  ["a neighbour, by Fetch Metadata", { "sec-fetch-site": "same-site" }],
  ["conflicting headers", { origin: server.url, "sec-fetch-site": "cross-site" }],
];

describe("another origin cannot change anything, even with the CSRF token", () => {
  it.each(foreign)("%s", async (_name, headers) => {
    const before = await newest();
    expect((await change(me.api, headers)).outcome).toBe(csrf);
    expect((await me.api.delete("/admin/v1/session", undefined, headers)).outcome).toBe(csrf);
    expect(await newest()).toEqual(before);
  });

  it("the own origin can", async () => {
    for (const headers of [
      {},
      { origin: server.url },
      { origin: server.url.toUpperCase() },
      { "sec-fetch-site": "same-origin" },
    ]) {
      expect((await change(me.api, headers)).outcome).toBe("200");
    }
  });

  it("the origin of public_url can, whatever Host a proxy sends", async () => {
    const url = "https://Chat.Example.com:443/";
    const behind = await startServe({ flags: ["--public-url", url.toLowerCase()] });
    const session = await newAdministrator(behind, "viewer");
    const signOut = (origin: string) =>
      session.api.delete("/admin/v1/session", undefined, { origin, host: "127.0.0.1:8080" });
    const refused = await signOut("https://evil.example");
    expect(refused.outcome).toBe(csrf);
    expect(refused.error.message).toBe(
      "The request did not come from the dashboard at https://chat.example.com, but from: " +
        "https://evil.example.",
    );
    expect((await signOut("https://chat.example.com")).outcome).toBe("200");
    await behind.stop();
  });

  it("the error contains both origins, or the header if there is no origin", async () => {
    const messageFor = async (headers: Headers) => (await change(me.api, headers)).error.message;
    expect(await messageFor({ origin: "https://evil.example" })).toBe(
      `The request did not come from the dashboard at ${server.url}, but from: https://evil.example.`,
    );
    expect(await messageFor({ "sec-fetch-site": "cross-site" })).toContain(
      "Sec-Fetch-Site: cross-site",
    );
    const wrong = await anyone.with({ cookie: me.cookie }).post(roles, {}, { origin: server.url });
    expect(wrong.error.message).toBe("The request did not come from the dashboard.");
  });

  it("an http page cannot change anything over https", async () => {
    const ca = readFileSync(join(server.dataDir, "tls/localhost.crt"), "utf8");
    const securely = new Client(server.tlsUrl, {}, { ca });
    const { link } = await createAdministrator(server, "developer", "link");
    const downgraded = { origin: server.tlsUrl.replace("https:", "http:") };
    const refused = await securely.post(
      "/admin/v1/sign_in/link",
      { link: tokenOf(link) },
      downgraded,
    );
    expect(refused.outcome).toBe(csrf);
    const { api } = sessionOf(server.tlsUrl, await signInByLink(securely, tokenOf(link)), { ca });
    expect((await change(api, downgraded)).outcome).toBe(csrf);
    expect((await change(api, { origin: server.tlsUrl })).outcome).toBe("200");
  });
});

describe("another site cannot sign anyone in", () => {
  it.each(foreign)("%s", async (_name, headers) => {
    const { link } = await createAdministrator(server, "viewer", "link");
    const evil = anyone.with(headers);
    for (const answer of [
      await signIn(evil, "ada@example.com", "a password"),
      await signInByLink(evil, tokenOf(link)),
    ]) {
      expect(answer.outcome).toBe(csrf);
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
    expect((await signInByLink(anyone, tokenOf(link))).outcome).toBe("200");
  });
});

describe("the cookie alone cannot change anything", async () => {
  const other = await newAdministrator(server, "developer");
  const { cookie, csrfToken } = me;
  const path = `${roles}?x-csrf-token=${csrfToken}&csrfToken=${csrfToken}`;
  const byCookie = anyone.with({ cookie });

  it.each<[string, Headers]>([
    ["without the token", {}],
    ["with an empty one", { "x-csrf-token": "" }],
    ["with half of it", { "x-csrf-token": csrfToken.slice(0, -1) }],
    ["with more than it", { "x-csrf-token": `${csrfToken}x` }],
    ["with that of another session", { "x-csrf-token": other.csrfToken }],
    ["with the session token", { "x-csrf-token": cookie.split("=")[1]! }],
    ["with the token as a cookie", { cookie: `${cookie}; x-csrf-token=${csrfToken}` }],
  ])("%s", async (_name, headers) => {
    expect((await change(byCookie, headers)).outcome).toBe(csrf);
  });

  it.each([
    ["text/plain", `{"role":"${freshUid()}","name":"R"}`],
    ["application/x-www-form-urlencoded", `role=${freshUid()}&name=R&csrfToken=${csrfToken}`],
    ["multipart/form-data; boundary=x", `--x\r\n\r\n${csrfToken}\r\n--x--`],
  ])("as a form sends it: %s", async (type, body) => {
    const answer = await byCookie.post(path, body, { "content-type": type });
    expect(answer.outcome).toBe(csrf);
  });

  it("a GET that claims to be another method cannot either", async () => {
    const headers = { "x-http-method-override": "DELETE", "x-csrf-token": csrfToken };
    expect((await byCookie.get("/admin/v1/apps/target", headers)).status).toBe(200);
    const inQuery = await byCookie.get("/admin/v1/apps/target?_method=DELETE", headers);
    expect(inQuery.status).toBe(400);
    expect((await me.api.get("/admin/v1/apps/target")).status).toBe(200);
  });
});

describe("other sites get no access", () => {
  it("no preflight succeeds, whatever origins the app allows", async () => {
    await me.api.put("/admin/v1/apps/target", { allowedOrigins: ["https://evil.example"] });
    for (const path of ["/admin/v1/sign_in", "/admin/v1/apps/target", roles, "/admin/v1/session"]) {
      const preflight = await anyone.call("OPTIONS", path, {
        headers: {
          ...{ origin: "https://evil.example", "access-control-request-method": "PUT" },
          "access-control-request-headers": "x-csrf-token, content-type",
        },
      });
      const granted = Object.keys(preflight.headers).filter((name) => /^access-control/.test(name));
      expect(granted, path).toEqual([]);
    }
  });

  it("no other origin can read an answer", async () => {
    const answer = await me.api.get(roles, { origin: "https://evil.example" });
    expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
  });

  it("the cookie is not a credential for the management API", async () => {
    const headers = { cookie: me.cookie, "x-csrf-token": me.csrfToken, appId: app.appId };
    expect((await anyone.get("/v3/users", headers)).status).toBe(401);
    expect((await anyone.get("/v3/roles", headers)).status).toBe(401);
  });
});
