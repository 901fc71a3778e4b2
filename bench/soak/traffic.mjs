/** The HTTP traffic of a soak. Each class is a process of bench/load with a constant rate. */
import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { cpuMicros, loadCore } from "../process.mjs";

const generator = "build/release/http_load";
const windowSeconds = 60;

export const countLines = (file) =>
  Number(execFileSync("wc", ["--lines", file], { encoding: "utf8" }).split(" ")[0]);

/** The share of each class in the requests. The share of presence is used for sockets.mjs. */
export const shares = { me: 0.8, lists: 0.1, logins: 0.05, presence: 0.05 };
const httpClasses = ["me", "lists", "logins"];

async function run(parley, args) {
  const { stdout } = await promisify(execFile)(
    "taskset",
    ["--cpu-list", loadCore, generator, "--port", parley.port, ...args].map(String),
    { maxBuffer: 1 << 26 },
  );
  return JSON.parse(stdout);
}

/** Arguments of http_load for each class. `live`: file of tokens to use. `issued`: file to write tokens to. */
function argumentsOf({ keys, users, live, issued, cursor }) {
  const list = "/v3/users?perPage=100";
  return {
    me: ["--path", "/v3/me", "--tokens", live, "--header", "authToken: {token}"],
    lists: [
      ...["--path", list],
      ...["--path", `${list}&sortBy=uid&cursor=${cursor}`],
      ...["--path", `${list}&tags=beta`],
      ...["--path", `${list}&searchKey=999`],
      ...["--header", `apikey: ${keys.apiKey}`, "--connections", 32],
    ],
    logins: [
      ...["--method", "POST", "--path", "/v3/users/user-{n}/auth_tokens", "--body", "{}"],
      ...["--first", Math.floor(users / 2), "--issued", issued],
      ...["--header", `apikey: ${keys.authKey}`],
    ],
  };
}

async function runClass(parley, name, sources, { rate, seconds }) {
  const pace = ["--per-second", rate * shares[name], "--seconds", seconds];
  return run(parley, [...argumentsOf(sources)[name], ...pace, "--window", windowSeconds]);
}

/**
 * Runs the traffic. Returns the report of http_load for each class, with the percentiles of each minute as
 * `windows`. Throws if a connection is lost.
 */
export async function runTraffic(parley, sources, pace) {
  const figures = httpClasses.map((name) => runClass(parley, name, sources, pace));
  const all = await Promise.all(figures);
  return Object.fromEntries(all.map((each, i) => [httpClasses[i], each]));
}

/** CPU of the server in microseconds per request, for each class alone at its share of the rate. */
export async function costsAlone(parley, sources, pace) {
  const costs = {};
  for (const name of httpClasses) {
    const before = cpuMicros(parley.pid);
    const { answers } = await runClass(parley, name, sources, pace);
    costs[name] = (cpuMicros(parley.pid) - before) / answers;
  }
  return costs;
}

/** Calls GET /v3/me once with each token in the file. Returns the number of calls and of successes. */
export async function askAll(parley, tokens) {
  const count = countLines(tokens);
  const { answers, errors } = await run(parley, [
    ...["--path", "/v3/me", "--tokens", tokens, "--header", "authToken: {token}"],
    ...["--per-second", count, "--seconds", 1],
  ]);
  return { asked: count, well: answers - errors };
}
