/** Shared by the attacks: a server, its memory use, and another client that measures its waits. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const parleyd = process.env.PARLEYD ?? "build/dev/parleyd";
const startTimeoutMs = 20_000;

export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** `parleyd serve` on a port chosen by the kernel, with one app. */
export async function startServer(...flags) {
  const dataDir = mkdtempSync(join(tmpdir(), "attack-"));
  const child = spawn(
    parleyd,
    [
      ...["serve", "--data-dir", dataDir, "--listen", "127.0.0.1:0", "--tls-listen", "off"],
      ...["--admin-listen", "off", "--log-level", "error", ...flags],
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const runFile = join(dataDir, "run.json");
  const deadline = Date.now() + startTimeoutMs;
  while (!existsSync(runFile)) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error("parleyd did not start");
    await sleep(20);
  }
  await sleep(50);
  const { url } = JSON.parse(readFileSync(runFile, "utf8"));
  const app = JSON.parse(
    execFileSync(parleyd, [
      ...["app", "create", "--id", "attacked", "--name", "Attacked"],
      ...["--data-dir", dataDir, "--json"],
    ]),
  );
  return {
    url,
    dataDir,
    apiKey: app.apiKey,
    residentMb: () => residentMb(child.pid),
    stop: async () => {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function residentMb(pid) {
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(kib) / 1024;
}

/** Sends JSON with the key of the app, and returns the data. */
export async function call(server, method, path, body) {
  const answer = await fetch(server.url + path, {
    method,
    headers: { apikey: server.apiKey, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${answer.status} to ${method} ${path}: ${await answer.text()}`);
  return (await answer.json()).data;
}

/** Creates users, each with about `metadataBytes` bytes of metadata. */
export async function createUsers(server, count, metadataBytes) {
  const atOnce = 50;
  for (let first = 0; first < count; first += atOnce) {
    const users = {};
    for (let i = first; i < Math.min(first + atOnce, count); ++i) {
      users[`user-${i}`] = { name: `User ${i}`, metadata: { text: "x".repeat(metadataBytes) } };
    }
    await call(server, "POST", "/v3/data_import/users", { users });
  }
}

export const logIn = async (server, uid) =>
  (await call(server, "POST", `/v3/users/${uid}/auth_tokens`)).authToken;

/** Opens a connection and sends `bytes`. */
export function openConnection(server, bytes) {
  const { hostname, port } = new URL(server.url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.on("error", () => {});
  socket.once("connect", () => socket.write(bytes));
  return socket;
}

/** Measures the memory of the server, and the duration of GET /me of another client, until stop(). */
export function watch(server, token) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const waits = [];
  let peakMb = 0;
  let running = true;
  const memory = setInterval(() => (peakMb = Math.max(peakMb, server.residentMb())), 50);
  const loop = (async () => {
    while (running) {
      const began = performance.now();
      const status = await getMe(server.url, token, agent);
      if (status !== 200) throw new Error(`the other client got ${status}`);
      waits.push(performance.now() - began);
      await sleep(10);
    }
  })();
  return {
    stop: async () => {
      running = false;
      clearInterval(memory);
      await loop;
      agent.destroy();
      waits.sort((a, b) => a - b);
      const p99 = waits[Math.floor(waits.length * 0.99)];
      return { peakMb, p99, longest: waits.at(-1), calls: waits.length };
    },
  };
}

function getMe(url, token, agent) {
  return new Promise((resolve, reject) => {
    request(`${url}/v3/me`, { agent, headers: { authtoken: token } }, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode));
    })
      .once("error", reject)
      .end();
  });
}

/** Waits until `test` holds. Returns false if it did not in time. */
export async function until(test, timeoutMs) {
  const deadline = Date.now() + timeoutMs;
  while (!test()) {
    if (Date.now() > deadline) return false;
    await sleep(100);
  }
  return true;
}

/** Prints the figures and the expectations that were not met, and sets the exit code. */
export function report(name, figures, expectations) {
  const rounded = Object.entries(figures).map(
    ([key, value]) => `${key} ${typeof value === "number" ? Math.round(value * 10) / 10 : value}`,
  );
  console.log(`${name}: ${rounded.join(", ")}`);
  for (const [expected, met] of Object.entries(expectations)) {
    if (met) continue;
    console.error(`${name}: FAILED: ${expected}`);
    process.exitCode = 1;
  }
}
