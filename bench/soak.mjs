/**
 * soak [--minutes N] [--rate N] [--users N] [--sockets N]: keeps a server under mixed traffic, and checks
 * that its memory does not grow and that nothing is lost: no response, no presence change, and no
 * acknowledged login, even over kill -9. Exits with 1 otherwise. Without flags it writes bench/SOAK.md.
 *
 * As in bench/run.mjs, the server has one thread on the first core, and the load generators use the second.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeDataset } from "./dataset.mjs";
import { startParley } from "./parley.mjs";
import { runLoad } from "./realtime.mjs";
import { demands } from "./soak/demands.mjs";
import { plotMemory } from "./soak/plot.mjs";
import { soakReport } from "./soak/report.mjs";
import { planSockets, prepareSockets } from "./soak/sockets.mjs";
import { askAll, costsAlone, countLines, runTraffic, shares } from "./soak/traffic.mjs";
import { watch } from "./soak/watch.mjs";

const adminListen = "127.0.0.1:18081";
const liveTokens = 100_000;
const secondsAlone = 10;

const { values: flags } = parseArgs({
  options: Object.fromEntries(
    ["minutes", "rate", "users", "sockets"].map((name) => [name, { type: "string" }]),
  ),
});
const plan = {
  minutes: Number(flags.minutes ?? 10),
  rate: Number(flags.rate ?? 2000),
  users: Number(flags.users ?? 1_000_000),
  sockets: Number(flags.sockets ?? 20_000),
};
const isWhole = Object.keys(flags).length === 0;

const say = (text) => console.log(`${new Date().toISOString().slice(11, 19)} ${text}`);

/** The counters and gauges of a server that have no labels. */
async function metricsOf() {
  const text = await (await fetch(`http://${adminListen}/metrics`)).text();
  return Object.fromEntries(
    [...text.matchAll(/^(\w+) ([\d.e+]+)$/gm)].map(([, name, value]) => [name, Number(value)]),
  );
}

/** Users, their tokens, and the file of the tokens that are in use. */
async function prepareDataset(directory) {
  const dataset = await makeDataset(directory, plan.users);
  const live = join(directory, "live");
  const count = Math.min(liveTokens, plan.users / 10);
  execFileSync("sh", ["-c", `head -n ${count} "$0" > "$1"`, dataset.tokens, live]);
  const place = join(directory, `users-${plan.users}`);
  return {
    ...dataset,
    live,
    issued: join(directory, "issued"),
    diskBytes: () => statSync(join(place, "data", "parley.db")).size,
    start: () => startParley(place, { adminListen }),
  };
}

/** Runs the traffic when all sockets are open. */
async function load(parley, accounts, sockets, sources) {
  const seconds = plan.minutes * 60;
  const { rate } = plan;
  let watching;
  let traffic;
  const seen = {};
  const presence = await runLoad(
    parley,
    accounts,
    [
      ...["presence", "--subscribers", sockets.subscribers],
      ...["--changes", sockets.changes, "--seconds", seconds],
    ],
    {
      connected: () => say(`${sockets.staying} sockets are open`),
      begin: async () => {
        seen.before = await metricsOf();
        watching = watch(parley.pid);
        traffic = runTraffic(parley, sources, { rate, seconds });
        traffic.catch((failure) => console.error(failure.message));
        say(`${rate} requests per second for ${plan.minutes} minutes`);
      },
      end: async () => {
        Object.assign(seen, watching.stop());
        seen.classes = await traffic;
        seen.after = await metricsOf();
      },
    },
  );
  return { ...seen, presence };
}

async function soak(directory) {
  say(`creating ${plan.users} users with one token each`);
  const dataset = await prepareDataset(directory);
  const diskBytes = [dataset.diskBytes()];
  let parley = await dataset.start();
  try {
    const sockets = planSockets(plan.rate * shares.presence, plan.sockets);
    const accounts = await prepareSockets(parley, directory, sockets);
    const { keys } = dataset;
    const cursor = await parley.cursorBehind(keys.apiKey, `user-${plan.users / 2}`);
    say(`loading ${countLines(dataset.live)} sessions into memory`);
    await askAll(parley, dataset.live);
    const sources = { ...dataset, cursor };
    say("measuring each class alone");
    const alone = await costsAlone(
      parley,
      { ...sources, issued: join(directory, "unused") },
      {
        rate: plan.rate,
        seconds: secondsAlone,
      },
    );
    const measured = await load(parley, accounts, sockets, sources);

    say("checking all active and all new tokens");
    const running = [await askAll(parley, dataset.live), await askAll(parley, dataset.issued)];
    await parley.kill();
    say("killed; checking again, including unused tokens");
    parley = await dataset.start();
    const restarted = [await askAll(parley, dataset.tokens), await askAll(parley, dataset.issued)];
    const { startMillis } = parley;
    await parley.stop();
    diskBytes.push(dataset.diskBytes());
    return { plan, sockets, alone, ...measured, running, restarted, startMillis, diskBytes };
  } finally {
    await parley.stop();
  }
}

function write(measured, verdicts) {
  writeFileSync("bench/SOAK.md", soakReport(measured, verdicts));
  writeFileSync("bench/soak_memory.svg", plotMemory(measured.samples));
  execFileSync("npx", ["prettier", "--log-level", "warn", "--write", "bench/SOAK.md"]);
}

const directory = mkdtempSync(join(tmpdir(), "parley-soak-"));
try {
  const measured = await soak(directory);
  const verdicts = demands(measured);
  console.log(`\n${soakReport(measured, verdicts)}`);
  if (isWhole) write(measured, verdicts);
  if (verdicts.some(({ isMet }) => !isMet)) process.exitCode = 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
