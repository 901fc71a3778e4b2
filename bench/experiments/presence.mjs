/**
 * CPU per change of presence, each delivered to a hundred subscribers, compared with another build in turns.
 * From the root of the project, after `make bench`:
 *
 *   node bench/experiments/presence.mjs --against ../before/build/release/parleyd
 *
 * --turns N: default 5. --subscribers N: default 2,000. --changes N: per second, default 100.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measurePresence } from "../realtime.mjs";
import { spread } from "../turns.mjs";

const seconds = 10;

const { values } = parseArgs({
  options: {
    against: { type: "string" },
    turns: { type: "string", default: "5" },
    subscribers: { type: "string", default: "2000" },
    changes: { type: "string", default: "100" },
  },
});

const directory = mkdtempSync(join(tmpdir(), "parley-presence-"));
const load = { subscribers: Number(values.subscribers), changes: Number(values.changes), seconds };
const cpuMicros = async (name, server) =>
  (await measurePresence(join(directory, name), { ...load, server })).cpuMicros;
try {
  const ratios = [];
  for (let turn = 0; turn < Number(values.turns); ++turn) {
    const before = await cpuMicros(`before-${turn}`, { program: values.against });
    const now = await cpuMicros(`now-${turn}`, {});
    ratios.push(now / before);
    console.log(`${before.toFixed(0)} us -> ${now.toFixed(0)} us: ${ratios.at(-1).toFixed(3)}`);
  }
  console.log(`median ${spread(ratios).median.toFixed(3)}`);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
