/**
 * run [--quick]: measures the release build against its budgets, and writes bench/RESULTS.md.
 *
 * These machines are noisy, so the yardstick is CPU: user and system time of the server process an
 * operation, as a ratio to nginx answering a static file of the same size in the same turn. The
 * servers have the first core, the loads the second. Everything is measured at a tenth of its size and
 * at ten times of it as well. `--quick` measures at a tenth only, and writes nothing.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { makeDataset } from "./dataset.mjs";
import { startEjabberd } from "./ejabberd.mjs";
import { startNginx } from "./nginx.mjs";
import { operations } from "./operations.mjs";
import { plot } from "./plot.mjs";
import { realtimeFacts } from "./realtime_facts.mjs";
import { factsTable, operationsTable, peersTable } from "./report.mjs";
import { measureOperations, measurePeer, spread } from "./turns.mjs";

const quick = process.argv.includes("--quick");
const base = 100_000;
const sizes = quick ? [base / 10] : [base / 10, base, base * 10];
const pace = quick
  ? { turns: 1, seconds: 1, connections: 64 }
  : { turns: 3, seconds: 1, connections: 64 };
const starts = 3;
const idleMillis = 6000;

const mib = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
const users = (count) => `${count.toLocaleString("en")} users`;
const rows = [];
const peers = [];
const facts = [];
function fact(...row) {
  facts.push(row);
  console.log(row.slice(0, 4).join(" | "));
}

/** nginx with what GET /me answers for the first user. */
async function startReference(directory, { tokens, start }) {
  const parley = await start();
  try {
    const [authToken] = execFileSync("head", ["--lines=1", tokens], { encoding: "utf8" }).split(
      "\n",
    );
    const answer = await fetch(`${parley.url}/v3/me`, { headers: { authToken } });
    const nginx = await startNginx(directory, await answer.text());
    return { ...nginx, path: "/me.json" };
  } finally {
    await parley.stop();
  }
}

/** What users would pick instead: what it costs them to answer whether a token is good. */
async function measurePeers(reference) {
  const ejabberd = await startEjabberd(directory);
  if (ejabberd === null) {
    console.log("ejabberd is not installed: left out");
    return;
  }
  try {
    const { cpu, ratio } = await measurePeer(ejabberd, reference, pace);
    peers.push(["ejabberd, a call of its API by OAuth token", cpu, ratio]);
  } finally {
    await ejabberd.stop();
  }
}

function comparePeers() {
  const own = rows.find(({ name }) => name === operations[0].name);
  for (const [name, cpu] of peers) {
    const times = cpu.median / own.cpu.median;
    const figure = `${times.toFixed(1)} times as cheap`;
    fact(`${own.name}, against ${name.split(",")[0]}`, "", figure, ">= 8 times", times >= 8);
  }
  peers.unshift(["Parley, GET /v3/me", own.cpu, own.ratio]);
}

/** How long a server takes to its first answer, and what it holds in memory once it is idle. */
async function measureStart(dataset) {
  const times = [];
  let resident = 0;
  for (let i = 0; i < starts; ++i) {
    const parley = await dataset.start();
    times.push(parley.startMillis);
    if (i === starts - 1) {
      await new Promise((resolve) => setTimeout(resolve, idleMillis));
      resident = parley.residentBytes();
    }
    await parley.stop();
  }
  const { median, least, most } = spread(times);
  const isBudgeted = dataset.users === 1_000_000;
  const size = `${users(dataset.users)} and sessions`;
  const time = `${median} ms (${least}-${most})`;
  fact("start to first answer", size, time, ...budget("<= 1 s", isBudgeted, median <= 1000));
  const memory = mib(resident);
  const fits = resident <= 400 * 1024 * 1024;
  fact("resident memory, idle", size, memory, ...budget("<= 400 MiB", isBudgeted, fits));
}

const budget = (text, applies, isMet) => (applies ? [text, isMet] : ["", undefined]);

function keep(dataset, figures) {
  for (const [index, { name, budget }] of operations.entries()) {
    const each = figures[index];
    const applies = budget !== undefined && dataset.users === (budget.at ?? base);
    const row = { name, users: dataset.users, ...each, budget: budget?.text };
    rows.push({ ...row, isMet: applies ? budget.isMet(each) : undefined });
    const { cpu, ratio, latency } = each;
    console.log(
      `${name}, ${users(dataset.users)}: ${cpu.median.toFixed(1)} us, ${ratio.median.toFixed(2)} of ` +
        `nginx, p99 ${latency.p99.toFixed(2)} ms at ${latency.rate} /s`,
    );
  }
}

function factsAboutTheBinary() {
  execFileSync("strip", [
    "--output-target=elf64-x86-64",
    "-o",
    `${directory}/stripped`,
    "build/release/parleyd",
  ]);
  const size = Number(execFileSync("stat", ["--format=%s", `${directory}/stripped`]));
  fact("binary, stripped, dashboard inside", "", mib(size), "<= 15 MiB", size <= 15 * 1024 * 1024);
}

function report() {
  const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "src") === "" ? "" : " with changes";
  const commit = git("rev-parse", "--short", "HEAD") + changed;
  const order = (name) => operations.findIndex((each) => each.name === name);
  rows.sort((a, b) => order(a.name) - order(b.name) || a.users - b.users);
  return `# Benchmarks

Made by \`make bench${quick ? "-quick" : ""}\` on ${new Date().toISOString().slice(0, 10)}, at commit ${commit}, on two cores of
${cpus()[0].model}: the server on one, the loads on the other. What each column says
stands in [README.md](README.md).

## Operations

${operationsTable(rows)}

![What operations cost against the number of users](cost_by_size.svg)

## Whose token is it?

${peersTable(peers)}

## Start, memory, size and realtime

${factsTable(facts)}
`;
}

if (cpus().length < 2) throw new Error("needs two cores: one for the server, one for the load");
const directory = mkdtempSync(join(tmpdir(), "parley-bench-"));
try {
  factsAboutTheBinary();
  let reference;
  try {
    for (const size of sizes) {
      const dataset = await makeDataset(directory, size);
      reference ??= await startReference(directory, dataset);
      await measureStart(dataset);
      keep(dataset, await measureOperations(operations, dataset, reference, pace));
      rmSync(join(directory, `users-${size}`), { recursive: true });
    }
    await measurePeers(reference);
    comparePeers();
  } finally {
    await reference?.stop();
  }
  for await (const row of realtimeFacts(directory, quick)) fact(...row);
} finally {
  rmSync(directory, { recursive: true, force: true });
}

const text = report();
console.log(`\n${text}`);
if (!quick) {
  writeFileSync("bench/RESULTS.md", text);
  const series = operations.map(({ name }) => ({
    name,
    points: rows.filter((row) => row.name === name).map(({ users, cpu }) => [users, cpu.median]),
  }));
  writeFileSync("bench/cost_by_size.svg", plot(series));
}
