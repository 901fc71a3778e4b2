/** Measures what it costs an alternative server to check a token. */
import { budgets } from "./budgets.mjs";
import { startEjabberd } from "./ejabberd.mjs";
import { operations } from "./operations.mjs";
import { ask, spread } from "./turns.mjs";
import { load } from "./wrk.mjs";

/**
 * `contestants`: functions that load a server for one turn and return its cost per request. Returns for
 * each its costs, and `against(i)`: the ratios to the costs of number i in the same turns.
 */
async function measureInTurns(contestants, turns) {
  for (const contestant of contestants) await contestant(); // Warms up.
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
 * Rows for the table, and the row about the budget: nginx, Parley and ejabberd with one user per
 * connection, in the same turns. Empty if ejabberd is not installed.
 */
export async function measurePeers(directory, dataset, reference, pace, turns) {
  const ejabberd = await startEjabberd(directory);
  if (ejabberd === null) {
    console.log("ejabberd is not installed: skipped");
    return { rows: [], fact: undefined };
  }
  const parley = await dataset.start();
  try {
    const getMe = operations.find(({ name }) => name === "GET /v3/me, one user per connection");
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
        "ejabberd, an API call with an OAuth token": other,
      }).map(([name, { cpu, against }]) => ({ name, cpu, ratio: against(0), times: against(1) })),
      fact: [
        ...[`${getMe.name}, compared with ejabberd`, `${turns} turns`],
        `ejabberd needs ${times.median.toFixed(1)} times the CPU (${range})`,
        ...budgets.getMeAgainstPeer(times.median),
      ],
    };
  } finally {
    await parley.stop();
    await ejabberd.stop();
  }
}
