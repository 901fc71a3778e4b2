import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { loadCore, startCpuCount } from "./process.mjs";

/**
 * Runs wrk against a server. Returns its CPU per request, the part of it used by the thread that writes to
 * the database, the number of requests, and the requests per second. Throws if a request fails, because
 * that would distort the measurement.
 */
export async function load(
  server,
  { path = "/", script, headers = {}, seconds, connections, environment = {} },
) {
  const args = ["--threads", "1", "--connections", `${connections}`, "--duration", `${seconds}s`];
  for (const [name, value] of Object.entries(headers)) args.push("--header", `${name}: ${value}`);
  if (script !== undefined) args.push("--script", `bench/scripts/${script}`);
  const cpu = startCpuCount(server.pid);
  const { stdout } = await promisify(execFile)(
    "taskset",
    ["--cpu-list", loadCore, "wrk", ...args, server.url + path],
    { env: { ...process.env, ...environment } },
  );
  const used = cpu();
  const [, requests, wall] = /(\d+) requests in ([\d.]+)s/.exec(stdout) ?? [];
  if (requests === undefined || /Non-2xx|Socket errors/.test(stdout)) throw new Error(stdout);
  return {
    cpuMicros: used.all / Number(requests),
    writingMicros: used.writing / Number(requests),
    requests: Number(requests),
    perSecond: Number(requests) / Number(wall),
  };
}
