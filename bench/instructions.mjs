#!/usr/bin/env node
/**
 * instructions [--check | --write]: counts the instructions that the server executes per call, with
 * callgrind. Unlike times, they do not depend on other load on the machine, so a more expensive call is
 * noticed immediately.
 *
 * `--check` compares with bench/instructions.json and fails if a guarded call has grown by more than 5 %.
 * `--write` stores the counts there.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { calls, instructionsOf } from "./callgrind.mjs";

const baselinePath = new URL("instructions.json", import.meta.url);
const mostGrowth = 0.05;
/** Calls that `--check` verifies. */
const guarded = ["GET /v3/me"];
/** How often a call that seems to have grown is counted. Load on the machine can only increase the count. */
const mostTries = 3;

/** The instructions of a call: the minimum of several tries, which end when the count is at most `most`. */
async function leastOf(name, most) {
  let least = await instructionsOf(name);
  for (let tries = 1; tries < mostTries && least > most; ++tries) {
    least = Math.min(least, await instructionsOf(name));
  }
  return least;
}

async function main() {
  if (process.arch !== "x64") {
    console.log("The stored counts are for x86-64. There is nothing to compare on this machine.");
    return;
  }
  const mode = process.argv[2];
  const baseline = JSON.parse(readFileSync(baselinePath, "utf8"));
  const counts = {};
  let grown = false;
  for (const name of mode === "--check" ? guarded : Object.keys(calls)) {
    const most = mode === "--check" ? baseline[name] * (1 + mostGrowth) : Infinity;
    counts[name] = await leastOf(name, most);
    const growth = baseline[name] === undefined ? 0 : counts[name] / baseline[name] - 1;
    const percent = `${growth < 0 ? "" : "+"}${(growth * 100).toFixed(1)} %`;
    console.log(`${name}: ${counts[name].toLocaleString("en")} instructions (${percent})`);
    if (guarded.includes(name) && growth > mostGrowth) grown = true;
  }
  if (mode === "--write") writeFileSync(baselinePath, `${JSON.stringify(counts, null, 2)}\n`);
  if (mode === "--check" && grown) {
    console.error(
      `More than ${mostGrowth * 100} % above bench/instructions.json. If this is intended, store the new ` +
        "counts with `bench/instructions.mjs --write` and explain why in the commit message.",
    );
    process.exitCode = 1;
  }
}

await main();
