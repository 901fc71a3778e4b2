/**
 * Measures the release build against its budgets and prints one table.
 *
 * These machines are noisy, so the yardstick is CPU: user and system time of the server process per
 * request, as a ratio to nginx answering a static file of the same size, taken in turns in the same
 * run. The servers have the first core, the load generator (wrk) the second. `--write` keeps the
 * table in docs/benchmarks.md.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { startNginx } from "./nginx.mjs";
import { importUsers, startParley } from "./parley.mjs";
import { measureIdle, measurePresence, measureReconnect } from "./realtime.mjs";
import { load } from "./wrk.mjs";

const rounds = 3;
const seconds = 4;
const users = 100_000;
/** Those that scripts/login.lua logs in. */
const loggedInUsers = 1000;
const connections = 64;
const idleSockets = [1000, 10_000];
const presence = { subscribers: 10_000, changes: 500, seconds: 20 };
const reconnecting = 10_000;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const micro = (value) => `${value.toFixed(1)} us`;
const ms = (value) => `${value.toFixed(1)} ms`;
const perCore = (value) => `${number(Math.round(1e6 / value))} /s a core`;
const number = (value) => value.toLocaleString("en");
const mib = (value) => `${(value / 1024 / 1024).toFixed(1)} MiB`;

const rows = [];
function row(what, figure, budget) {
  rows.push([what, figure, budget]);
  console.log(`${what}: ${figure}${budget === "" ? "" : ` (budget ${budget})`}`);
}

/** CPU per request of both servers, in turns; the median of the rounds. */
async function compareWithNginx(directory, parley, me) {
  const body = JSON.stringify(await (await fetch(`${parley.url}/v3/me`, { headers: me })).json());
  const nginx = await startNginx(directory, body);
  const ours = [];
  const theirs = [];
  try {
    for (let round = 0; round < rounds; ++round) {
      theirs.push(await load(nginx, { path: "/me.json", seconds, connections }));
      ours.push(await load(parley, { path: "/v3/me", headers: me, seconds, connections }));
    }
  } finally {
    await nginx.stop();
  }
  const [our, their] = [ours, theirs].map((all) => median(all.map(({ cpuMicros }) => cpuMicros)));
  const size = `${body.length}-byte body`;
  row(`nginx, static JSON (${size})`, `${micro(their)} CPU a request`, "");
  row(`GET /v3/me (${size})`, `${micro(our)} CPU a request`, "");
  row("GET /v3/me, core throughput against nginx", (their / our).toFixed(2), ">= 0.70");
}

/** Durable writes: each is answered after its commit is on the disk. */
async function measureWrites(parley, keys, me) {
  const apikey = { apikey: keys.authKey };
  const cases = [
    ["login by key, 64 clients, durable", "login.lua", apikey, ">= 8,000 /s a core"],
    ["create user, durable", "create_user.lua", { apikey: keys.apiKey }, ">= 8,000 /s a core"],
    ["PUT /v3/me, session call, durable", "session_call.lua", me, ">= 5,000 /s a core"],
    ["PUT /v3/me, own details, durable", "own_details.lua", me, ">= 5,000 /s a core"],
  ];
  for (const [what, script, headers, budget] of cases) {
    const results = [];
    for (let round = 0; round < rounds; ++round) {
      results.push(await load(parley, { script, headers, seconds, connections, round }));
    }
    const cpu = median(results.map(({ cpuMicros }) => cpuMicros));
    const rate = Math.round(median(results.map(({ perSecond }) => perSecond)));
    row(what, `${perCore(cpu)} (${micro(cpu)}; ${number(rate)} /s on the wall)`, budget);
  }
}

/** Pages of 100 out of all users, one client at a time: what each costs the server. */
async function measureLists(parley, { apiKey: apikey }) {
  const list = "/v3/users?perPage=100";
  const deep = await parley.cursorBehind(apikey, "imported-50000");
  const cases = [
    ["first page of 100 users", list],
    ["a page in the middle, by page number", `${list}&page=${users / 200}`],
    ["a page in the middle, by cursor", `${list}&sortBy=uid&cursor=${deep}`],
    ["100 users by a name that few have", `${list}&searchKey=99999`],
    ["100 users by a name that all have", `${list}&searchKey=imported`],
  ];
  for (const [what, path] of cases) {
    const { cpuMicros } = await load(parley, {
      path,
      headers: { apikey },
      seconds,
      connections: 1,
    });
    row(`${what}, out of ${number(users)}`, `${micro(cpuMicros)} CPU a request`, "");
  }
}

async function measureStart(directory) {
  const times = [];
  let resident = 0;
  for (let round = 0; round < rounds; ++round) {
    const parley = await startParley(directory);
    times.push(parley.startMillis);
    resident = parley.residentBytes();
    await parley.stop();
  }
  row(`start to first answer, ${number(users)} users`, `${median(times)} ms`, "");
  row(`resident memory, idle, ${number(users)} users`, mib(resident), "");
}

async function measureRealtime(directory) {
  for (const count of idleSockets) {
    const bytes = await measureIdle(join(directory, `idle-${count}`), count);
    const what = `idle socket, logged in, of ${number(count)}`;
    row(what, `${number(bytes)} bytes resident memory`, "<= 6 KiB");
  }
  await measureChanges(directory);
  const { seconds, errors, online } = await measureReconnect(
    join(directory, "reconnect"),
    reconnecting,
  );
  row(
    `${number(reconnecting)} clients reconnecting at once after kill -9 and a start`,
    `all back in ${seconds.toFixed(1)} s, ${errors} failed attempts, ${number(online)} shown online`,
    "",
  );
}

async function measureChanges(directory) {
  const { subscribers, changes } = presence;
  const figures = await measurePresence(join(directory, "presence"), presence);
  const { expected, lost, unexpected, millis, cores, cpuMicros } = figures;
  const what = `${number(subscribers)} online, each subscribed to 100 others, ${changes} changes a second`;
  const told = `${number(expected - lost)} of ${number(expected)} delivered, ${unexpected} twice or wrong`;
  row(what, told, "all");
  row("the same, time to be told", `p50 ${ms(millis.p50)}, p99 ${ms(millis.p99)}`, "p99 <= 100 ms");
  row("the same, CPU", `${cores.toFixed(2)} of a core; ${micro(cpuMicros)} a change`, "<= 1 core");
}

async function main() {
  if (cpus().length < 2) throw new Error("needs two cores: one for the server, one for the load");
  const directory = mkdtempSync(join(tmpdir(), "parley-bench-"));
  try {
    let parley = await startParley(directory);
    row("start to first answer, empty", `${parley.startMillis} ms`, "");
    row("resident memory, idle, empty", mib(parley.residentBytes()), "<= 20 MiB");
    const keys = await parley.createApp("bench");
    const me = { authToken: await parley.logIn(keys) };
    await importUsers(parley, keys, 0, loggedInUsers);
    await compareWithNginx(directory, parley, me);
    await measureWrites(parley, keys, me);
    row(
      `import of ${number(users)} users`,
      await importUsers(parley, keys, loggedInUsers, users),
      "",
    );
    await measureLists(parley, keys);
    await parley.stop();
    await measureStart(directory);
    await measureRealtime(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function table() {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(["what", "measured", "budget"]), line(["---", "---", "---"]), ...rows.map(line)];
}

await main();
console.log(`\n${table().join("\n")}`);
if (process.argv.includes("--write")) {
  const intro = [
    "# Benchmarks",
    "",
    "`make bench` measures the release build on two cores of the machine it runs on: the server on",
    "one, the load (wrk, 64 keep-alive connections) on the other. CPU is user and system time of the",
    "server process; a rate *a core* is what a core would do if the server had it to itself. The last",
    `kept run, of ${new Date().toISOString().slice(0, 10)}, on ${cpus()[0].model}:`,
    "",
  ];
  writeFileSync("docs/benchmarks.md", `${[...intro, ...table()].join("\n")}\n`);
}
