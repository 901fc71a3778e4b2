/** One temporary directory for the whole run. Cleans up whatever failed tests have left in it. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export default function setup(): () => void {
  const root = mkdtempSync(join(tmpdir(), "parley-test-"));
  process.env["PARLEY_TEST_ROOT"] = root;
  return () => {
    for (const name of readdirSync(root)) endServer(join(root, name, "run.json"));
    rmSync(root, { recursive: true, force: true });
  };
}

/** A server removes its run.json when it stops, so a remaining one belongs to a running server. */
function endServer(runFile: string): void {
  try {
    process.kill((JSON.parse(readFileSync(runFile, "utf8")) as { pid: number }).pid, "SIGKILL");
  } catch {
    // No file or no such process: nothing to stop.
  }
}
