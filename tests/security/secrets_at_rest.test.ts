/** Ledger 3 and 23: complete secrets are shown once; neither files nor the log contain them. */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  createAdministrator,
  sessionOf,
  signIn,
  signInByLink,
  tokenOf,
} from "../support/administrators";
import { Client, createUser, logIn } from "../support/client";
import { startServe } from "../support/parleyd";
import type { ApiKey, CreatedUser, Me, NewApp, SignInLink } from "../support/types";

const server = await startServe({ flags: ["--log-level", "debug", "--access-log"] });
afterAll(() => server.stop());
const app = await server.createApp("secretive");
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: app.apiKey });

/** Creates and uses every kind of secret of the API, and returns them. */
async function ordinaryDay(): Promise<string[]> {
  const { uid } = await createUser(admin);
  const login = await logIn(admin, uid);
  const me = anyone.with({ authToken: login.authToken });
  const session = (await me.put<Me>("/v3/me", { platform: "web" })).data;
  const born = await admin.post<CreatedUser>("/v3/users", {
    uid: "born",
    name: "B",
    withAuthToken: true,
  });
  const key = (await admin.post<ApiKey>("/v3/apikeys", { name: "K", scope: "fullAccess" })).data;
  const ended = await logIn(admin, uid);
  const tokens = `/v3/users/${uid}/auth_tokens`;
  await anyone.with({ apikey: key.apiKey }).get(`${tokens}/${login.authToken}`);
  await admin.get(`/v3/apikeys/${key.apiKey}`);
  await admin.delete(`${tokens}/${ended.authToken}`);
  await admin.delete(`/v3/apikeys/${key.apiKey}`);
  await admin.post("/v3/introspect", { authToken: login.authToken });
  await me.get(`/v3/users?authToken=${login.authToken}`);
  await anyone.get("/v3/me", { authToken: `${login.authToken}x` });
  await anyone.get("/v3/me", { authorization: `Bearer ${ended.authToken}` });
  await anyone.get("/v3/users", { apikey: key.apiKey });
  await admin.get(`/v3/${login.authToken}/nowhere/${app.apiKey}`);
  await admin.post("/v3/users", `{"uid": "${login.authToken}", broken`);
  const issued = [login, ended, session, born.data].map(({ authToken }) => authToken ?? "");
  return [...issued, key.apiKey, app.apiKey, app.authKey, session.jwt];
}

/** The same for administrators, including their passwords. */
async function dayOfAdministrators(): Promise<string[]> {
  const link = tokenOf((await createAdministrator(server, "owner", "link")).link);
  const owner = sessionOf(server.url, await signInByLink(anyone, link));
  const ada = await createAdministrator(server, "viewer", "generate");
  const hers = sessionOf(server.url, await signIn(anyone, ada.email, ada.password));
  const [guessed, chosen] = ["a password guessed", "a password chosen"];
  await signIn(anyone, ada.email, guessed);
  await hers.api.put("/admin/v1/password", { currentPassword: guessed, password: chosen });
  await hers.api.put("/admin/v1/password", { currentPassword: ada.password, password: chosen });
  const path = `/admin/v1/administrators/${ada.id}/link`;
  const made = (await owner.api.post<SignInLink>(path)).data.link;
  const reset = await server.cli<{ link: string }>("admin", "reset-password", ada.email, "--link");
  await signInByLink(anyone, tokenOf(reset.link));
  const its = (await owner.api.post<NewApp>("/admin/v1/apps", { name: "N" })).data;
  await hers.api.get("/admin/v1/session");
  await owner.api.get(`/admin/v1/session?csrfToken=${owner.csrfToken}`);
  await owner.api.post("/admin/v1/sign_in", `{"email": "${ada.email}", "password": "${chosen}"`);
  await anyone.get("/admin/v1/apps", { cookie: `${owner.cookie}x`, "x-csrf-token": chosen });
  const tokens = [owner, hers].flatMap(({ cookie, csrfToken }) => [
    cookie.split("=")[1]!,
    csrfToken,
  ]);
  const passwords = [ada.password, guessed, chosen];
  return [...tokens, ...passwords, link, made, tokenOf(reset.link), its.apiKey, its.authKey];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
    .filter((path) => statSync(path).isFile());
}

/** The random part of a token, which must not appear anywhere, even without its uid. */
const telling = (secret: string): string => secret.slice(-34);

const secrets = [...(await ordinaryDay()), ...(await dayOfAdministrators())];

describe("secrets", () => {
  it("are in no file of the data directory after the server was killed", async () => {
    await server.kill();
    const files = filesBelow(server.dataDir);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const bytes = readFileSync(file);
      for (const secret of secrets) {
        expect(bytes.includes(telling(secret)), `${telling(secret)} in ${file}`).toBe(false);
        const isHex = /^[0-9a-f]{40}$/.test(secret);
        if (isHex) expect(bytes.includes(Buffer.from(secret, "hex")), file).toBe(false);
      }
    }
  });

  it("are not in the audit log, which is in those files", () => {
    const stored = Buffer.concat(filesBelow(server.dataDir).map((file) => readFileSync(file)));
    for (const action of ["auth_token.created", "auth_token.deleted", "api_key.deleted"]) {
      expect(stored.includes(action), action).toBe(true);
    }
  });

  it("are not in the log, which does contain the calls", async () => {
    await expect.poll(() => server.log).toContain("/auth_tokens");
    await expect.poll(() => server.log).toContain("/admin/v1/sign_in");
    for (const secret of secrets) expect(server.log).not.toContain(telling(secret));
  });

  it("are in files that no other account on the machine can read", () => {
    for (const file of filesBelow(server.dataDir)) {
      if (file.endsWith(".crt")) continue;
      expect((statSync(file).mode & 0o077).toString(8), file).toBe("0");
    }
  });
});
