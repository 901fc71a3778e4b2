/** The budgets of the specification: the required value (firm) and the goal (stretch). */
const verdict = (isMet) => (isMet ? "yes" : "**no**");

/** Compares a figure with both limits. Returns two table cells. `show` formats a limit. */
const compare = (sign, meets) => (firm, stretch, show) => (figure) =>
  [firm, stretch].map((limit) => `${sign} ${show(limit)}: ${verdict(meets(figure, limit))}`);
const atLeast = compare(">=", (figure, limit) => figure >= limit);
const atMost = compare("<=", (figure, limit) => figure <= limit);

const perSecond = (limit) => `${limit.toLocaleString("en")} /s per core`;
const p99 = (limit) => `${limit} ms, p99`;
const mib = (limit) => `${limit / 1024 / 1024} MiB`;
const kib = (limit) => `${limit / 1024} KiB`;

/** For a figure without a budget. */
export const noBudget = () => ["", ""];

/** Each takes its figure: a ratio, operations per second, milliseconds or bytes. */
export const budgets = {
  getMe: atLeast(0.7, 0.9, (limit) => `${limit.toFixed(2)} of nginx`),
  getMeAgainstPeer: atLeast(8, 12, (limit) => `${limit} times`),
  sessionCall: atLeast(5000, 15_000, perSecond),
  login: atLeast(8000, 20_000, perSecond),
  createUser: atLeast(8000, 15_000, perSecond),
  list: atMost(10, 3, p99),
  pageByNumber: atMost(100, 20, p99),
  start: atMost(1000, 300, (limit) => `${limit} ms`),
  memoryOfNothing: atMost(20 * 1024 ** 2, 10 * 1024 ** 2, mib),
  memoryOfAMillion: atMost(400 * 1024 ** 2, 200 * 1024 ** 2, mib),
  binary: atMost(15 * 1024 ** 2, 8 * 1024 ** 2, mib),
  sdk: atMost(15 * 1024, 8 * 1024, kib),
  idleSocket: atMost(6 * 1024, 2 * 1024, kib),
};

/** Required at 500 changes per second, the goal at 1,000. */
export function presenceBudget(isMet, { subscribers, changes }) {
  if (subscribers !== 10_000) return noBudget();
  const text = `all, p99 <= 100 ms, <= 1 core: ${verdict(isMet)}`;
  if (changes === 500) return [text, ""];
  return changes === 1000 ? ["", text] : noBudget();
}
