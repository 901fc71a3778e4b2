#!/usr/bin/env node
/**
 * instructions [--check | --write]: counts the instructions that the server spends on a call, with
 * callgrind. Unlike times they do not depend on the machine's other work, so that a call which became
 * dearer shows at once.
 *
 * `--check` compares with bench/instructions.json and fails where a call that is guarded has grown by
 * more than 5 %; `--write` keeps the counts there.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { calls, instructionsOf } from "./callgrind.mjs";

const baselinePath = new URL("instructions.json", import.meta.url);
const mostGrowth = 0.05;
/** What may not become dearer unnoticed. */
const guarded = ["GET /v3/me"];
/** How often a call that seems to have grown is counted: what a busy machine does to it only adds. */
const mostTries = 3;

/** The instructions of a call, counted again while they are more than `most`; the least of the tries. */
async function leastOf(name, most) {
  let least = await instructionsOf(name);
  for (let tries = 1; tries < mostTries && least > most; ++tries) {
    least = Math.min(least, await instructionsOf(name));
  }
  return least;
}

async function main() {
  if (process.arch !== "x64") {
    console.log("The counts are those of x86-64: nothing to compare with here.");
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
      `More than ${mostGrowth * 100} % above bench/instructions.json. If that is right, keep the new ` +
        "counts with `bench/instructions.mjs --write`, and say why.",
    );
    process.exitCode = 1;
  }
}

await main();
