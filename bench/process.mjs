import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

const ticksPerSecond = 100; // sysconf(_SC_CLK_TCK), 100 on every Linux that Debian builds
const serverCore = "0";
/** Of all that the servers are measured with. */
export const loadCore = "1";

/** Starts a server on its core. Its output goes nowhere, unless it fails. */
export function startOnServerCore(command, args) {
  const child = spawn("taskset", ["--cpu-list", serverCore, command, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
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

/** User and system time of a process so far, in microseconds. */
export function cpuMicros(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1e6;
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
