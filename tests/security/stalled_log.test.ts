/**
 * Ledger 35: the server keeps working if its log is not read or cannot be written: a reader that stops
 * reading or exits, a full disk, a closed standard error.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { sendHttp } from "../support/http";
import { parleydPath, temporaryDirectory } from "../support/parleyd";

/** Each request logs about 200 bytes. Together they exceed the queue and the pipe buffer. */
const tooMany = 25_000;

interface Addresses {
  url: string;
  adminUrl: string;
}

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** Starts `parleyd` with shell redirections such as `2>&-`, and pipes for the other streams. */
function start(dataDir: string, redirections = "", command = "serve"): ChildProcess {
  const any = "127.0.0.1:0";
  const ports = `--listen ${any} --tls-listen ${any} --admin-listen ${any}`;
  const flags = `--access-log --log-format json ${ports}`;
  const line = `exec ${parleydPath()} ${command} --data-dir ${dataDir} ${flags} ${redirections}`;
  const child = spawn("sh", ["-c", line], { stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  return child;
}

async function addressesOf(dataDir: string, child: ChildProcess): Promise<Addresses> {
  const file = join(dataDir, "run.json");
  await expect.poll(() => existsSync(file), { timeout: 15_000 }).toBe(true);
  const addresses = JSON.parse(readFileSync(file, "utf8")) as Addresses & { pid: number };
  expect(addresses.pid).toBe(child.pid);
  return addresses;
}

async function statusOf(origin: string, path: string): Promise<number> {
  return (await sendHttp(origin, { method: "GET", path })).status;
}

/** Sends requests that are answered and logged. */
async function request(url: string, count: number): Promise<void> {
  const ask = async (share: number) => {
    for (let i = 0; i < share; i++) {
      expect(await statusOf(url, `/v3/nothing-at-this-path/${"x".repeat(40)}`)).toBe(404);
    }
  };
  await Promise.all(Array.from({ length: 32 }, () => ask(Math.ceil(count / 32))));
}

async function droppedLines(adminUrl: string): Promise<number> {
  const { text } = await sendHttp(adminUrl, { method: "GET", path: "/metrics" });
  return Number(/^parley_log_lines_dropped_total (\S+)$/m.exec(text)?.[1]);
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => child.once("exit", (code) => done(code)));

describe("a reader that stops reading", () => {
  it("does not block the server, and sees afterwards how many lines were dropped", async () => {
    const dataDir = temporaryDirectory();
    const child = start(dataDir); // child.stderr is not read yet.
    const { url, adminUrl } = await addressesOf(dataDir, child);
    await request(url, tooMany);
    expect(await statusOf(adminUrl, "/healthz")).toBe(200);
    expect(await statusOf(adminUrl, "/readyz")).toBe(200);
    const dropped = await droppedLines(adminUrl);
    expect(dropped).toBeGreaterThan(0);

    let log = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (log += text));
    await expect.poll(() => log, { timeout: 10_000 }).toContain('"event":"log.dropped"');
    const lines = log.trimEnd().split("\n");
    const events = lines.map((line) => JSON.parse(line) as { event: string; count: number });
    const reports = events.filter(({ event }) => event === "log.dropped");
    expect(reports.map(({ count }) => count)).toEqual([dropped]);
    const requests = events.filter(({ event }) => event === "request").length;
    expect(requests + dropped).toBeGreaterThanOrEqual(tooMany);

    // From then on, no line is missing.
    await request(url, 1);
    await expect.poll(() => log.split('"event":"request"').length - 1).toBe(requests + 32);
    expect(await droppedLines(adminUrl)).toBe(dropped);
    const exit = exitOf(child);
    child.kill("SIGTERM");
    expect(await exit).toBe(0);
    await expect.poll(() => log).toContain('"event":"stopped"');
  }, 60_000);

  it("does not prevent the server from stopping", async () => {
    const dataDir = temporaryDirectory();
    const child = start(dataDir);
    const { url } = await addressesOf(dataDir, child);
    await request(url, 2_000);
    const exit = exitOf(child);
    const since = Date.now();
    child.kill("SIGTERM");
    expect(await exit).toBe(0);
    expect(Date.now() - since).toBeLessThan(10_000);
  }, 30_000);

  it.each(["serve", "dev"])(
    "does not prevent `%s` from starting or from failing to start",
    async (command) => {
      const [reader, writer] = await fullPipe();
      const dataDir = temporaryDirectory();
      const any = ["--listen", "--tls-listen", "--admin-listen"].flatMap((flag) => [
        flag,
        "127.0.0.1:0",
      ]);
      const run = (...more: string[]) => {
        const args = [command, "--data-dir", dataDir, ...any, ...more];
        const child = spawn(parleydPath(), args, { stdio: ["ignore", writer, writer] });
        children.push(child);
        return child;
      };
      const server = run();
      const { url } = await addressesOf(dataDir, server);
      expect(await statusOf(url, "/v3/me")).toBe(400);
      expect(await exitOf(run())).toBe(75); // The directory is in use.
      const exit = exitOf(server);
      server.kill("SIGTERM");
      expect(await exit).toBe(0);
      reader.kill("SIGKILL");
      closeSync(writer);
    },
    30_000,
  );
});

/** A full pipe, and the sleeping process that holds its other end. */
async function fullPipe(): Promise<[reader: ChildProcess, writer: number]> {
  const fifo = join(temporaryDirectory(), "fifo");
  const script = `mkfifo ${fifo} && exec sleep 60 < ${fifo}`;
  const reader = spawn("sh", ["-c", script], { stdio: "ignore" });
  children.push(reader);
  await expect.poll(() => existsSync(fifo)).toBe(true);
  const writer = openSync(fifo, "w");
  const filler = spawn("sh", ["-c", "exec head -c 1000000 /dev/zero"], {
    stdio: ["ignore", writer, "ignore"],
  });
  children.push(filler);
  await expect
    .poll(() => readFileSync(`/proc/${filler.pid}/wchan`, "utf8"), { timeout: 10_000 })
    .toMatch(/pipe/);
  return [reader, writer];
}

describe("a log that cannot be written", () => {
  it.each([
    ["a full disk", "2>/dev/full"],
    ["a closed standard error", "2>&-"],
    ["no open streams", "<&- >&- 2>&-"],
    ["a full disk for everything", ">/dev/full 2>&1"],
  ])(
    "%s does not affect the server",
    async (_name, redirections) => {
      for (const command of ["serve", "dev"]) {
        const dataDir = temporaryDirectory();
        const child = start(dataDir, redirections, command);
        const { url, adminUrl } = await addressesOf(dataDir, child);
        await request(url, 64);
        expect(await statusOf(adminUrl, "/readyz")).toBe(200);
        const dropped = await droppedLines(adminUrl);
        if (redirections.includes("/dev/full")) expect(dropped).toBeGreaterThan(0);
        else expect(dropped).toBe(0); // /dev/null accepts everything.
        const exit = exitOf(child);
        child.kill("SIGTERM");
        expect(await exit).toBe(0);
        // No log line was written to a file that reused a closed descriptor.
        const files = readdirSync(dataDir, { withFileTypes: true });
        for (const { name } of files.filter((file) => file.isFile())) {
          expect(readFileSync(join(dataDir, name)).includes('"event":'), name).toBe(false);
        }
      }
    },
    30_000,
  );

  it("a reader that exits does not affect the server", async () => {
    const dataDir = temporaryDirectory();
    const child = start(dataDir);
    const { url, adminUrl } = await addressesOf(dataDir, child);
    child.stderr?.destroy();
    child.stdout?.destroy();
    await request(url, 64);
    expect(await statusOf(adminUrl, "/healthz")).toBe(200);
    await expect.poll(() => droppedLines(adminUrl)).toBeGreaterThan(0);
    const exit = exitOf(child);
    child.kill("SIGTERM");
    expect(await exit).toBe(0);
  }, 30_000);
});
