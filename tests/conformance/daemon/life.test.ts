/** The life of a server: commands with and without it, a new certificate, shutdown. */
import { execFileSync, spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { connect } from "node:tls";
import { expect, it } from "vitest";
import { Client, createUser, logIn } from "../../support/client";
import { sendHttp } from "../../support/http";
import {
  parleydCommand,
  parleydPath,
  startServe,
  temporaryDirectory,
  type App,
} from "../../support/parleyd";
import { collect, openSocket } from "../../support/raw";

const dataDir = temporaryDirectory();

const certificateOf = (url: string): Promise<string> =>
  new Promise((done, fail) => {
    const { hostname, port } = new URL(url);
    const socket = connect(
      { host: hostname, port: Number(port), rejectUnauthorized: false },
      () => {
        done(socket.getPeerCertificate().fingerprint256);
        socket.destroy();
      },
    );
    socket.on("error", fail);
  });

it("commands without a server use the store, and create it if needed", async () => {
  const fresh = join(temporaryDirectory(), "a/b");
  const made = await parleydCommand<App>(fresh, "app", "create", "--id", "x", "--name", "X");
  expect(statSync(fresh).mode & 0o777).toBe(0o700);
  await parleydCommand(fresh, "user", "create", "--app", "x", "--uid", "u", "--name", "U");
  const token = await parleydCommand<{ authToken: string }>(
    fresh,
    ...["user", "token", "--app", "x", "--uid", "u"],
  );
  const server = await startServe({ dataDir: fresh });
  const me = await new Client(server.url, { authToken: token.authToken }).get("/v3/me");
  expect(me.data).toMatchObject({ uid: "u" });
  const users = await new Client(server.url, { apikey: made.apiKey }).get("/v3/users");
  expect(users.status).toBe(200);
  await server.stop();
});

it("a running server sees the effect of commands immediately", async () => {
  const server = await startServe({ dataDir });
  const app = await server.createApp("live");
  const api = new Client(server.url, { apikey: app.apiKey });
  const authKey = new Client(server.url, { apikey: app.authKey });
  const { uid } = await createUser(api);
  await logIn(authKey, uid);

  await server.cli("app", "update", "--app", "live", "--mode", "production");
  const refused = await authKey.post(`/v3/users/${uid}/auth_tokens`);
  expect(refused.error.code).toBe("AUTH_ERR_NO_ACCESS");

  const key = await server.cli<{ id: string; apiKey: string }>(
    ...["key", "create", "--app", "live", "--name", "Second", "--scope", "fullAccess"],
  );
  const second = new Client(server.url, { apikey: key.apiKey });
  expect((await second.get("/v3/users")).status).toBe(200);
  await server.cli("key", "delete", "--app", "live", "--key", key.id);
  expect((await second.get("/v3/users")).status).toBe(401);

  const token = await logIn(api, uid);
  await server.cli("app", "delete", "--app", "live", "--yes");
  expect((await api.get("/v3/users")).status).toBe(401);
  expect((await api.with({ authToken: token.authToken, apikey: [] }).get("/v3/me")).status).toBe(
    401,
  );
  await server.stop();
});

it("a failed command says why and what to do, and exits 1", async () => {
  const server = await startServe({ dataDir });
  await server.createApp("known");
  const failure = server.cli("user", "token", "--app", "known", "--uid", "nobody");
  await expect(failure).rejects.toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/^parleyd: The user with UID nobody .*\nhint: .*\n$/) as string,
  });
  const invalid = server.cli("app", "create", "--id", "known", "--name", "x");
  await expect(invalid).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^parleyd: --id known: is taken\nhint: .*\n$/) as string,
  });
  await server.stop();
});

it("SIGHUP loads a new certificate, and keeps the old one if the new one is not valid", async () => {
  const made = await startServe();
  const files = ["localhost.crt", "localhost.key"].map((name) => join(made.dataDir, "tls", name));
  const own = temporaryDirectory();
  const [cert, key] = [join(own, "cert.pem"), join(own, "key.pem")];
  const install = ([from, fromKey]: string[]) => {
    copyFileSync(from ?? "", cert);
    copyFileSync(fromKey ?? "", key);
  };
  install(files);
  const server = await startServe({ dataDir, flags: ["--tls-cert", cert, "--tls-key", key] });
  const first = await certificateOf(server.tlsUrl);
  expect(first).toBe(await certificateOf(made.tlsUrl));

  writeFileSync(cert, "garbage");
  process.kill(server.pid, "SIGHUP");
  await expect.poll(() => server.log).toMatch(/certificate_not_reloaded.*cert\.pem/);
  expect(await certificateOf(server.tlsUrl)).toBe(first);

  const other = await startServe();
  install(["localhost.crt", "localhost.key"].map((name) => join(other.dataDir, "tls", name)));
  process.kill(server.pid, "SIGHUP");
  await expect.poll(() => server.log).toMatch(/certificate_reloaded/);
  expect(await certificateOf(server.tlsUrl)).toBe(await certificateOf(other.tlsUrl));
  await Promise.all([made.stop(), other.stop(), server.stop()]);
});

it("says that there is no certificate to reload without TLS", async () => {
  const own = temporaryDirectory();
  const flags = ["--data-dir", own, "--listen", "127.0.0.1:0", "--admin-listen", "off"];
  const child = spawn(parleydPath(), ["serve", ...flags], { stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (log += text));
  await expect.poll(() => log, { timeout: 15_000 }).toContain('"event":"started"');
  child.kill("SIGHUP");
  await expect.poll(() => log).toContain('"event":"nothing_to_reload"');
  expect(log).not.toContain("certificate_reloaded");
  const exited = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  expect(await exited).toBe(0);
});

it("reports that it is shutting down while it still answers, and removes its runtime files", async () => {
  const server = await startServe({ dataDir });
  const socket = await openSocket(server.url);
  socket.write("POST /v3/users HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{");
  const ready = async () =>
    (await sendHttp(server.adminUrl, { method: "GET", path: "/readyz" })).status;
  expect(await ready()).toBe(200);
  const stopped = server.stop();
  await expect.poll(ready).toBe(503);
  socket.write("}");
  expect((await collect(socket)).answers[0]?.status).toBe(400);
  socket.destroy();
  expect(await stopped).toBe(0);
  for (const file of ["run.json", "control.sock"]) {
    expect(existsSync(join(dataDir, file)), file).toBe(false);
  }
});

it("starts again after a SIGKILL, whatever files are left", async () => {
  const server = await startServe({ dataDir });
  await server.kill();
  expect(existsSync(join(dataDir, "control.sock"))).toBe(true);
  await parleydCommand(dataDir, "app", "list");
  const again = await startServe({ dataDir });
  expect(await again.cli("app", "list")).toHaveLength(1);
  expect(await again.stop()).toBe(0);
});

it("a data directory with a very long path works", async () => {
  const long = join(temporaryDirectory(), "d".repeat(200));
  mkdirSync(long);
  const server = await startServe({ dataDir: long });
  await server.createApp("far");
  expect(await server.cli("app", "list")).toHaveLength(1);
  await server.stop();
});

it("creates private files, even with a permissive umask", async () => {
  const server = await startServe();
  await server.createApp("private");
  const listing = execFileSync("find", [server.dataDir, "-type", "f"], { encoding: "utf8" });
  for (const file of listing.trim().split("\n")) {
    const others = file.endsWith(".crt") ? 0o022 : 0o077;
    expect(statSync(file).mode & others, file).toBe(0);
  }
  expect(readFileSync(join(server.dataDir, "run.json"), "utf8")).toContain(server.adminUrl);
  await server.stop();
});
