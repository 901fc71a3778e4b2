/**
 * The cost of one operation of bench/operations.mjs alone: CPU per operation in a closed loop with 64
 * clients, per turn, and the share of the writer. From the root of the project, after `make bench`:
 *
 *   node bench/experiments/operation.mjs "login by key, durable"
 *   node bench/experiments/operation.mjs "login by key, durable" --against ../before/build/release/parleyd
 *   node bench/experiments/operation.mjs "login by key, durable" --sql "ANALYZE"
 *   LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libjemalloc.so.2 node bench/experiments/operation.mjs ...
 *
 * --users N: default 100,000. --turns N: default 5. --rest SECONDS: pause before each turn; after more than
 * a minute, each use of a session is written again. --sql: a statement to run on the database before the
 * server starts. --against: the parleyd of another build, with its seed in the same directory. It runs on
 * its own data and the same core, before this server in each turn; the ratio of a turn varies less than the
 * times.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { makeDataset } from "../dataset.mjs";
import { operations } from "../operations.mjs";
import { cpuUntilQuiet } from "../process.mjs";
import { ask, spread } from "../turns.mjs";

const pace = { seconds: 2, connections: 64 };
const otherPort = 18_081;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    users: { type: "string", default: "100000" },
    turns: { type: "string", default: "5" },
    rest: { type: "string", default: "0" },
    sql: { type: "string" },
    against: { type: "string" },
  },
});
const operation = operations.find(({ name }) => name === positionals[0]);
if (operation === undefined) {
  console.error(`One of:\n${operations.map(({ name }) => `  ${name}`).join("\n")}`);
  process.exit(2);
}

async function start(parent, options, seed) {
  mkdirSync(parent);
  const dataset = await makeDataset(parent, Number(values.users), seed);
  const database = join(parent, `users-${values.users}`, "data", "parley.db");
  if (values.sql) execFileSync("sqlite3", [database, values.sql]);
  const parley = await dataset.start(options);
  await operation.prepare?.(parley, dataset);
  return { parley, dataset };
}

async function turn({ parley, dataset }, round) {
  await new Promise((resolve) => setTimeout(resolve, 1000 * Number(values.rest)));
  const done = await ask(parley, operation, dataset, { ...pace, round });
  const later = await cpuUntilQuiet(parley.pid, operation.writesFor ?? 0);
  const cpuMicros = done.cpuMicros + later.all / done.requests;
  const writingMicros = done.writingMicros + later.writing / done.requests;
  return { cpuMicros, share: Math.round((100 * writingMicros) / cpuMicros) };
}

const tell = ({ cpuMicros, share }) => `${cpuMicros.toFixed(1)} us, writer share ${share} %`;

const directory = mkdtempSync(join(tmpdir(), "parley-operation-"));
const servers = [];
try {
  if (values.against) {
    const options = { program: values.against, port: otherPort };
    const seed = join(dirname(values.against), "seed");
    servers.push(await start(join(directory, "other"), options, seed));
  }
  servers.push(await start(join(directory, "this"), {}));
  const ratios = [];
  for (let round = 0; round <= Number(values.turns); ++round) {
    const turns = [];
    for (const server of servers) turns.push(await turn(server, round));
    if (round === 0) continue; // Warms up.
    const ratio = turns.at(-1).cpuMicros / turns[0].cpuMicros;
    ratios.push(ratio);
    console.log(turns.map(tell).join(" -> ") + (values.against ? `: ${ratio.toFixed(3)}` : ""));
  }
  if (values.against) console.log(`median ${spread(ratios).median.toFixed(3)}`);
} finally {
  for (const { parley } of servers) await parley.stop();
  rmSync(directory, { recursive: true, force: true });
}
