/** Renders rows of figures as Markdown. */
import { execFileSync } from "node:child_process";
import { cpus } from "node:os";

const number = (value) => Math.round(value).toLocaleString("en");
const micro = (value) => value.toFixed(value < 100 ? 1 : 0);
const millis = (value) => value.toFixed(value < 10 ? 2 : 1);
const range = ({ median, least, most }, show) => `${show(median)} (${show(least)}-${show(most)})`;
const line = (cells) => `| ${cells.join(" | ")} |`;
const table = (head, rows) =>
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

/** Operations at each size. Each row: name, users, the figures of turns.mjs, the cells of budgets.mjs. */
function operationsTable(rows) {
  const head = [
    "operation",
    "users",
    "CPU, us per operation",
    "nginx / ours",
    "per second and core",
    "writer share",
    "rate",
    "p50, ms",
    "p99",
    "p99.9",
    "budget",
    "stretch",
  ];
  return table(
    head,
    rows.map(({ name, users, cpu, ratio, writing, latency, budget }) => [
      name,
      number(users),
      range(cpu, micro),
      range(ratio, (value) => value.toFixed(2)),
      number(1e6 / cpu.median),
      `${Math.round(100 * writing.median)} %`,
      `${number(latency.rate)} /s`,
      ...[latency.p50, latency.p99, latency.p999].map(millis),
      ...budget,
    ]),
  );
}

/** Single figures: [what, size, figure, firm budget, stretch]. */
function factsTable(rows) {
  return table(["what", "size", "measured", "budget", "stretch"], rows);
}

/** Servers that check a token in the same turns; see peers.mjs. */
function peersTable(rows) {
  return table(
    ["server", "CPU, us per request", "ratio to nginx", "ratio to Parley"],
    rows.map(({ name, cpu, ratio, times }) => [
      name,
      range(cpu, micro),
      ...[ratio, times].map((spread) => range(spread, (value) => value.toFixed(2))),
    ]),
  );
}

/** See micro.mjs. */
function stepsTable(rows) {
  return table(
    ["step", "ns", "ratio to SHA-256", "allocations"],
    rows.map(({ name, nanos, times, allocations }) => [
      name,
      nanos < 100 ? nanos.toFixed(1) : number(nanos),
      times.toFixed(2),
      allocations === undefined ? "" : number(allocations),
    ]),
  );
}

/** Instructions per call. */
function instructionsTable(rows) {
  return table(
    ["call", "instructions"],
    rows.map(([name, count]) => [name, number(count)]),
  );
}

function measuredWhere() {
  const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "src") === "" ? "" : " with changes";
  return `Made by \`make bench\` on ${new Date().toISOString().slice(0, 10)}, at commit ${git("rev-parse", "--short", "HEAD")}${changed}, on two cores of
${cpus()[0].model}: the server on one, the load generators on the other.`;
}

/** Renders the measurements of run.mjs as bench/RESULTS.md. */
export function results({ operations, peers, facts, steps, instructions }) {
  return `# Benchmarks

${measuredWhere()} [README.md](README.md)
explains the columns.

## Operations

${operationsTable(operations)}

![Cost of operations over the number of users](cost_by_size.svg)

## Checking a token, compared with other servers

${peersTable(peers)}

## Start, memory, size and realtime

${factsTable(facts)}

## Single steps

${stepsTable(steps)}

## Instructions per call

${instructionsTable(instructions)}
`;
}
