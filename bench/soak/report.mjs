/** Renders the measurements of soak.mjs as bench/SOAK.md. */
import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { openFiles } from "./sockets.mjs";
import { shares } from "./traffic.mjs";
import { growthOf } from "./watch.mjs";

const number = (value) => Math.round(value).toLocaleString("en");
const percent = (share) => `${Math.round(share * 100)} %`;
const millis = (value) =>
  value === undefined ? "" : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
const mib = (bytes) => (bytes / 2 ** 20).toFixed(1);
const line = (cells) => `| ${cells.join(" | ")} |`;
const table = (head, rows) =>
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

const titles = {
  me: "`GET /v3/me`, 80 %",
  lists: "lists of 100 users, 10 %",
  logins: "logins, durable, 5 %",
};

function answersTable({ classes, presence }) {
  const rows = Object.entries(classes).map(([name, { answers, errors, p50, p99, p999, max }]) => [
    titles[name],
    number(answers),
    errors,
    ...[p50, p99, p999, max].map(millis),
  ]);
  const changes = ["presence changes, 5 %", number(presence.changes), presence.lost];
  const { p50, p99, max } = presence.millis;
  rows.push([...changes, ...[p50, p99, undefined, max].map(millis)]);
  return table(["class", "count", "errors", "p50, ms", "p99", "p99.9", "longest"], rows);
}

function demandsTable(verdicts) {
  return table(
    ["requirement", "expected", "measured", "met"],
    verdicts.map(({ what, wanted, got, isMet }) => [
      what,
      ...[wanted, got].map((value) => (typeof value === "number" ? number(value) : value)),
      isMet ? "yes" : "**no**",
    ]),
  );
}

/** One row per minute, because a soak is about changes over time. */
function minutesTable({ samples, classes, plan }) {
  const rows = Array.from({ length: Math.floor(plan.minutes) }, (_, minute) => {
    const within = samples.filter(({ seconds }) => Math.floor(seconds / 60) === minute);
    const [first, last] = [within[0], within.at(-1)];
    const cpu = (last.cpuMicros - first.cpuMicros) / 1e6 / (last.seconds - first.seconds);
    const p99s = Object.values(classes).map(({ windows }) => millis(windows[minute].p99));
    return [minute + 1, mib(last.resident), mib(last.anonymous), percent(cpu), ...p99s];
  });
  const head = ["minute", "resident, MiB", "anonymous", "CPU", "p99 of /me, ms", "lists", "logins"];
  return table(head, rows);
}

function measuredWhere() {
  const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "src") === "" ? "" : " with changes";
  return `Made by \`make soak\` on ${new Date().toISOString().slice(0, 10)}, at commit ${git("rev-parse", "--short", "HEAD")}${changed}, on two cores of
${cpus()[0].model}: the server with one thread on one, all load generators on the other.`;
}

function setting({ plan, sockets, samples }) {
  const files = Math.max(...samples.map((sample) => sample.files));
  const limit =
    sockets.open < 20_000
      ? `This machine does not allow 20,000: a process can open
  ${number(openFiles)} files, and the server had ${number(files)}, including those for HTTP and its data.`
      : "";
  return `- ${number(plan.users)} users in one app, with one auth token each. ${number(plan.users / 10)} tokens are in use, in addition to those
  of the sockets: fewer than the default number of sessions kept in memory (\`session_cache_size\`).
- ${number(sockets.open)} sockets: ${number(sockets.staying)} stay open and receive the presence changes in their role; ${number(sockets.changing)} other users
  come and go every ${(sockets.changing / sockets.changes).toFixed(1)} seconds, and half of them are online at any time. Each pings every 15 seconds. ${limit}
- ${number(plan.rate)} requests per second, whether or not earlier ones have been answered. Latencies count from when a request was due.
- Each presence change is sent to ${number(sockets.subscribers)} others: ${number(sockets.changes * sockets.subscribers)} messages per second. Its latency is the time from the start
  of the connect, or from two seconds (the grace period) after the close, until each of them has received it.`;
}

/** The cost of each class of requests when it runs alone. */
function costsTable(alone) {
  const rows = Object.entries(alone).map(([name, micros]) => [titles[name], number(micros)]);
  return table(["class", "CPU, us per operation"], rows);
}

/** The CPU that the server used during the soak, and how busy the machine was. */
function costs({ samples, cores, plan, alone }) {
  const whole = samples.at(-1).seconds;
  const used = samples.at(-1).cpuMicros - samples[0].cpuMicros;
  const inMix = used / (plan.rate * whole);
  return `The server used ${percent(used / 1e6 / whole)} of a core: ${number(inMix)} us per request on average in this mix. Each class alone, measured
before at its share of the rate:

${costsTable(alone)}

At such a rate, requests arrive one by one: each wakes the server, and each login needs its own commit. In
the mix, they share some of this work, so the cost of presence cannot be derived from these figures.
[RESULTS.md](RESULTS.md) has the cost of presence alone, and of the others under full load.

The core of the load generators was busy for ${percent(cores[1].busy)} of the time; the latencies above include their own
delays. Other virtual machines used ${percent(cores[0].stolen)} and ${percent(cores[1].stolen)} of the time of the two cores.`;
}

/** The growth of memory and of the database. */
function growth({ samples, plan, classes, diskBytes: [before, after] }) {
  const memory = growthOf(samples, "resident");
  return `Average resident memory was ${mib(memory.before)} MiB in the second fifth of the time and ${mib(memory.after)} MiB in the last fifth:
${memory.aMinute < 0 ? "" : "+"}${(memory.aMinute / 2 ** 20).toFixed(2)} MiB per minute, with ${number(plan.rate * shares.logins * 60)} logins per minute.

The database had ${mib(before)} MiB before the users of the sockets were created, and ${mib(after)} MiB at the end, after
${number(classes.logins.answers)} more logins.`;
}

/** `verdicts`: from demands.mjs. */
export function soakReport(measured, verdicts) {
  const failed = verdicts.filter(({ isMet }) => !isMet).length;
  const { samples, startMillis } = measured;
  return `# Soak

${failed === 0 ? "Nothing was lost, and memory did not grow." : `**${failed} requirements were not met.**`} ${measuredWhere()}

${setting(measured)}

## Latency

${answersTable(measured)}

${costs(measured)}

## Requirements

${demandsTable(verdicts)}

After \`kill -9\`, the server responded again in ${number(startMillis)} ms.

## Per minute

![Resident memory](soak_memory.svg)

${minutesTable(measured)}

At the start, with all sockets open, resident memory was ${mib(samples[0].resident)} MiB. ${growth(measured)}
`;
}
