import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { startParley } from "./parley.mjs";

/**
 * A data directory with so many users, and one session of each. `keys` are those of its app, `tokens`
 * is a file with the auth tokens; `start` takes the options of startParley. `seed` is the program that
 * makes it; that of another build makes it as the servers of that build know it.
 */
export async function makeDataset(parent, users, seed = "build/release/seed") {
  const directory = join(parent, `users-${users}`);
  mkdirSync(directory);
  const tokens = join(directory, "tokens");
  const { stdout } = await promisify(execFile)(seed, [
    ...["--data-dir", join(directory, "data"), "--tokens", tokens],
    ...["--users", users, "--sessions", users].map(String),
  ]);
  const start = (options) => startParley(directory, options);
  return { users, tokens, keys: JSON.parse(stdout), start };
}
