import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { loadCore } from "./process.mjs";

const generator = "build/release/http_load";

/**
 * Latencies at a constant rate, in milliseconds: p50, p90, p99, p999, max. Throws if a request fails,
 * because that would distort the measurement.
 */
export async function constantRate(parley, operation, dataset, headers, { seconds }) {
  const { method = "GET", path, pathOf, body, perSecond } = operation.constant;
  const { isRead, as } = operation;
  // {n} is part of a uid: logins need existing users, creations need new ones.
  const rate = Math.min(perSecond, Math.floor(dataset.users / seconds));
  const args = [
    ...["--port", parley.port, "--method", method, "--path", path ?? pathOf(dataset)],
    ...["--per-second", rate, "--seconds", isRead ? 2 * seconds : seconds],
    ...(body ? ["--body", body] : []),
    ...(as === "session" ? ["--tokens", dataset.tokens, "--header", "authToken: {token}"] : []),
    ...Object.entries(headers).flatMap(([name, value]) => ["--header", `${name}: ${value}`]),
  ].map(String);
  const { stdout } = await promisify(execFile)("taskset", [
    ...["--cpu-list", loadCore, generator],
    ...args,
  ]);
  const { errors, ...latency } = JSON.parse(stdout);
  if (errors > 0) throw new Error(`${errors} failed at ${operation.name}`);
  return { ...latency, rate };
}
