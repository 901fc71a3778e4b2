/** Limits of the system on threads and on the size of files. Each start ends by itself or serves. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { Client, freshUid } from "../support/client";
import { parleydPath, startServe, temporaryDirectory } from "../support/parleyd";
import { restartsAfter } from "../support/systemd_unit";

const isSanitized = process.env["PARLEY_SANITIZED"] !== undefined;
const patience = 10_000;

/** Starts a server and stops it as soon as it serves. */
async function start(prefix: string[], dataDir: string) {
  const ports = ["--listen", "127.0.0.1:0", "--admin-listen", "off", "--threads", "2"];
  const [command, ...args] = [...prefix, parleydPath(), "serve", "--data-dir", dataDir, ...ports];
  const child = spawn(command!, args, { stdio: ["ignore", "ignore", "pipe"] });
  const killed = setTimeout(() => child.kill("SIGKILL"), patience);
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    const served = log.includes("started");
    log += text;
    if (!served && log.includes("started")) child.kill("SIGTERM");
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((done) =>
    child.once("close", (...exit) => done(exit)),
  );
  clearTimeout(killed);
  return { code, signal, log };
}

const otherUser = ["--reuid=64999", "--regid=64999", "--clear-groups"];

/** The limit counts the threads of a user, and does not apply to root. */
function canRunAsOtherUser(): boolean {
  if (process.getuid?.() !== 0) return false;
  return spawnSync("setpriv", [...otherUser, parleydPath(), "version"]).status === 0;
}

// Sanitizers start threads themselves.
const canLimitThreads = !isSanitized && canRunAsOtherUser();
describe.skipIf(!canLimitThreads)("a limit on threads", () => {
  it("ends a start that needs more, whichever thread is refused", async () => {
    const parent = mkdtempSync(join(tmpdir(), "parley-limits-"));
    chmodSync(parent, 0o777);
    onTestFinished(() => rmSync(parent, { recursive: true }));
    const outcomes = new Set<number | null>();
    for (let most = 1; most <= 24; ++most) {
      const limited = ["setpriv", ...otherUser, "prlimit", `--nproc=${most}`];
      const { code, signal, log } = await start(limited, join(parent, `limit-${most}`));
      outcomes.add(code);
      expect({ most, signal, log: code === 0 ? "" : log }).toEqual({
        ...{ most, signal: null },
        log: code === 0 ? "" : expect.stringContaining("refuses to start another thread"),
      });
      if (code !== 0) expect(restartsAfter(code ?? -1), "by systemd").toBe(true);
    }
    expect([...outcomes].sort()).toEqual([0, 75]);
  }, 120_000);
});

describe("a limit on the size of files", () => {
  it("refuses a start for now", async () => {
    const { code, signal, log } = await start(["prlimit", "--fsize=1000"], temporaryDirectory());
    expect({ code, signal }).toEqual({ code: 75, signal: null });
    expect(log).toMatch(/^parleyd: .*\n$/);
  });

  describe("of a running server", async () => {
    const server = await startServe();
    afterAll(() => server.stop());
    const { apiKey } = await server.createApp("small");
    const admin = new Client(server.url, { apikey: apiKey });
    const create = () =>
      admin.post("/v3/users", { uid: freshUid(), name: "A", metadata: { a: "x".repeat(3000) } });

    it("refuses changes until the limit is raised", async () => {
      const limit = (bytes: number | "unlimited") =>
        execFileSync("prlimit", ["--pid", String(server.pid), `--fsize=${bytes}:unlimited`]);
      limit(300_000);
      let last = await create();
      for (let i = 0; i < 200 && last.status === 200; ++i) last = await create();
      expect(last.outcome).toBe("503 ERR_SERVICE_UNAVAILABLE");
      expect((await admin.get("/v3/users")).status).toBe(200);
      limit("unlimited");
      await expect.poll(async () => (await create()).status).toBe(200);
    });
  });
});
