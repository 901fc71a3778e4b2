/** Rows of figures, and what they look like in Markdown. */

const number = (value) => Math.round(value).toLocaleString("en");
const micro = (value) => value.toFixed(value < 100 ? 1 : 0);
const millis = (value) => value.toFixed(value < 10 ? 2 : 1);
const range = ({ median, least, most }, show) => `${show(median)} (${show(least)}-${show(most)})`;
const line = (cells) => `| ${cells.join(" | ")} |`;
const table = (head, rows) =>
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

/** "yes", "**no**", or nothing where no budget speaks of this size. */
const verdict = (isMet) => (isMet === undefined ? "" : isMet ? "yes" : "**no**");

/** Operations at each size. Each row: name, users, the figures of turns.mjs, budget, isMet. */
export function operationsTable(rows) {
  const head = [
    "operation",
    "users",
    "CPU, us an operation",
    "nginx / ours",
    "a second and core",
    "rate",
    "p50, ms",
    "p99",
    "p99.9",
    "budget",
    "met",
  ];
  return table(
    head,
    rows.map(({ name, users, cpu, ratio, latency, budget, isMet }) => [
      name,
      number(users),
      range(cpu, micro),
      range(ratio, (value) => value.toFixed(2)),
      number(1e6 / cpu.median),
      `${number(latency.rate)} /s`,
      ...[latency.p50, latency.p99, latency.p999].map(millis),
      isMet === undefined ? "" : budget,
      verdict(isMet),
    ]),
  );
}

/** Figures of one kind each: [what, size, figure, budget or "", isMet or undefined]. */
export function factsTable(rows) {
  return table(
    ["what", "size", "measured", "budget", "met"],
    rows.map(([what, size, figure, budget, isMet]) => [what, size, figure, budget, verdict(isMet)]),
  );
}

/** Servers that answer the same question: [name, cpu spread, ratio spread of the same turns]. */
export function peersTable(rows) {
  return table(
    ["server", "CPU, us a request", "nginx / it"],
    rows.map(([name, cpu, ratio]) => [
      name,
      range(cpu, micro),
      range(ratio, (value) => value.toFixed(2)),
    ]),
  );
}
