import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { cpuMicros, loadCore, threadCpuMicros } from "./process.mjs";

/**
 * Runs wrk against a server and answers its CPU per request, how much of that its thread that writes to
 * the database has (0 to 1), the requests, and those per second. A single answer that is no success spoils the
 * measurement: it throws.
 */
export async function load(
  server,
  { path = "/", script, headers = {}, seconds, connections, environment = {} },
) {
  const args = ["--threads", "1", "--connections", `${connections}`, "--duration", `${seconds}s`];
  for (const [name, value] of Object.entries(headers)) args.push("--header", `${name}: ${value}`);
  if (script !== undefined) args.push("--script", `bench/scripts/${script}`);
  const before = cpuMicros(server.pid);
  const writerBefore = threadCpuMicros(server.pid, "writer");
  const { stdout } = await promisify(execFile)(
    "taskset",
    ["--cpu-list", loadCore, "wrk", ...args, server.url + path],
    { env: { ...process.env, ...environment } },
  );
  const used = cpuMicros(server.pid) - before;
  const ofWriter = threadCpuMicros(server.pid, "writer") - writerBefore;
  const [, requests, wall] = /(\d+) requests in ([\d.]+)s/.exec(stdout) ?? [];
  if (requests === undefined || /Non-2xx|Socket errors/.test(stdout)) throw new Error(stdout);
  return {
    cpuMicros: used / Number(requests),
    writing: ofWriter / used,
    requests: Number(requests),
    perSecond: Number(requests) / Number(wall),
  };
}
