import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { loadCore, startCpuCount } from "./process.mjs";

/**
 * Runs wrk against a server and answers its CPU per request, what of that its thread has that writes
 * to the database, the requests, and those per second. A single answer that is no success spoils the
 * measurement: it throws.
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
