/** Rows about the server itself: its size, start time and memory. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { budgets, noBudget } from "./budgets.mjs";
import { startParley } from "./parley.mjs";
import { mostSessions, spread } from "./turns.mjs";

const starts = 3;
const idleMillis = 6000;
/** An application loads one of these. */
const bundles = ["index.mjs", "index.cjs", "parley.global.js"];

const mib = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
const users = (count) => `${count.toLocaleString("en")} users and sessions`;
const idle = () => new Promise((resolve) => setTimeout(resolve, idleMillis));

/** Rows about the binary, the SDK, and an idle server without data. */
export async function* sizeFacts(directory) {
  const stripped = join(directory, "stripped");
  execFileSync("strip", ["--output-target=elf64-x86-64", "-o", stripped, "build/release/parleyd"]);
  const { size } = statSync(stripped);
  yield ["binary, stripped, with dashboard", "", mib(size), ...budgets.binary(size)];

  const zipped = bundles.map(
    (name) => gzipSync(readFileSync(join("sdk/js/dist", name)), { level: 9 }).length,
  );
  const sizes = zipped.map((bytes) => (bytes / 1024).toFixed(1)).join(", ");
  const largest = Math.max(...zipped);
  yield ["SDK, gzipped", bundles.join(", "), `${sizes} KiB`, ...budgets.sdk(largest)];

  const place = join(directory, "empty");
  mkdirSync(place);
  const parley = await startParley(place);
  try {
    await idle();
    const bytes = parley.residentBytes();
    yield ["resident memory, idle", "empty", mib(bytes), ...budgets.memoryOfNothing(bytes)];
  } finally {
    await parley.stop();
  }
}

/** The time from the start to the first response, and the memory of the idle server. */
export async function* startFacts(dataset) {
  const budgetOf = (budget) => (dataset.users === 1_000_000 ? budget : noBudget);
  const times = [];
  let resident = 0;
  for (let i = 0; i < starts; ++i) {
    const parley = await dataset.start();
    times.push(parley.startMillis);
    if (i === starts - 1) {
      await idle();
      resident = parley.residentBytes();
    }
    await parley.stop();
  }
  const { median, least, most } = spread(times);
  const size = users(dataset.users);
  yield [
    ...["start to first response", size, `${median} ms (${least}-${most})`],
    ...budgetOf(budgets.start)(median),
  ];
  yield [
    ...["resident memory, idle after a start", size, mib(resident)],
    ...budgetOf(budgets.memoryOfAMillion)(resident),
  ];
}

/** `bytes`: resident memory of the server after all operations were measured. */
export function memoryInUseFact(dataset, bytes) {
  const sessions = Math.min(dataset.users, mostSessions).toLocaleString("en");
  const budget = dataset.users === 1_000_000 ? budgets.memoryOfAMillion : noBudget;
  const size = `${users(dataset.users)}, ${sessions} of them in use`;
  return ["resident memory after all operations", size, mib(bytes), ...budget(bytes)];
}
