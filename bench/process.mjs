import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100; // sysconf(_SC_CLK_TCK), 100 on every Linux that Debian builds
const serverCore = "0";
/** Of all that the servers are measured with. */
export const loadCore = "1";

/** Starts a server on its core. Its output goes nowhere, unless it fails. */
/**
 * A load that no user or back end makes alone, from one of each. Raised, not off, so that what the
 * limits cost is measured. In the environment, where an older parleyd passes over them.
 */
const raisedLimits = {
  PARLEY_USER_CALLS_PER_MINUTE: "1000000000",
  PARLEY_KEY_CALLS_PER_MINUTE: "1000000000",
  PARLEY_SOCKETS_PER_USER: "1000000",
};

export function startOnServerCore(command, args) {
  const child = spawn("taskset", ["--cpu-list", serverCore, command, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...raisedLimits },
  });
  child.errors = "";
  child.stderr.on("data", (chunk) => (child.errors += chunk));
  return child;
}

export async function stop(child, signal = "SIGTERM") {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

function cpuMicrosOf(directory) {
  const stat = readFileSync(`${directory}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1e6;
}

/** User and system time of a process so far, in microseconds. */
export const cpuMicros = (pid) => cpuMicrosOf(`/proc/${pid}`);

/** The name of a thread; undefined when it has ended. */
function nameOf(thread) {
  try {
    return readFileSync(`${thread}/comm`, "utf8").trim();
  } catch {
    return undefined;
  }
}

/** The same of its thread that writes to the database; 0 where it has none. */
function writerCpuMicros(pid) {
  const threads = readdirSync(`/proc/${pid}/task`).map((id) => `/proc/${pid}/task/${id}`);
  const writer = threads.find((path) => nameOf(path) === "writer");
  return writer === undefined ? 0 : cpuMicrosOf(writer);
}

/** Answers, each time it is called, the CPU since now: of the process, and of its writing thread. */
export function startCpuCount(pid) {
  const begin = cpuMicros(pid);
  const writerBegin = writerCpuMicros(pid);
  return () => ({ all: cpuMicros(pid) - begin, writing: writerCpuMicros(pid) - writerBegin });
}

/**
 * CPU that a process takes from now on until it rests, which it may do after so many milliseconds for
 * the first time.
 */
export async function cpuUntilQuiet(pid, after) {
  const cpu = startCpuCount(pid);
  const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  await sleep(after);
  for (let before = 0, now = cpu().all; now - before > 1e6 / ticksPerSecond; ) {
    await sleep(200);
    [before, now] = [now, cpu().all];
  }
  return cpu();
}

export function residentBytes(pid) {
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(kib) * 1024;
}

/** Asks `url` until it answers, whatever it answers. */
export async function untilAnswered(url, child) {
  for (;;) {
    try {
      return await (await fetch(url)).text();
    } catch (problem) {
      if (child.exitCode !== null)
        throw new Error(`did not start: ${child.errors}`, { cause: problem });
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}
