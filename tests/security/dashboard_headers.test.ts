/** Ledger 21: the security headers of every kind of route. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  newAdministrator,
  signInByLink,
  createAdministrator,
  tokenOf,
} from "../support/administrators";
import { Client, type Headers } from "../support/client";
import { sendHttp, type HttpAnswer } from "../support/http";
import { startDev, startServe, type Server } from "../support/parleyd";

const [server, dev] = [await startServe(), await startDev()];
afterAll(() => Promise.all([server.stop(), dev.stop()]));
await server.createApp("my-app");
const certificate = ({ dataDir }: Server): string =>
  readFileSync(join(dataDir, "tls/localhost.crt"), "utf8");
const me = await newAdministrator(server, "viewer");
const { link } = await createAdministrator(server, "viewer", "link");
const securely = new Client(server.tlsUrl, {}, { ca: certificate(server) });
const secure = await signInByLink(securely, tokenOf(link));

const page = {
  "cache-control": "no-cache",
  "content-security-policy":
    "default-src 'self'; img-src 'self' data: http: https:; object-src 'none'; base-uri 'none'; " +
    "form-action 'self'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
const asset = { ...page, "cache-control": "public, max-age=31536000, immutable" };
const api = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};
/** Everything outside the dashboard can be read by pages of any origin. */
const elsewhere = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "x-request-id, retry-after, x-rate-limit, x-rate-limit-remaining, x-rate-limit-reset",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};
const hsts = { "strict-transport-security": "max-age=31536000" };

/** Headers without relevance to security. All others must be as expected. */
const plain = [
  ...["connection", "content-encoding", "content-length", "content-type", "date", "etag"],
  ...["keep-alive", "transfer-encoding", "vary", "www-authenticate", "x-request-id"],
  "x-accel-buffering",
];
const safety = ({ headers }: HttpAnswer): object =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !plain.includes(name)));

const ask = (from: Server, secured: boolean, path: string, headers: Headers = {}) =>
  sendHttp(secured ? from.tlsUrl : from.url, {
    ...{ method: "GET", path, headers },
    ca: certificate(from),
  });

/** The path of a file of the dashboard, from its page; null if the dashboard is not built. */
const hashed = /\/dashboard\/assets\/[\w.-]+/.exec((await ask(server, false, "/dashboard")).text);

const cookies = [me.cookie, secure.headers["set-cookie"]?.[0]?.split(";")[0]].join("; ");
const kinds: [kind: string, path: string, status: number, headers: object][] = [
  ["the page", "/dashboard", 200, page],
  ["the page of an app", "/dashboard/apps/my-app/users", 200, page],
  ["the sign-in", "/dashboard/sign-in", 200, page],
  ["a file that is not there", "/dashboard/assets/nothing-0123.js", 404, elsewhere],
  ["an API success", "/admin/v1/session", 200, api],
  ["an API success of an app", "/admin/v1/apps/my-app/users", 200, api],
  ["an API error", "/admin/v1/apps/nothing", 401, api],
  ["an API error of an app", "/admin/v1/apps/my-app/users/nobody", 404, api],
  ["a role too small", "/admin/v1/administrators", 403, api],
  ["the live stream", "/admin/v1/apps/my-app/live", 200, api],
  ["an unknown call", "/admin/v1/nothing", 404, api],
  ["the API's root", "/admin/v1", 404, api],
  ["an unknown path", "/nothing", 404, elsewhere],
];

describe.each([false, true])("over https: %s", (secured) => {
  it.each(kinds)("%s", async (_kind, path, status, headers) => {
    const answer = await ask(server, secured, path, { cookie: cookies });
    expect(answer.status, answer.text).toBe(status);
    const strict = secured && headers === page ? hsts : {};
    expect(safety(answer)).toEqual({ ...headers, ...strict });
  });

  it.skipIf(!hashed)("a hashed file", async () => {
    const answer = await ask(server, secured, hashed![0]);
    expect(answer.status).toBe(200);
    expect(safety(answer)).toEqual({ ...asset, ...(secured && hsts) });
  });

  it("signed out", async () => {
    const answer = await ask(server, secured, "/admin/v1/session");
    expect(answer.status).toBe(401);
    expect(safety(answer)).toEqual(api);
  });

  it("no HSTS in development, because it would apply to all of localhost", async () => {
    for (const path of ["/", "/dashboard", "/admin/v1/session"]) {
      const { headers } = await ask(dev, secured, path);
      expect(headers, path).not.toHaveProperty("strict-transport-security");
    }
  });
});
