import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { measureIdle, measurePresence, measureReconnect } from "./realtime.mjs";

const number = (value) => value.toLocaleString("en");
const ms = (value) => `${value.toFixed(1)} ms`;
const kib = 1024;

/** As many as 20,000, or as many as the limit of open files lets both ends have. */
const openFiles = Number(execFileSync("sh", ["-c", "ulimit -Hn"]));
const mostSockets = Math.min(20_000, openFiles - 1000);

/** The rows about WebSockets: at a tenth of the size, at the size, and at what one machine may get. */
export async function* realtimeFacts(directory, quick) {
  yield* idleFacts(directory, quick ? [1000] : [1000, 10_000, mostSockets]);
  yield* presenceFacts(directory, quick);
  yield* reconnectFacts(directory, quick ? [1000] : [1000, 10_000]);
}

async function* idleFacts(directory, counts) {
  for (const count of counts) {
    const bytes = await measureIdle(join(directory, `idle-${count}`), count);
    const figure = `${number(bytes)} bytes resident memory`;
    const isBudgeted = count === 10_000;
    yield [
      ...["idle socket, logged in", `${number(count)} sockets`, figure],
      ...(isBudgeted ? ["<= 6 KiB", bytes <= 6 * kib] : ["", undefined]),
    ];
  }
}

async function* presenceFacts(directory, quick) {
  const sizes = [
    { subscribers: 2000, changes: 100 },
    ...(quick
      ? []
      : [
          { subscribers: 10_000, changes: 500 },
          { subscribers: 10_000, changes: 1000 },
        ]),
  ];
  for (const size of sizes) {
    const place = join(directory, `presence-${size.subscribers}-${size.changes}`);
    const seconds = quick ? 5 : 15;
    const figures = await measurePresence(place, { ...size, seconds });
    const { expected, lost, unexpected, millis, cores, cpuMicros } = figures;
    const isMet = lost === 0 && unexpected === 0 && millis.p99 <= 100 && cores <= 1;
    const isBudgeted = size.subscribers === 10_000;
    yield [
      "presence, each subscribed to 100 others",
      `${number(size.subscribers)} online, ${number(size.changes)} changes /s`,
      `${number(expected - lost)} of ${number(expected)} delivered, ${unexpected} twice or wrong; ` +
        `p50 ${ms(millis.p50)}, p99 ${ms(millis.p99)}; ${cores.toFixed(2)} of a core, ` +
        `${cpuMicros.toFixed(0)} us a change`,
      ...(isBudgeted ? ["all, p99 <= 100 ms, <= 1 core", isMet] : ["", undefined]),
    ];
  }
}

async function* reconnectFacts(directory, counts) {
  for (const count of counts) {
    const figures = await measureReconnect(join(directory, `reconnect-${count}`), count);
    const { seconds, errors, online } = figures;
    yield [
      "all clients back after kill -9 and a start",
      `${number(count)} sockets`,
      `${seconds.toFixed(1)} s, ${errors} failed attempts, ${number(online)} shown online`,
      ...["", undefined],
    ];
  }
}
