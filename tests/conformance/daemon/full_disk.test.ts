/** A full disk: a small tmpfs, which only root can mount. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Client, createUser } from "../../support/client";
import { sendHttp } from "../../support/http";
import { startServe, temporaryDirectory } from "../../support/parleyd";
import { run } from "../../support/run";
import { restartsAfter } from "../../support/systemd_unit";

const disk = temporaryDirectory();
const dataDir = join(disk, "data");
const filler = join(disk, "filler");

const mounted = (() => {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", disk], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** Uses up all free space. */
function fill(): void {
  for (const size of [1 << 20, 1 << 12]) {
    for (let i = 0; ; ++i) {
      try {
        writeFileSync(join(filler, `${size}-${i}`), Buffer.alloc(size));
      } catch {
        break;
      }
    }
  }
}

function free(): void {
  rmSync(filler, { recursive: true });
  mkdirSync(filler);
}

describe.skipIf(!mounted)("a full disk", () => {
  beforeAll(() => mkdirSync(filler));
  afterAll(() => execFileSync("umount", ["--lazy", disk]));

  it("makes a start fail with an exit code for a retry, and leaves nothing that blocks the next start", async () => {
    mkdirSync(dataDir);
    fill();
    const flags = ["--data-dir", dataDir, "--listen", "127.0.0.1:0", "--admin-listen", "off"];
    const { code, stderr } = await run(["serve", ...flags]);
    expect(stderr).toMatch(/^parleyd: Cannot open the store [^\n]+full[^\n]*\n$/);
    expect(code).toBe(75);
    expect(restartsAfter(code), "by systemd").toBe(true);
    expect(existsSync(join(dataDir, "parley.db"))).toBe(false);
    free();
  });

  it("is reported by /readyz, which recovers by itself, while reads work", async () => {
    const server = await startServe({ dataDir });
    const app = await server.createApp("full");
    const admin = new Client(server.url, { apikey: app.apiKey });
    const { uid } = await createUser(admin);
    const ready = async () =>
      (await sendHttp(server.adminUrl, { method: "GET", path: "/readyz" })).status;
    expect(await ready()).toBe(200);

    fill();
    // Writes that fit into the allocated space of the WAL still succeed.
    const metadata = { text: "x".repeat(3000) };
    await expect
      .poll(
        async () =>
          (await admin.post("/v3/users", { uid: crypto.randomUUID(), name: "N", metadata })).status,
        {
          timeout: 20_000,
          interval: 1,
        },
      )
      .toBe(503);
    expect(await ready()).toBe(503);
    const seen = server.log.length;
    for (let i = 0; i < 50; ++i) {
      const body = { uid: crypto.randomUUID(), name: "N", metadata };
      expect((await admin.post("/v3/users", body)).status).toBe(503);
    }
    // One line per minute, plus those of the audit log or the feed.
    expect(server.log.slice(seen).split("\n").length).toBeLessThan(5);
    const create = ["app", "create", "--id", "late", "--name", "Late", "--data-dir", dataDir];
    expect(await run(create)).toEqual({
      code: 75,
      stdout: "",
      stderr: expect.stringMatching(
        /^parleyd: this cannot be done now: [^\n]*full\nhint: [^\n]+\n$/,
      ) as string,
    });
    expect((await admin.get(`/v3/users/${uid}`)).status).toBe(200);
    expect((await admin.get("/v3/users")).status).toBe(200);

    free();
    expect(await ready()).toBe(200);
    await createUser(admin);
    expect(await server.stop()).toBe(0);
  });

  it("makes a command fail with the same exit code without a server", async () => {
    fill();
    const create = ["app", "create", "--id", "late", "--name", "x".repeat(50)];
    const { code, stderr } = await run([...create, "--data-dir", dataDir]);
    expect(stderr).toMatch(/full|disk I\/O error|No space left on device/);
    expect(stderr).not.toMatch(/Retry-After|header/);
    expect(code).toBe(75);
    free();
  });
});
