/**
 * The cost of the audit log: CPU per login and per created user, in turns with a trigger that discards the
 * rows of the log. From the root of the project, after `make bench`:
 *
 *   node bench/experiments/audit_cost.mjs
 *
 * The later turns log in 1,000 users who already have the maximum number of auth tokens, so that each login
 * also ends a session, as in an app that has been in use for some time.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeDataset } from "../dataset.mjs";
import { load } from "../wrk.mjs";

const turns = 6;
const seconds = 4;
const connections = 64;
const swallow =
  "CREATE TRIGGER swallow BEFORE INSERT ON audit_events BEGIN SELECT RAISE(IGNORE); END";

const directory = mkdtempSync(join(tmpdir(), "parley-audit-cost-"));
const dataset = await makeDataset(directory, 1000);
const sql = (statement) =>
  execFileSync("sqlite3", [join(directory, "users-1000", "data", "parley.db"), statement]);

async function withServer(work) {
  const parley = await dataset.start();
  try {
    return await work(parley);
  } finally {
    await parley.stop();
  }
}

let round = 0;
async function measure(parley) {
  const { keys } = dataset;
  const login = { script: "login.lua", headers: { apikey: keys.authKey } };
  const create = { script: "create_user.lua", headers: { apikey: keys.apiKey } };
  const figures = [];
  for (const call of [login, create]) {
    const environment = { BENCH_ROUND: `${round++}`, BENCH_USERS: "1000" };
    const { cpuMicros } = await load(parley, { ...call, seconds, connections, environment });
    figures.push(cpuMicros);
  }
  return figures;
}

const range = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  const median = sorted[Math.floor(sorted.length / 2)];
  return `${median.toFixed(1)} us (${least.toFixed(1)}-${most.toFixed(1)})`;
};

try {
  const figures = { "with the log": [], "without it": [] };
  for (let turn = 0; turn < turns; ++turn) {
    figures["with the log"].push(await withServer(measure));
    sql(swallow);
    figures["without it"].push(await withServer(measure));
    sql("DROP TRIGGER swallow");
  }
  for (const [how, all] of Object.entries(figures)) {
    const [logins, creations] = [0, 1].map((index) => range(all.map((each) => each[index])));
    console.log(`${how}: login ${logins}, create user ${creations}`);
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
