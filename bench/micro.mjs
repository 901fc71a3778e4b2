import { execFileSync } from "node:child_process";

const program = "build/release/micro";
/** Times mean little on machines that share their cores; this one is of the same run. */
const reference = "SHA-256 of an auth token";

/** `find a session/of:10000/real_time/threads:1` in words. */
const readable = (name) =>
  name
    .replace("/real_time", "")
    .replace(
      /\/(\w+):(\d+)/g,
      (_, what, value) => `, ${what} ${Number(value).toLocaleString("en")}`,
    );

/** Single steps of the server, each: name, nanos of CPU, times the reference, allocations if counted. */
export function microBenchmarks() {
  const flags = [
    "--benchmark_repetitions=3",
    "--benchmark_min_time=0.1",
    "--benchmark_format=json",
  ];
  // On all cores: what two threads do at once has to meet.
  const stdio = ["ignore", "pipe", "ignore"];
  const text = execFileSync(program, flags, { encoding: "utf8", stdio });
  // How allocations vary is not a number where there are none, and not JSON.
  const { benchmarks } = JSON.parse(text.replaceAll(": NaN", ": null"));
  const medians = benchmarks.filter((each) => each.aggregate_name === "median");
  const unit = medians.find((each) => each.run_name === reference).cpu_time;
  return medians.map(({ run_name: name, cpu_time: nanos, allocations }) => ({
    ...{ name: readable(name), nanos, times: nanos / unit, allocations },
  }));
}
