/** Samples a server every few seconds: its memory, open files and CPU, and how busy the cores are. */
import { readFileSync, readdirSync } from "node:fs";
import { cpuMicros } from "../process.mjs";

const intervalMillis = 5000;

/** Resident memory in bytes: in total, and the anonymous part, which is not backed by files. */
function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kib = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)[1]);
  return { resident: kib("VmRSS") * 1024, anonymous: kib("RssAnon") * 1024 };
}

/** Ticks of each core so far: in total, idle, and stolen by other virtual machines. */
function coreTicks() {
  const lines = readFileSync("/proc/stat", "utf8").matchAll(/^cpu\d+ (.*)$/gm);
  return [...lines].map(([, numbers]) => {
    const [user, nice, system, idle, iowait, irq, softirq, steal] = numbers.split(" ").map(Number);
    const all = user + nice + system + idle + iowait + irq + softirq + steal;
    return { all, idle: idle + iowait, steal };
  });
}

/**
 * Samples until stop(), which returns `samples` of { seconds, resident, anonymous, files, cpuMicros }, and
 * `cores` with the shares of the time in which each core was `busy`, and `stolen` by other machines.
 */
export function watch(pid) {
  const begin = performance.now();
  const ticks = coreTicks();
  const samples = [];
  const look = () =>
    samples.push({
      seconds: (performance.now() - begin) / 1000,
      ...memoryOf(pid),
      files: readdirSync(`/proc/${pid}/fd`).length,
      cpuMicros: cpuMicros(pid),
    });
  look();
  const timer = setInterval(look, intervalMillis);
  return {
    stop() {
      clearInterval(timer);
      look();
      const cores = coreTicks().map(({ all, idle, steal }, core) => {
        const passed = all - ticks[core].all;
        return {
          busy: 1 - (idle - ticks[core].idle) / passed,
          stolen: (steal - ticks[core].steal) / passed,
        };
      });
      return { samples, cores };
    },
  };
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Memory growth per minute, from the second fifth of the time to the last (for ten minutes: from minutes
 * 3 and 4 to minutes 9 and 10). `of`: resident or anonymous.
 */
export function growthOf(samples, of) {
  const whole = samples.at(-1).seconds;
  const meanOf = (fifth) => {
    const [from, to] = [(fifth * whole) / 5, ((fifth + 1) * whole) / 5];
    const within = samples.filter(({ seconds }) => seconds >= from && seconds <= to);
    return mean(within.map((sample) => sample[of]));
  };
  const [before, after] = [meanOf(1), meanOf(4)];
  return { before, after, aMinute: (after - before) / ((0.6 * whole) / 60) };
}
