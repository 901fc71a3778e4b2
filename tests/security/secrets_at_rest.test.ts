/** Ledger 3 and 23: full values are shown once; neither files nor the log ever hold them. */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, logIn } from "../support/client";
import { startServe } from "../support/parleyd";
import type { ApiKey, Me, User } from "../support/types";

const server = await startServe({ flags: ["--log-level", "debug", "--access-log"] });
afterAll(() => server.stop());
const app = await server.createApp("secretive");
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: app.apiKey });

/** Every secret that the calls of an ordinary day hand out, and uses of each. */
async function ordinaryDay(): Promise<string[]> {
  const { uid } = await createUser(admin);
  const login = await logIn(admin, uid);
  const me = anyone.with({ authToken: login.authToken });
  const session = (await me.put<Me>("/v3/me", { platform: "web" })).data;
  const born = await admin.post<User>("/v3/users", { uid: "born", name: "B", withAuthToken: true });
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

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
    .filter((path) => statSync(path).isFile());
}

/** A token is as good without its uid: its random part must not stand anywhere either. */
const telling = (secret: string): string => secret.slice(-34);

const secrets = await ordinaryDay();

describe("secrets", () => {
  it("are in no file of the data directory, while it runs and after it was killed", async () => {
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

  it("are not in the log, which does tell of the calls", () => {
    expect(server.log).toContain("/auth_tokens");
    for (const secret of secrets) expect(server.log).not.toContain(telling(secret));
  });

  it("make files that nobody else on the machine can read", () => {
    for (const file of filesBelow(server.dataDir)) {
      if (file.endsWith(".crt")) continue;
      expect((statSync(file).mode & 0o077).toString(8), file).toBe("0");
    }
  });
});
