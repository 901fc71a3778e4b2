/**
 * A start that cannot succeed prints one clear line to standard error and nothing to standard output.
 * Its exit code is 2, or 75 if it may succeed later.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parleydPath, startServe, temporaryDirectory } from "../../support/parleyd";
import { run } from "../../support/run";
import { restartsAfter } from "../../support/systemd_unit";

const anyPorts = ["--listen", "127.0.0.1:0", "--admin-listen", "off"];

/** Returns the exit code. */
async function expectRefusal(
  args: string[],
  line: RegExp,
  { env = {}, exitCode = 2 }: { env?: Record<string, string>; exitCode?: number } = {},
) {
  const { code, stdout, stderr } = await run(args, env);
  expect(stderr).toMatch(/^parleyd: [^\n]+\n$/);
  expect(stderr).toMatch(line);
  expect({ code, stdout }).toEqual({ code: exitCode, stdout: "" });
  return code;
}

describe("a command", () => {
  it("on a data directory that cannot be read", async () => {
    const loop = join(temporaryDirectory(), "loop");
    symlinkSync(loop, loop);
    for (const command of [
      ["app", "list"],
      ["user", "list", "--app", "x"],
    ]) {
      const line = /cannot use the data directory .*loop: Too many levels of symbolic links/;
      await expectRefusal([...command, "--data-dir", loop], line);
    }
  });

  it.skipIf(process.getuid?.() !== 0)("on a data directory of another user", () => {
    const dataDir = temporaryDirectory();
    chmodSync(dataDir, 0o700);
    const nobody = { uid: 65_534, gid: 65_534, encoding: "utf8" as const };
    const args = ["app", "list", "--data-dir", dataDir];
    const { status, stdout, stderr } = spawnSync(parleydPath(), args, nobody);
    expect(stderr).toBe(`parleyd: cannot use the data directory ${dataDir}: Permission denied\n`);
    expect([status, stdout]).toEqual([2, ""]);
  });
});

it.each([["--access-log", "true"], ["--access-log=true"], ["--access-log"]])(
  "%s %s is accepted",
  async (...flags) => {
    const { code, stdout } = await run(["config", "check", "--json", ...flags.filter(Boolean)]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/"access_log".*?true/);
  },
);

it("a missing certificate, with the reason of the system", async () => {
  const tls = ["--tls-listen", "127.0.0.1:0", "--tls-key", "/nonexistent/key.pem"];
  const args = ["serve", ...anyPorts, "--data-dir", temporaryDirectory(), ...tls];
  const line = /cannot use the certificate \/nonexistent\/a\.pem: No such file or directory/;
  await expectRefusal([...args, "--tls-cert", "/nonexistent/a.pem"], line);
});

describe.each(["serve", "dev"])("parleyd %s", (command) => {
  const taken = createServer();
  let takenPort = "";
  beforeAll(async () => {
    await new Promise<void>((listening) => taken.listen(0, "127.0.0.1", listening));
    takenPort = `127.0.0.1:${(taken.address() as AddressInfo).port}`;
  });
  afterAll(() => taken.close());

  it.each(["--listen", "--tls-listen", "--admin-listen"])("%s on a port in use", async (flag) => {
    const data = ["--data-dir", temporaryDirectory()];
    const free = ["--listen", "--tls-listen", "--admin-listen"]
      .filter((other) => other !== flag)
      .flatMap((other) => [other, "127.0.0.1:0"]);
    const advice = flag === "--listen" ? "" : `, or turn this listener off with ${flag} off`;
    const line = `is in use by another program; choose another address with ${flag}${advice}\n`;
    await expectRefusal([command, ...data, ...free, flag, takenPort], new RegExp(line));
  });

  it("a path that cannot be a data directory", async () => {
    const file = join(temporaryDirectory(), "file");
    writeFileSync(file, "");
    const args = [command, ...anyPorts, "--data-dir"];
    await expectRefusal([...args, file], /cannot use the data directory .*: Not a directory/);
    await expectRefusal([...args, "/proc/parley"], /cannot use the data directory \/proc\/parley/);
  });

  it("a data directory in use by a server, whatever files are deleted", async () => {
    const server = await startServe();
    const args = [command, ...anyPorts, "--data-dir", server.dataDir];
    const inUse = new RegExp(
      `${server.dataDir} is in use by another parleyd; stop that one first, or .* --data-dir`,
    );
    const code = await expectRefusal(args, inUse, { exitCode: 75 });
    expect(restartsAfter(code), "by systemd").toBe(true);
    rmSync(join(server.dataDir, "parleyd.lock"));
    const storeInUse = /\/parley\.db: it is in use by another parleyd process/;
    await expectRefusal(args, storeInUse, { exitCode: 75 });
    await server.stop();
  });

  it("a lost or truncated database, next to a signing key", async () => {
    const dataDir = temporaryDirectory();
    const server = await startServe({ dataDir });
    await server.stop();
    const database = join(dataDir, "parley.db");
    const args = [command, ...anyPorts, "--data-dir", dataDir];
    truncateSync(database, 4096);
    await expectRefusal(args, /parley\.db: it is truncated .*restore it from a backup/);
    truncateSync(database, 0);
    await expectRefusal(args, /parley\.db: it is empty, but .*jwt\.pem/);
    rmSync(database);
    await expectRefusal(args, /parley\.db: it is missing, but .*jwt\.pem/);
  });

  it("an invalid database, and an invalid signing key", async () => {
    for (const [file, line] of [
      ["parley.db", /parley\.db: it is damaged or not a database/],
      ["jwt.pem", /jwt\.pem is damaged/],
    ] as const) {
      const dataDir = temporaryDirectory();
      await run(["app", "create", "--data-dir", dataDir, "--id", "x", "--name", "X"]);
      writeFileSync(join(dataDir, file), "garbage ".repeat(1000));
      await expectRefusal([command, ...anyPorts, "--data-dir", dataDir], line);
    }
  });

  it("invalid certificates", async () => {
    const dataDir = temporaryDirectory();
    const args = [command, ...anyPorts, "--tls-listen", "127.0.0.1:0", "--data-dir", dataDir];
    const garbage = join(dataDir, "garbage.pem");
    writeFileSync(garbage, "garbage");
    const pair = (file: string) => ["--tls-cert", file, "--tls-key", file];
    await expectRefusal([...args, ...pair(garbage)], /cannot use the certificate .*garbage\.pem/);
    await expectRefusal([...args, ...pair("/nowhere.pem")], /cannot use the certificate \/nowhere/);
    await expectRefusal([...args, "--tls-cert", garbage], /tls_cert and tls_key go together/);
  });

  it("invalid settings", async () => {
    const file = join(temporaryDirectory(), "parley.toml");
    writeFileSync(file, 'threads = 1\nlisen = "127.0.0.1:0"\n');
    const code = await expectRefusal(
      [command, "--config", file],
      /parley\.toml, line 2: unknown setting "lisen"/,
    );
    expect(restartsAfter(code), "by systemd").toBe(false);
    await expectRefusal([command, "--config", "/nowhere"], /cannot read .* \/nowhere/);
    await expectRefusal(
      [command, "--lisen", "x"],
      /--lisen; did you mean --listen\? \(see `parleyd (serve|dev) --help`\)/,
    );
    await expectRefusal(
      [command, "--listen", "x"],
      /listen \(from --listen\): "x" is not HOST:PORT/,
    );
    await expectRefusal([command, "--listen", "127.0.0.1:80000"], /a port from 1 to 65535/);
    await expectRefusal([command], /log_level \(from PARLEY_LOG_LEVEL\)/, {
      env: { PARLEY_LOG_LEVEL: "loud" },
    });
  });
});

describe("parleyd", () => {
  it("names a misspelt flag before what is missing", async () => {
    await expectRefusal(
      ["app", "create", "--nmae", "foo"],
      /unknown flag --nmae; did you mean --name\? \(see `parleyd app create --help`\)/,
    );
  });

  it("requires a known subcommand", async () => {
    await expectRefusal(
      [],
      /no command was given; the commands are serve, .*\(see `parleyd --help`\)/,
    );
    await expectRefusal(["fly"], /fly/);
  });

  it("prints its version and help", async () => {
    expect((await run(["version"])).stdout).toMatch(/^parleyd \d+\.\d+\.\d+\n$/);
    expect(JSON.parse((await run(["version", "--json"])).stdout)).toHaveProperty("version");
    expect((await run(["help", "app", "create"])).stdout).toBe(
      (await run(["app", "create", "--help"])).stdout,
    );
    for (const words of [[], ["dev"], ["app"], ["app", "create"], ["config", "check"]]) {
      const { code, stdout, stderr } = await run([...words, "--help"]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain(["Usage: parleyd", ...words].join(" "));
    }
  });

  it("shows the source of each setting", async () => {
    const file = join(temporaryDirectory(), "parley.toml");
    writeFileSync(file, 'threads = 1\nlog_level = "warn"\nkeep_alive_seconds = 9\n');
    const env = { PARLEY_CONFIG: file, PARLEY_LOG_LEVEL: "error", PARLEY_THREADS: "2" };
    const { stdout } = await run(["config", "check", "--json", "--threads", "3"], env);
    const rows = JSON.parse(stdout) as { name: string; value: string; source: string }[];
    const found = (name: string) => rows.find((row) => row.name === name);
    expect(found("listen")).toMatchObject({ value: "127.0.0.1:8080", source: "default" });
    expect(found("keep_alive_seconds")).toMatchObject({ value: "9", source: file });
    expect(found("log_level")).toMatchObject({ value: "error", source: "PARLEY_LOG_LEVEL" });
    expect(found("threads")).toMatchObject({ value: "3", source: "--threads" });
  });

  it.each(["0.0.0.0/0", "::/0"])(
    "warns about trusting everyone as a proxy: %s",
    async (network) => {
      const args = ["--trusted-proxy", network];
      const warning = `trusted_proxy ${network} covers much of the Internet: `;
      const { code, stdout, stderr } = await run(["config", "check", "--json", ...args]);
      expect(code).toBe(0);
      expect(stderr).toMatch(/^parleyd: warning: [^\n]+\n$/);
      expect(stderr).toContain(warning);
      expect(() => JSON.parse(stdout)).not.toThrow();
      const server = await startServe({ flags: args });
      const logged = () => server.log.split("\n").find((line) => line.includes(warning));
      await expect.poll(logged).toContain('"level":"warning"');
      await server.stop();
    },
  );

  it("reports a missing store instead of creating one", async () => {
    const dataDir = join(temporaryDirectory(), "typo");
    const advice = `parleyd app create --name 'My app' --data-dir ${dataDir}`;
    await expectRefusal(["app", "list", "--data-dir", dataDir], /there is no data in .*typo/);
    mkdirSync(dataDir);
    await expectRefusal(["--data-dir", dataDir, "app", "list"], new RegExp(`\`${advice}\``));
  });
});
