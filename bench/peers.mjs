/** What users would pick instead: what it costs them to answer whether a token is good. */
import { budgets } from "./budgets.mjs";
import { startEjabberd } from "./ejabberd.mjs";
import { operations } from "./operations.mjs";
import { ask, spread } from "./turns.mjs";
import { load } from "./wrk.mjs";

/**
 * `contestants`: functions that load a server for a turn and answer what a request cost it. Answers
 * for each its costs, and `against(i)`: their ratios to those of number i in the same turns.
 */
async function measureInTurns(contestants, turns) {
  for (const contestant of contestants) await contestant(); // What they compile or cache at first.
  const costs = [];
  for (let turn = 0; turn < turns; ++turn) {
    const row = [];
    for (const contestant of contestants) row.push((await contestant()).cpuMicros);
    costs.push(row);
  }
  return contestants.map((_, i) => ({
    cpu: spread(costs.map((row) => row[i])),
    against: (other) => spread(costs.map((row) => row[i] / row[other])),
  }));
}

/**
 * Rows for the table, and the row about the budget: nginx, Parley and ejabberd with a user a
 * connection, in the same turns. Empty where ejabberd is not installed.
 */
export async function measurePeers(directory, dataset, reference, pace, turns) {
  const ejabberd = await startEjabberd(directory);
  if (ejabberd === null) {
    console.log("ejabberd is not installed: left out");
    return { rows: [], fact: undefined };
  }
  const parley = await dataset.start();
  try {
    const getMe = operations.find(({ name }) => name === "GET /v3/me, a user a connection");
    const [nginx, own, other] = await measureInTurns(
      [
        () => load(reference, { path: reference.path, ...pace }),
        () => ask(parley, getMe, dataset, { ...pace, round: 0 }),
        () => load(ejabberd, { path: ejabberd.path, headers: ejabberd.headers, ...pace }),
      ],
      turns,
    );
    const times = other.against(1);
    const range = `${times.least.toFixed(1)}-${times.most.toFixed(1)}`;
    return {
      rows: Object.entries({
        "nginx, a static file": nginx,
        "Parley, GET /v3/me": own,
        "ejabberd, a call of its API by OAuth token": other,
      }).map(([name, { cpu, against }]) => ({ name, cpu, ratio: against(0), times: against(1) })),
      fact: [
        ...[`${getMe.name}, against ejabberd in the same turns`, `${turns} turns`],
        `${times.median.toFixed(1)} times as cheap (${range})`,
        ...budgets.getMeAgainstPeer(times.median),
      ],
    };
  } finally {
    await parley.stop();
    await ejabberd.stop();
  }
}
