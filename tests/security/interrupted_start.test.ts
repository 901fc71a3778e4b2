/** Ledger 25: after a first start that is interrupted at any moment, the next start works. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Client } from "../support/client";
import { parleydPath, startDev, startServe, temporaryDirectory } from "../support/parleyd";

const kills = Number(process.env["PARLEY_KILLS"] ?? 30);
/** The last kills happen when a start is usually complete. */
const longestStartMs = 240;

async function killAfter(dataDir: string, milliseconds: number): Promise<void> {
  const any = ["--listen", "127.0.0.1:0", "--tls-listen", "127.0.0.1:0", "--admin-listen", "off"];
  const child = spawn(parleydPath(), ["dev", "--data-dir", dataDir, ...any], { stdio: "ignore" });
  const exited = new Promise((done) => child.once("exit", done));
  await new Promise((wait) => setTimeout(wait, milliseconds));
  child.kill("SIGKILL");
  await exited;
}

it(
  `starts after each of ${kills} kills during a first start`,
  async () => {
    for (let kill = 0; kill < kills; kill++) {
      const dataDir = temporaryDirectory();
      await killAfter(dataDir, (longestStartMs * kill) / kills);
      const key = join(dataDir, "jwt.pem");
      if (existsSync(key))
        expect(readFileSync(key, "utf8")).toMatch(/-----END PRIVATE KEY-----\n$/);
      const server = await startDev({ dataDir });
      const { apiKey } = server.credentials;
      const api = new Client(server.url, { apikey: apiKey });
      const made = await api.post<{ authToken: string }>(
        "/v3/users/cometchat-uid-1/auth_tokens",
        {},
      );
      expect(made.status).toBe(200);
      const me = new Client(server.url, { authToken: made.data.authToken });
      const session = await me.put("/v3/me", { platform: "web" });
      expect(session.status).toBe(200);
      expect(statSync(key).mode & 0o777).toBe(0o600);
      expect(await server.stop()).toBe(0);
    }
  },
  30_000 + kills * 2_000,
);

it("creates a new key if an older version left an empty file", async () => {
  const dataDir = temporaryDirectory();
  writeFileSync(join(dataDir, "jwt.pem"), "");
  const server = await startServe({ dataDir });
  await expect.poll(() => server.log).toContain('"event":"signing_key_was_empty"');
  expect(readFileSync(join(dataDir, "jwt.pem"), "utf8")).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  await server.stop();
  const again = await startServe({ dataDir });
  expect(again.log).not.toContain("signing_key_was_empty");
  await again.stop();
});

it("does not replace a key that it cannot read", async () => {
  const dataDir = temporaryDirectory();
  await (await startServe({ dataDir })).stop();
  const damaged = "-----BEGIN PRIVATE KEY-----\nMC4CAQ";
  writeFileSync(join(dataDir, "jwt.pem"), damaged);
  await expect(startServe({ dataDir })).rejects.toThrow(/jwt\.pem is damaged; restore it/);
  expect(readFileSync(join(dataDir, "jwt.pem"), "utf8")).toBe(damaged);
});
