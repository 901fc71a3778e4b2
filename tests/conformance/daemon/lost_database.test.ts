/** A database that is deleted while a server runs: no change that would be lost is acknowledged. */
import { rmSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Client, createUser } from "../../support/client";
import { sendHttp } from "../../support/http";
import { startServe, temporaryDirectory } from "../../support/parleyd";
import { run } from "../../support/run";

it.each(["parley.db", "parley.db-wal"])("refuses changes after %s is deleted", async (file) => {
  const dataDir = temporaryDirectory();
  const server = await startServe({ dataDir });
  const app = await server.createApp("lost");
  const admin = new Client(server.url, { apikey: app.apiKey });
  const { uid } = await createUser(admin);
  rmSync(join(dataDir, file));

  for (let i = 0; i < 2; ++i) {
    const refused = await admin.post("/v3/users", { uid: `lost-${i}`, name: "Lost" });
    expect(refused.status).toBe(503);
  }
  expect((await sendHttp(server.adminUrl, { method: "GET", path: "/readyz" })).status).toBe(503);
  await expect.poll(() => server.log).toContain("store.files_lost");
  expect((await admin.get(`/v3/users/${uid}`)).status).toBe(200);
  await server.stop();
});

it("is not ready after parley.db is truncated", async () => {
  const dataDir = temporaryDirectory();
  const server = await startServe({ dataDir });
  const app = await server.createApp("lost");
  const file = join(dataDir, "parley.db");
  const ready = async () =>
    (await sendHttp(server.adminUrl, { method: "GET", path: "/readyz" })).status;
  expect(await ready()).toBe(200);
  truncateSync(file, statSync(file).size / 2);
  expect(await ready()).toBe(503);
  await expect.poll(() => server.log).toMatch(/not_ready.*was truncated/);
  const admin = new Client(server.url, { apikey: app.apiKey });
  expect((await admin.post("/v3/users", { uid: "lost", name: "Lost" })).status).toBe(503);
  await server.stop();
});

it("does not start with an empty store after that", async () => {
  const dataDir = temporaryDirectory();
  const server = await startServe({ dataDir });
  rmSync(join(dataDir, "parley.db"));
  await server.stop();
  const { code, stderr } = await run(["serve", "--data-dir", dataDir, "--admin-listen", "off"]);
  expect(stderr).toMatch(/parley\.db: it is missing, but .*shows that it had data/);
  expect(code).toBe(2);
});
