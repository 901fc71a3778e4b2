import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { budgets, noBudget, presenceBudget } from "./budgets.mjs";
import { measureIdle, measurePresence, measureReconnect } from "./realtime.mjs";

const number = (value) => value.toLocaleString("en");
const ms = (value) => `${value.toFixed(1)} ms`;

/** The limit per process. Server and load generator each need one open file per socket, and a few more. */
const openFiles = Number(execFileSync("sh", ["-c", "ulimit -Hn"]));
/** Ten times the number in the budget, if the limit on open files allows it. */
const mostSockets = Math.min(100_000, openFiles - 1000);
const sockets = (count) =>
  count === mostSockets && count < 100_000
    ? `${number(count)} sockets, the most with ${number(openFiles)} open files per process`
    : `${number(count)} sockets`;

/** The rows about WebSockets: at a tenth of the size, at the size, and at ten times the size or the most that is possible. */
export async function* realtimeFacts(directory, quick) {
  yield* quick
    ? idleFacts(directory, [1000], 500)
    : idleFacts(directory, [1000, 10_000, mostSockets], 8500);
  yield* presenceFacts(directory, quick);
  yield* reconnectFacts(directory, quick ? [1000] : [1000, 10_000]);
}

async function* idleFacts(directory, counts, mostUncounted) {
  for (const count of counts) {
    const uncounted = Math.max(500, Math.min(mostUncounted, mostSockets - count));
    const bytes = await measureIdle(join(directory, `idle-${count}`), count, uncounted);
    const budget = count === 10_000 ? budgets.idleSocket : noBudget;
    const figure = `${number(bytes)} bytes resident memory`;
    yield ["idle socket, logged in", sockets(count), figure, ...budget(bytes)];
  }
}

/** Ten times the changes are more than two cores can handle, one for the server and one for the clients. */
const mostChanges = 2000;

async function* presenceFacts(directory, quick) {
  const sizes = [
    { subscribers: 1000, changes: 50 },
    { subscribers: 10_000, changes: 500 },
    { subscribers: 10_000, changes: 1000 },
    {
      subscribers: 10_000,
      changes: mostChanges,
      note: ", the most that two cores can handle",
    },
  ];
  for (const size of quick ? sizes.slice(0, 1) : sizes) {
    const place = join(directory, `presence-${size.subscribers}-${size.changes}`);
    const figures = await measurePresence(place, { ...size, seconds: quick ? 5 : 10 });
    const { expected, lost, unexpected, millis, cores, cpuMicros } = figures;
    const isMet = lost === 0 && unexpected === 0 && millis.p99 <= 100 && cores <= 1;
    yield [
      "presence, each subscribed to 100 others",
      `${number(size.subscribers)} online, ${number(size.changes)} changes /s${size.note ?? ""}`,
      `${number(expected - lost)} of ${number(expected)} delivered, ${unexpected} repeated or wrong; ` +
        `p50 ${ms(millis.p50)}, p99 ${ms(millis.p99)}; ${cores.toFixed(2)} of a core, ` +
        `${cpuMicros.toFixed(0)} us per change`,
      ...presenceBudget(isMet, size),
    ];
  }
}

async function* reconnectFacts(directory, counts) {
  for (const count of counts) {
    const figures = await measureReconnect(join(directory, `reconnect-${count}`), count);
    const { seconds, errors, online } = figures;
    yield [
      "all clients reconnected after kill -9 and a restart",
      sockets(count),
      `${seconds.toFixed(1)} s, ${errors} failed attempts, ${number(online)} shown online`,
      ...noBudget(),
    ];
  }
}
