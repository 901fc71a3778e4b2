import { execFileSync } from "node:child_process";

const program = "build/release/micro";
/** Absolute times mean little on shared machines, so all are compared with this one from the same run. */
const reference = "SHA-256 of an auth token";

/** Makes a name such as `find a session/of:10000/real_time/threads:1` readable. */
const readable = (name) =>
  name
    .replace("/real_time", "")
    .replace(
      /\/(\w+):(\d+)/g,
      (_, what, value) => `, ${what} ${Number(value).toLocaleString("en")}`,
    );

/** Single steps of the server. Each has a name, nanos of CPU, times (relative to the reference), and allocations if counted. */
export function microBenchmarks() {
  const flags = [
    "--benchmark_repetitions=3",
    "--benchmark_min_time=0.1",
    "--benchmark_format=json",
  ];
  // On all cores, because threads must contend with each other.
  const stdio = ["ignore", "pipe", "ignore"];
  const text = execFileSync(program, flags, { encoding: "utf8", stdio });
  // The variation of allocations is NaN if there are none, which is not valid JSON.
  const { benchmarks } = JSON.parse(text.replaceAll(": NaN", ": null"));
  const medians = benchmarks.filter((each) => each.aggregate_name === "median");
  const unit = medians.find((each) => each.run_name === reference).cpu_time;
  return medians.map(({ run_name: name, cpu_time: nanos, allocations }) => ({
    ...{ name: readable(name), nanos, times: nanos / unit, allocations },
  }));
}
