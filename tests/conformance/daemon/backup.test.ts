/**
 * Ledger 28: deploy/backup.sh and deploy/restore.sh, which contain the commands of
 * docs/operate/backup.md, under load.
 */
import { execFile } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { Client, createUser, logIn } from "../../support/client";
import { parleydPath, startServe, temporaryDirectory } from "../../support/parleyd";

const script = (name: string) => fileURLToPath(new URL(`../../../deploy/${name}`, import.meta.url));
const run = promisify(execFile);
const modeOf = (path: string) => statSync(path).mode & 0o777;

it("copies a database that is being written, and the copy works", async () => {
  const server = await startServe();
  const app = await server.createApp("my-app");
  const api = new Client(server.url, { apikey: app.apiKey });
  const { uid } = await createUser(api);
  const { authToken } = await logIn(new Client(server.url, { apikey: app.authKey }), uid);
  const jwksPath = "/.well-known/jwks.json";
  const keys = (await new Client(server.url).get(jwksPath)).text;

  const acknowledged: string[] = [];
  let isOver = false;
  const write = async (writer: number) => {
    for (let i = 0; !isOver; i++) {
      const user = { uid: `w${writer}-${i}`, name: "Load", statusMessage: "x".repeat(200) };
      expect((await api.post("/v3/users", user)).status).toBe(200);
      acknowledged.push(user.uid);
    }
  };
  const load = Promise.all([0, 1, 2, 3].map(write));
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(200);

  const backups = join(temporaryDirectory(), "Ann's backups");
  mkdirSync(backups, { mode: 0o755 });
  const before = [...acknowledged];
  const { stdout } = await run(script("backup.sh"), [server.dataDir, backups], { timeout: 20_000 });
  const during = acknowledged.length - before.length;
  isOver = true;
  await load;
  expect(during).toBeGreaterThan(5);
  await server.stop();

  const copy = stdout.trim();
  expect(readdirSync(backups).map((name) => join(backups, name))).toEqual([copy]);
  expect(modeOf(copy)).toBe(0o700);
  for (const file of ["parley.db", "jwt.pem"]) expect(modeOf(join(copy, file)), file).toBe(0o600);

  const dataDir = join(temporaryDirectory(), "restored");
  await run(script("restore.sh"), [copy, dataDir]);
  const restored = await startServe({ dataDir });
  expect((await new Client(restored.url).get(jwksPath)).text).toBe(keys);
  const me = await new Client(restored.url, { authToken }).get("/v3/me");
  expect(me.data).toMatchObject({ uid });
  const again = new Client(restored.url, { apikey: app.apiKey });
  for (const written of [...before.slice(0, 20), ...before.slice(-20)]) {
    expect((await again.get(`/v3/users/${written}`)).status, written).toBe(200);
  }
  await restored.stop();
}, 60_000);

it("is refused next to the WAL of the database it replaces, which would undo the restore", async () => {
  const dataDir = temporaryDirectory();
  const server = await startServe({ dataDir });
  const app = await server.createApp("my-app");
  const api = new Client(server.url, { apikey: app.apiKey });
  await createUser(api, { uid: "before" });
  const backups = temporaryDirectory();
  const { stdout } = await run(script("backup.sh"), [dataDir, backups], { timeout: 20_000 });
  await createUser(api, { uid: "after" });
  await server.kill();
  const log = join(dataDir, "parley.db-wal");
  expect(statSync(log).size).toBeGreaterThan(0);

  copyFileSync(join(stdout.trim(), "parley.db"), join(dataDir, "parley.db"));
  await expect(startServe({ dataDir })).rejects.toThrow(
    /parley\.db: it is a copy.*parley\.db-wal belongs to the database that was there before/,
  );
  const command = ["app", "list", "--data-dir", dataDir];
  await expect(run(parleydPath(), command)).rejects.toThrow(/it is a copy/);

  for (const suffix of ["-wal", "-shm"])
    rmSync(join(dataDir, `parley.db${suffix}`), { force: true });
  const restored = await startServe({ dataDir });
  const again = new Client(restored.url, { apikey: app.apiKey });
  expect((await again.get("/v3/users/before")).status).toBe(200);
  expect((await again.get("/v3/users/after")).status).toBe(404);
  // A database whose server was killed is not mistaken for a copy.
  await createUser(again, { uid: "later" });
  await restored.kill();
  const recovered = await startServe({ dataDir });
  const last = new Client(recovered.url, { apikey: app.apiKey });
  expect((await last.get("/v3/users/later")).status).toBe(200);
  await recovered.stop();
}, 60_000);

it("is recognized when it is a copy of the whole directory, with its mark", async () => {
  const dataDir = temporaryDirectory();
  const copy = join(temporaryDirectory(), "copy");
  let server = await startServe({ dataDir });
  const app = await server.createApp("my-app");
  const write = (uid: string) =>
    createUser(new Client(server.url, { apikey: app.apiKey }), { uid });
  await write("before");
  await server.stop();
  cpSync(dataDir, copy, { recursive: true });

  server = await startServe({ dataDir });
  await write("after");
  await server.stop();
  server = await startServe({ dataDir });
  await write("last");
  await server.kill();
  expect(statSync(join(dataDir, "parley.db-wal")).size).toBeGreaterThan(0);
  cpSync(copy, dataDir, { recursive: true });
  await expect(startServe({ dataDir })).rejects.toThrow(/parley\.db: it is a copy/);

  for (const suffix of ["-wal", "-shm"])
    rmSync(join(dataDir, `parley.db${suffix}`), { force: true });
  server = await startServe({ dataDir });
  const restored = new Client(server.url, { apikey: app.apiKey });
  expect((await restored.get("/v3/users/before")).status).toBe(200);
  expect((await restored.get("/v3/users/last")).status).toBe(404);
  await server.stop();
}, 60_000);

it("is recognized however it was made", async () => {
  const dataDir = temporaryDirectory();
  const copy = join(temporaryDirectory(), "parley.db");
  let server = await startServe({ dataDir });
  const app = await server.createApp("my-app");
  const write = (uid: string) =>
    createUser(new Client(server.url, { apikey: app.apiKey }), { uid });
  await write("before");
  await server.stop();
  copyFileSync(join(dataDir, "parley.db"), copy);

  server = await startServe({ dataDir });
  await write("after");
  await server.kill();
  copyFileSync(join(dataDir, "parley.db"), `${copy}.newer`);
  copyFileSync(copy, join(dataDir, "parley.db"));
  await expect(startServe({ dataDir })).rejects.toThrow(/parley\.db: it is a copy/);

  // The recovery that the message suggests.
  copyFileSync(`${copy}.newer`, join(dataDir, "parley.db"));
  server = await startServe({ dataDir });
  const api = new Client(server.url, { apikey: app.apiKey });
  expect((await api.get("/v3/users/after")).status).toBe(200);
  await server.stop();
}, 60_000);

it("leaves nothing behind when it fails", async () => {
  const backups = temporaryDirectory();
  await expect(run(script("backup.sh"), [temporaryDirectory(), backups])).rejects.toThrow();
  expect(readdirSync(backups)).toEqual([]);
});

it("does not create the directory for the copies, whose disk may not be mounted", async () => {
  const backups = join(temporaryDirectory(), "backups");
  const failed = run(script("backup.sh"), [temporaryDirectory(), backups]);
  await expect(failed).rejects.toThrow("No such file or directory");
  expect(existsSync(backups)).toBe(false);
});

it("restores nothing from an empty directory", async () => {
  const dataDir = temporaryDirectory();
  await expect(run(script("restore.sh"), [temporaryDirectory(), dataDir])).rejects.toThrow();
  expect(existsSync(join(dataDir, "parley.db"))).toBe(false);
});
