/**
 * The share of the kernel in GET /v3/me, and in ejabberd's call with an OAuth token: user and system time of
 * each server process with 64 connections. From the root of the project, after `make bench`:
 *
 *   node bench/experiments/kernel_share.mjs
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeDataset } from "../dataset.mjs";
import { startEjabberd } from "../ejabberd.mjs";
import { operations } from "../operations.mjs";
import { ask } from "../turns.mjs";
import { load } from "../wrk.mjs";

const pace = { seconds: 4, connections: 64 };
const microsATick = 10_000;

/** User and system time of a process, in ticks. */
function ticks(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return { user: Number(fields[11]), system: Number(fields[12]) };
}

async function tell(name, pid, turn) {
  await turn(); // Warms up.
  const before = ticks(pid);
  const { requests } = await turn();
  const after = ticks(pid);
  const micros = (kind) => (((after[kind] - before[kind]) * microsATick) / requests).toFixed(1);
  console.log(`${name}: ${micros("user")} us in user space, ${micros("system")} us in the kernel`);
}

const directory = mkdtempSync(join(tmpdir(), "parley-kernel-share-"));
const dataset = await makeDataset(directory, 10_000);
const getMe = operations.find(({ name }) => name === "GET /v3/me, one user per connection");
const parley = await dataset.start();
const ejabberd = await startEjabberd(directory);
try {
  await tell("Parley", parley.pid, () => ask(parley, getMe, dataset, { ...pace, round: 1 }));
  const { path, headers } = ejabberd;
  await tell("ejabberd", ejabberd.pid, () => load(ejabberd, { path, headers, ...pace }));
} finally {
  await parley.stop();
  await ejabberd.stop();
  rmSync(directory, { recursive: true, force: true });
}
