/**
 * What one operation of bench/operations.mjs costs alone: CPU an operation in the closed loop of 64
 * clients, turn by turn, and what of it the writer has. From the root of the project, after `make bench`:
 *
 *   node bench/experiments/operation.mjs "login by key, durable"
 *   node bench/experiments/operation.mjs "login by key, durable" --sql "ANALYZE"
 *   LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libjemalloc.so.2 node bench/experiments/operation.mjs ...
 *
 * --users N: 100,000 unless said. --sql: what is done to the database before the server starts.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeDataset } from "../dataset.mjs";
import { operations } from "../operations.mjs";
import { ask } from "../turns.mjs";

const turns = 5;
const pace = { seconds: 2, connections: 64 };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { users: { type: "string", default: "100000" }, sql: { type: "string" } },
});
const operation = operations.find(({ name }) => name === positionals[0]);
if (operation === undefined) {
  console.error(`One of:\n${operations.map(({ name }) => `  ${name}`).join("\n")}`);
  process.exit(2);
}

const directory = mkdtempSync(join(tmpdir(), "parley-operation-"));
try {
  const dataset = await makeDataset(directory, Number(values.users));
  const database = join(directory, `users-${values.users}`, "data", "parley.db");
  if (values.sql) execFileSync("sqlite3", [database, values.sql]);
  const parley = await dataset.start();
  try {
    await operation.prepare?.(parley, dataset);
    for (let round = 0; round <= turns; ++round) {
      const { cpuMicros, writingMicros } = await ask(parley, operation, dataset, {
        ...pace,
        round,
      });
      const share = Math.round((100 * writingMicros) / cpuMicros);
      if (round > 0) console.log(`${cpuMicros.toFixed(1)} us, ${share} % of it writing`);
    }
  } finally {
    await parley.stop();
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
