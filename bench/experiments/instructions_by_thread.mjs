/**
 * Instructions per thread of the server for an operation of bench/operations.mjs, counted by callgrind under
 * the load of 64 clients, so that units of work share commits as usual. From the root of the project, after
 * `make bench`:
 *
 *   node bench/experiments/instructions_by_thread.mjs "login by key, durable" [--users 20000]
 *
 * --program: the parleyd of another build, with its seed in the same directory.
 * Prints the paths of the files for `callgrind_annotate --inclusive=yes FILE`. The counts vary slightly
 * between runs, because the number of units of work per commit varies.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { setCounting } from "../callgrind.mjs";
import { makeDataset } from "../dataset.mjs";
import { operations } from "../operations.mjs";
import { ask } from "../turns.mjs";

const warmUp = { seconds: 3, connections: 64, round: 0 };
const counted = { seconds: 12, connections: 64, round: 1 };

/** A function that only this thread runs. */
const threads = {
  writer: "Writer::run_until_closed",
  "I/O thread": "scheduler::do_run_one",
  checkpointer: "Checkpointer::run_until_closed",
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    users: { type: "string", default: "20000" },
    program: { type: "string", default: "build/release/parleyd" },
  },
});
const operation = operations.find(({ name }) => name === positionals[0]);
if (operation === undefined) {
  console.error(`One of:\n${operations.map(({ name }) => `  ${name}`).join("\n")}`);
  process.exit(2);
}

const directory = mkdtempSync(join(tmpdir(), "parley-threads-"));
const files = join(directory, "callgrind.out");
const seed = join(dirname(values.program), "seed");
const dataset = await makeDataset(directory, Number(values.users), seed);
const parley = await dataset.start({
  program: values.program,
  under: [
    ...["valgrind", "--tool=callgrind", "--separate-threads=yes", "--instr-atstart=no"],
    `--callgrind-out-file=${files}`,
  ],
});
let requests;
try {
  await operation.prepare?.(parley, dataset);
  await ask(parley, operation, dataset, warmUp);
  setCounting(parley.pid, "on");
  ({ requests } = await ask(parley, operation, dataset, counted));
  setCounting(parley.pid, "off");
} finally {
  await parley.stop();
  rmSync(join(directory, `users-${values.users}`), { recursive: true });
}
for (const file of readdirSync(directory).filter((name) => name.startsWith("callgrind.out-"))) {
  const text = readFileSync(join(directory, file), "utf8");
  const total = Number(/^totals: (\d+)/m.exec(text)?.[1] ?? 0);
  const [name] = Object.entries(threads).find(([, function_]) => text.includes(function_)) ?? [];
  if (name === undefined || total === 0) continue;
  const each = Math.round(total / requests).toLocaleString("en");
  console.log(`${name}: ${each} instructions, ${join(directory, file)}`);
}
