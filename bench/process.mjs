import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100; // sysconf(_SC_CLK_TCK) is 100 on all Debian kernels.
const serverCore = "0";
/** The core of all load generators. */
export const loadCore = "1";

/**
 * The load comes from few users and keys and would exceed their limits. The limits are raised, not turned
 * off, so that their cost is included. They are set in the environment, because older versions of parleyd
 * ignore unknown variables.
 */
const raisedLimits = {
  PARLEY_USER_CALLS_PER_MINUTE: "1000000000",
  PARLEY_KEY_CALLS_PER_MINUTE: "1000000000",
  PARLEY_SOCKETS_PER_USER: "1000000",
};

/** Starts a server on its core. Discards its standard output, and keeps standard error for failures. */
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

/** The name of a thread; undefined if it has ended. */
function nameOf(thread) {
  try {
    return readFileSync(`${thread}/comm`, "utf8").trim();
  } catch {
    return undefined;
  }
}

/** The same for its thread that writes to the database; 0 if there is none. */
function writerCpuMicros(pid) {
  const threads = readdirSync(`/proc/${pid}/task`).map((id) => `/proc/${pid}/task/${id}`);
  const writer = threads.find((path) => nameOf(path) === "writer");
  return writer === undefined ? 0 : cpuMicrosOf(writer);
}

/** Returns a function that returns the CPU used since now, by the process and by its writing thread. */
export function startCpuCount(pid) {
  const begin = cpuMicros(pid);
  const writerBegin = writerCpuMicros(pid);
  return () => ({ all: cpuMicros(pid) - begin, writing: writerCpuMicros(pid) - writerBegin });
}

/**
 * The CPU that a process uses from now on until it is idle, which is checked first after `after`
 * milliseconds.
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

/** Requests `url` until there is a response, whatever its status. */
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
