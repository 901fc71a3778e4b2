/**
 * run [--quick]: measures the release build against its budgets, and writes bench/RESULTS.md.
 *
 * The machines are noisy, so the measure is CPU: user and system time of the server process per operation,
 * as a ratio to nginx serving a static file of the same size in the same turn. The servers use the first
 * core, the load generators the second. Everything is also measured at a tenth and at ten times its size.
 * `--quick` measures only at a tenth, without single steps and instructions, and writes nothing.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { noBudget } from "./budgets.mjs";
import { calls, instructionsOf } from "./callgrind.mjs";
import { makeDataset } from "./dataset.mjs";
import { microBenchmarks } from "./micro.mjs";
import { startNginx } from "./nginx.mjs";
import { operations } from "./operations.mjs";
import { measurePeers } from "./peers.mjs";
import { plot } from "./plot.mjs";
import { realtimeFacts } from "./realtime_facts.mjs";
import { results } from "./report.mjs";
import { memoryInUseFact, sizeFacts, startFacts } from "./server_facts.mjs";
import { measureOperations } from "./turns.mjs";

const quick = process.argv.includes("--quick");
const base = 100_000;
const sizes = quick ? [base / 10] : [base / 10, base, base * 10];
const pace = { turns: quick ? 1 : 3, seconds: 1, connections: 64 };
const peerTurns = quick ? 1 : 5;

/** All measurements, for the report. */
const measured = { operations: [], peers: [], facts: [], steps: [], instructions: [] };

function fact(...row) {
  measured.facts.push(row);
  console.log(row.join(" | "));
}

/** Starts nginx with the response of GET /me for the first user. */
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

function keepOperations(dataset, figures) {
  for (const [index, { name, budget = noBudget, budgetAt = base }] of operations.entries()) {
    const each = figures[index];
    const verdicts = dataset.users === budgetAt ? budget(each) : noBudget();
    measured.operations.push({ name, users: dataset.users, ...each, budget: verdicts });
    const { cpu, ratio, latency } = each;
    console.log(
      `${name}, ${dataset.users.toLocaleString("en")} users: ${cpu.median.toFixed(1)} us, ` +
        `${ratio.median.toFixed(2)} of nginx, p99 ${latency.p99.toFixed(2)} ms at ${latency.rate} /s`,
    );
  }
}

async function measureSize(directory, dataset, reference) {
  for await (const row of startFacts(dataset)) fact(...row);
  const { figures, residentBytes } = await measureOperations(operations, dataset, reference, pace);
  keepOperations(dataset, figures);
  fact(...memoryInUseFact(dataset, residentBytes));
  if (dataset.users !== (quick ? sizes[0] : base)) return;
  const peers = await measurePeers(directory, dataset, reference, pace, peerTurns);
  measured.peers = peers.rows;
  if (peers.fact) fact(...peers.fact);
}

async function measureInstructions() {
  if (process.arch !== "x64") return;
  for (const name of Object.keys(calls)) {
    const count = await instructionsOf(name);
    measured.instructions.push([name, count]);
    console.log(`${name}: ${count.toLocaleString("en")} instructions`);
  }
}

async function measureAll(directory) {
  for await (const row of sizeFacts(directory)) fact(...row);
  let reference;
  try {
    for (const size of sizes) {
      const dataset = await makeDataset(directory, size);
      reference ??= await startReference(directory, dataset);
      await measureSize(directory, dataset, reference);
      rmSync(join(directory, `users-${size}`), { recursive: true });
    }
  } finally {
    await reference?.stop();
  }
  for await (const row of realtimeFacts(directory, quick)) fact(...row);
  if (quick) return;
  measured.steps = microBenchmarks();
  await measureInstructions();
}

function write() {
  writeFileSync("bench/RESULTS.md", results(measured));
  const series = operations.map(({ name }) => ({
    name,
    points: measured.operations
      .filter((row) => row.name === name)
      .map(({ users, cpu }) => [users, cpu.median]),
  }));
  writeFileSync("bench/cost_by_size.svg", plot(series));
}

if (cpus().length < 2)
  throw new Error("two cores are required: one for the server, one for the load");
const directory = mkdtempSync(join(tmpdir(), "parley-bench-"));
try {
  await measureAll(directory);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
const order = (name) => operations.findIndex((each) => each.name === name);
measured.operations.sort((a, b) => order(a.name) - order(b.name) || a.users - b.users);
console.log(`\n${results(measured)}`);
if (!quick) write();
