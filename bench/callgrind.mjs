/**
 * Counts the instructions that the server executes per call, with callgrind.
 *
 * The server of build/release runs under valgrind with one thread, and gets the same call over one
 * keep-alive connection. After a warm-up, it counts the instructions in user space from the read to the
 * write, including the timers of the server.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const parleyd = "build/release/parleyd";
const port = 18_085;
const warmUp = 500;
const usual = 2000;
/** Expensive calls, which are counted fewer times. */
const dear = {
  "GET /v3/users, 100 of 200": 50,
  "PUT /v3/me, session call": 300,
  "login by key": 300,
  "create user": 300,
};
/** Restricts libraries to baseline x86-64, so that they use the same code on every machine. */
const plainProcessor = {
  OPENSSL_ia32cap: "0:0",
  GLIBC_TUNABLES:
    "glibc.cpu.hwcaps=-AVX512F,-AVX2,-AVX,-AVX_Fast_Unaligned_Load,-BMI2,-BMI1,-ERMS,-FSRM,-SSE4_2,-SSSE3",
};

/** The calls. The work of a call does not depend on its number. */
export const calls = {
  "GET /v3/me": ({ authToken }) => ({ path: "/v3/me", headers: { authToken } }),
  "GET /v3/users/{uid}": ({ apikey }) => ({ path: "/v3/users/user-1", headers: { apikey } }),
  "GET /v3/users, 100 of 200": ({ apikey }) => ({
    path: "/v3/users?perPage=100",
    headers: { apikey },
  }),
  "PUT /v3/me, session call": ({ authToken }, number) => ({
    method: "PUT",
    path: "/v3/me",
    headers: { authToken },
    body: { platform: "javascript", deviceId: `device-${number}` },
  }),
  "login by key": ({ apikey }, number) => ({
    method: "POST",
    path: `/v3/users/user-${number % 200}/auth_tokens`,
    headers: { apikey },
    body: {},
  }),
  "create user": ({ apikey }, number) => ({
    method: "POST",
    path: "/v3/users",
    headers: { apikey },
    body: { uid: `new-${number}`, name: `New User ${number}` },
  }),
};

/** One keep-alive connection. A call starts when the server is asleep after the previous one. */
class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  async call({ method = "GET", path, headers = {}, body }) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const asked = request({
      ...{ port, host: "127.0.0.1", method, path, agent: this.#agent },
      headers: { ...headers, ...(payload && { "content-type": "application/json" }) },
    });
    asked.end(payload);
    const [answer] = await once(asked, "response");
    let text = "";
    for await (const chunk of answer.setEncoding("utf8")) text += chunk;
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} to ${path}: ${text}`);
    return JSON.parse(text).data;
  }

  close() {
    this.#agent.destroy();
  }
}

function run(command, args) {
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...plainProcessor },
  });
  child.output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => (child.output += chunk));
  }
  return child;
}

async function untilReady(child) {
  for (;;) {
    const answered = await fetch(`http://127.0.0.1:${port}/v3/me`).catch(() => undefined);
    if (answered) return;
    if (child.exitCode !== null) throw new Error(child.output);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Creates users and logs one in. Returns the credentials for the calls. */
async function fill(client, { apiKey: apikey }) {
  const users = Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => [`user-${i}`, { name: `User ${i}` }]),
  );
  const uids = Object.keys(users);
  for (let first = 0; first < uids.length; first += 50) {
    const some = Object.fromEntries(uids.slice(first, first + 50).map((uid) => [uid, users[uid]]));
    const path = "/v3/data_import/users";
    await client.call({ method: "POST", path, headers: { apikey }, body: { users: some } });
  }
  const path = "/v3/users/user-0/auth_tokens";
  const { authToken } = await client.call({ method: "POST", path, headers: { apikey }, body: {} });
  return { apikey, authToken };
}

/** Turns counting "on" or "off" for a process that runs under callgrind. */
export function setCounting(pid, state) {
  execFileSync("vgdb", [`--pid=${pid}`, "instrumentation", state], { stdio: "ignore" });
}

/** Waits until the server is asleep, when the previous call is complete. */
const untilAsleep = () => new Promise((resolve) => setTimeout(resolve, 20));

/** `name`: one of `calls`. */
export async function instructionsOf(name) {
  const make = calls[name];
  const counted = dear[name] ?? usual;
  const directory = mkdtempSync(join(tmpdir(), "parley-instructions-"));
  let server;
  try {
    const dataDir = join(directory, "data");
    const create = ["app", "create", "--id", "bench", "--name", "Bench", "--json"];
    const created = run(parleyd, [...create, "--data-dir", dataDir]);
    if ((await once(created, "close"))[0] !== 0) throw new Error(created.output);
    server = run("valgrind", [
      ...["--tool=callgrind", "--instr-atstart=no"],
      ...[`--callgrind-out-file=${join(directory, "out")}`],
      ...[parleyd, "serve", "--data-dir", dataDir, "--threads", "1", "--log-level", "warn"],
      ...["--listen", `127.0.0.1:${port}`, "--tls-listen", "off", "--admin-listen", "off"],
    ]);
    const ended = once(server, "close");
    await untilReady(server);
    const client = new Client();
    const credentials = await fill(client, JSON.parse(created.output));
    for (let i = 0; i < warmUp; ++i) await client.call(make(credentials, i));
    await untilAsleep();
    setCounting(server.pid, "on");
    for (let i = 0; i < counted; ++i) await client.call(make(credentials, warmUp + i));
    await untilAsleep();
    setCounting(server.pid, "off");
    client.close();
    server.kill("SIGTERM");
    await ended;
    const [, all] = /Collected : (\d+)/.exec(server.output) ?? [];
    if (all === undefined) throw new Error(server.output);
    return Math.round(Number(all) / counted);
  } finally {
    server?.kill("SIGKILL"); // Needed only if a call failed.
    rmSync(directory, { recursive: true, force: true });
  }
}
