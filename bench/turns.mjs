/**
 * Measures operations in turns. Each turn measures the reference and then all operations, so that a slow
 * phase of the machine affects both, and their ratio stays valid. (bench/peers.mjs does this for servers.)
 */
import { constantRate } from "./constant_rate.mjs";
import { cpuUntilQuiet } from "./process.mjs";
import { load } from "./wrk.mjs";

/** Median, minimum and maximum of numbers. */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  return { median, least: sorted[0], most: sorted.at(-1) };
}

function headersOf({ as }, { keys }) {
  return as === "session" ? {} : { apikey: keys[as] };
}

const nothing = { all: 0, writing: 0 };

/** The number of sessions that are used in turn, if the operation does not say otherwise. */
export const mostSessions = 100_000;

/** Runs an operation with wrk. @returns The figures of wrk.mjs. */
export function ask(parley, operation, dataset, { seconds, connections, round }) {
  const { pathOf, ...wrk } = operation.wrk;
  return load(parley, {
    connections,
    ...wrk,
    ...(pathOf && { path: pathOf(dataset) }),
    headers: headersOf(operation, dataset),
    seconds,
    environment: {
      BENCH_ROUND: `${round}`,
      BENCH_USERS: `${dataset.users}`,
      BENCH_TOKENS: dataset.tokens,
      BENCH_SESSIONS: `${operation.sessions ?? mostSessions}`,
    },
  });
}

/**
 * Measures all operations on a server with this data. `reference` is a running server and the path to
 * compare with. Returns for each operation cpu, ratio (reference / ours) and writing (the share of the
 * thread that writes in the CPU, 0 to 1) as spreads, perSecond and latency; and the resident memory of the
 * server at the end.
 */
export async function measureOperations(operations, dataset, reference, pace) {
  const parley = await dataset.start();
  try {
    const cursor = await parley.cursorBehind(
      dataset.keys.apiKey,
      `user-${Math.floor(dataset.users / 2)}`,
    );
    const asked = { ...dataset, cursor };
    for (const { prepare } of operations) await prepare?.(parley, dataset);
    for (const operation of operations.filter(({ warmUp }) => warmUp !== undefined)) {
      await ask(parley, operation, asked, { ...pace, seconds: operation.warmUp, round: 0 });
    }
    const turns = [];
    for (let turn = 0; turn < pace.turns; ++turn) {
      const { cpuMicros: theirs } = await load(reference, { path: reference.path, ...pace });
      const ours = [];
      for (const operation of operations) {
        const done = await ask(parley, operation, asked, { ...pace, round: turn });
        const { writesFor } = operation;
        const later = writesFor ? await cpuUntilQuiet(parley.pid, writesFor) : nothing;
        const cpu = done.cpuMicros + later.all / done.requests;
        const writing = (done.writingMicros + later.writing / done.requests) / cpu;
        ours.push({ cpu, ratio: theirs / cpu, writing, perSecond: done.perSecond });
      }
      turns.push(ours);
    }
    const figures = [];
    for (const [index, operation] of operations.entries()) {
      const all = turns.map((turn) => turn[index]);
      figures.push({
        cpu: spread(all.map(({ cpu }) => cpu)),
        ratio: spread(all.map(({ ratio }) => ratio)),
        writing: spread(all.map(({ writing }) => writing)),
        perSecond: spread(all.map(({ perSecond }) => perSecond)),
        latency: await constantRate(parley, operation, asked, headersOf(operation, asked), pace),
      });
    }
    return { figures, residentBytes: parley.residentBytes() };
  } finally {
    await parley.stop();
  }
}
