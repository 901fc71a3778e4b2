/** bench/SOAK.md, of what soak.mjs has measured. */
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
  const changes = ["changes of presence, 5 %", number(presence.changes), presence.lost];
  const { p50, p99, max } = presence.millis;
  rows.push([...changes, ...[p50, p99, undefined, max].map(millis)]);
  return table(["class", "count", "errors", "p50, ms", "p99", "p99.9", "longest"], rows);
}

function demandsTable(verdicts) {
  return table(
    ["what", "has to be", "was", "met"],
    verdicts.map(({ what, wanted, got, isMet }) => [
      what,
      ...[wanted, got].map((value) => (typeof value === "number" ? number(value) : value)),
      isMet ? "yes" : "**no**",
    ]),
  );
}

/** A row for each minute: a soak is about what changes on the way. */
function minutesTable({ samples, classes, plan }) {
  const rows = Array.from({ length: Math.floor(plan.minutes) }, (_, minute) => {
    const within = samples.filter(({ seconds }) => Math.floor(seconds / 60) === minute);
    const [first, last] = [within[0], within.at(-1)];
    const cpu = (last.cpuMicros - first.cpuMicros) / 1e6 / (last.seconds - first.seconds);
    const p99s = Object.values(classes).map(({ windows }) => millis(windows[minute].p99));
    return [minute + 1, mib(last.resident), mib(last.anonymous), percent(cpu), ...p99s];
  });
  const head = [
    "minute",
    "resident, MiB",
    "not of files",
    "CPU",
    "p99 of /me, ms",
    "lists",
    "logins",
  ];
  return table(head, rows);
}

function measuredWhere() {
  const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "src") === "" ? "" : " with changes";
  return `Made by \`make soak\` on ${new Date().toISOString().slice(0, 10)}, at commit ${git("rev-parse", "--short", "HEAD")}${changed}, on two cores of
${cpus()[0].model}: the server with one thread on one, all loads on the other.`;
}

function setting({ plan, sockets, samples }) {
  const files = Math.max(...samples.map((sample) => sample.files));
  const limit =
    sockets.open < 20_000
      ? `20,000 are more than this machine lets: a process may open
  ${number(openFiles)} files here, and the server had ${number(files)}, with those for HTTP and its data.`
      : "";
  return `- ${number(plan.users)} users with an auth token each in one app, of which ${number(plan.users / 10)} are in use,
  beside those of the sockets: fewer than are kept in memory where nothing is configured (\`session_cache_size\`).
- ${number(sockets.open)} sockets: ${number(sockets.staying)} stay and are each told of the changes in their role; of ${number(sockets.changing)} others, who
  come and go every ${(sockets.changing / sockets.changes).toFixed(1)} seconds, half are there. Each pings every 15 seconds. ${limit}
- ${number(plan.rate)} requests a second, whether earlier ones are answered or not. Times count from when a request was due.
- Each change is told to ${number(sockets.subscribers)} others: ${number(sockets.changes * sockets.subscribers)} messages a second. Its time is from the beginning
  of the connect, or two seconds (the grace) after the close, to when each of them heard of it.`;
}

/** What each class of requests takes of the server when it is asked alone. */
function costsTable(alone) {
  const rows = Object.entries(alone).map(([name, micros]) => [titles[name], number(micros)]);
  return table(["class", "CPU, us an operation"], rows);
}

/** What the whole soak took of the server, and how busy the machine was. */
function costs({ samples, cores, plan, alone }) {
  const whole = samples.at(-1).seconds;
  const used = samples.at(-1).cpuMicros - samples[0].cpuMicros;
  const inMix = used / (plan.rate * whole);
  return `The server used ${percent(used / 1e6 / whole)} of a core: ${number(inMix)} us a request in the mean of this mix. Each class alone, before, at
its share of the rate:

${costsTable(alone)}

Answers at such a rate come one by one: each wakes the server, and each login has a commit of its own.
In the mix they share some of it, so what presence takes of it cannot be told from these; alone it is in
[RESULTS.md](RESULTS.md), as is what the others take under full load.

The core of the loads was busy for ${percent(cores[1].busy)} of the time; what they wait for themselves is in the times
above. Other machines had ${percent(cores[0].stolen)} and ${percent(cores[1].stolen)} of the time of the two cores.`;
}

/** Whether memory stayed, and what the disk has more. */
function growth({ samples, plan, classes, diskBytes: [before, after] }) {
  const memory = growthOf(samples, "resident");
  return `Resident memory was ${mib(memory.before)} MiB in the mean of the second fifth of the time and ${mib(memory.after)} MiB in the last:
${memory.aMinute < 0 ? "" : "+"}${(memory.aMinute / 2 ** 20).toFixed(2)} MiB a minute, with ${number(plan.rate * shares.logins * 60)} logins a minute.

The database was ${mib(before)} MiB with its users and tokens before the sockets' users came, and ${mib(after)} MiB in the
end, with ${number(classes.logins.answers)} logins more.`;
}

/** `verdicts`: of demands.mjs. */
export function soakReport(measured, verdicts) {
  const failed = verdicts.filter(({ isMet }) => !isMet).length;
  const { samples, startMillis } = measured;
  return `# Soak

${failed === 0 ? "Nothing was lost, and memory stayed." : `**${failed} demands were not met.**`} ${measuredWhere()}

${setting(measured)}

## Answers

${answersTable(measured)}

${costs(measured)}

## Nothing lost

${demandsTable(verdicts)}

After \`kill -9\` the server answered again in ${number(startMillis)} ms.

## Minute by minute

![Resident memory](soak_memory.svg)

${minutesTable(measured)}

At the beginning of the first minute, with all sockets open, it was ${mib(samples[0].resident)} MiB. ${growth(measured)}
`;
}
