/** The cookie that a sign-in sets: its attributes, and where it is not set at all */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import {
  createAdministrator,
  sessionOf,
  signIn,
  signInByLink,
  tokenOf,
} from "../../support/administrators";
import { Client, type Answer } from "../../support/client";
import { startServe } from "../../support/parleyd";

const server = await startServe();
afterAll(() => server.stop());
const anyone = new Client(server.url);
const ca = readFileSync(join(server.dataDir, "tls/localhost.crt"), "utf8");
const securely = new Client(server.tlsUrl, {}, { ca });
const ada = await createAdministrator(server, "developer", "generate");

const attributes = ({ headers }: Answer): string[] => {
  expect(headers["set-cookie"]).toHaveLength(1);
  const [pair = "", ...rest] = headers["set-cookie"]![0]!.split("; ");
  return [pair.replace(/=[0-9A-Za-z_-]{30,}$/, "=TOKEN"), ...rest.sort()];
};
const common = ["HttpOnly", "Max-Age=43200", "Path=/", "SameSite=Strict"];

it("is limited to this host, hidden from scripts, and not sent by other sites", async () => {
  const plain = await signIn(anyone, ada.email, ada.password);
  expect(attributes(plain)).toEqual(["parley_admin=TOKEN", ...common]);
  const secure = await signIn(securely, ada.email, ada.password);
  expect(attributes(secure)).toEqual(["__Host-parley_admin=TOKEN", ...common, "Secure"]);
});

it("is valid only on the kind of connection it was set on", async () => {
  const { api, cookie } = sessionOf(
    server.tlsUrl,
    await signIn(securely, ada.email, ada.password),
    { ca },
  );
  expect((await api.get("/admin/v1/session")).status).toBe(200);
  const plainName = cookie.replace("__Host-", "");
  for (const [client, name] of [
    [anyone, cookie],
    [securely, plainName],
  ] as const) {
    const { error } = await client.get("/admin/v1/session", { cookie: name });
    expect(error.code).toBe("AUTH_ERR_ADMIN_SESSION_NOT_FOUND");
  }
});

it.each(["chat.example.com", "192.0.2.7", "localhost.example.com"])(
  "is not set over plain http at %s",
  async (host) => {
    const elsewhere = anyone.with({ host });
    const { link } = await createAdministrator(server, "viewer", "link");
    for (const answer of [
      await signIn(elsewhere, ada.email, ada.password),
      await signInByLink(elsewhere, tokenOf(link)),
    ]) {
      expect(answer.outcome).toBe("403 AUTH_ERR_INSECURE_SIGN_IN");
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
    expect((await signInByLink(anyone, tokenOf(link))).outcome).toBe("200");
  },
);

it.each(["localhost", "LOCALHOST:8080", "parley.localhost", "[::1]:8080", "127.0.0.1"])(
  "is set over plain http at %s",
  async (host) => {
    expect((await signIn(anyone.with({ host }), ada.email, ada.password)).outcome).toBe("200");
  },
);
