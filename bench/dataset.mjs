import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { startParley } from "./parley.mjs";

/**
 * Creates a data directory with `users` users and one session per user. Returns the `keys` of its app,
 * `tokens`, a file with the auth tokens, and `start`, which takes the options of startParley. `seed` is the
 * program that creates the data. Use the seed of another build to create data for its server.
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
