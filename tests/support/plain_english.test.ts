// tools/plain-english, which `make lint` runs, in a repository of its own.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../tools/plain-english", import.meta.url));

let repository: string;
beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), "plain-english-"));
  mkdirSync(join(repository, "tools"));
  cpSync(script, join(repository, "tools/plain-english"));
  execFileSync("git", ["init", "--quiet"], { cwd: repository });
});
afterEach(() => {
  rmSync(repository, { recursive: true });
});

function check(text: string): { status: number | null; output: string } {
  writeFileSync(join(repository, "words.hpp"), text);
  execFileSync("git", ["add", "."], { cwd: repository });
  const { status, stdout } = spawnSync(join(repository, "tools/plain-english"), {
    encoding: "utf8",
  });
  return { status, output: stdout };
}

it("finds a phrase, says where it is, and what to write instead", () => {
  const { status, output } = check("// Fine.\n// At most 25 tags a user.\n");
  expect(output).toContain("words.hpp:2:// At most 25 tags a user.");
  expect(output).toContain('say "per"');
  expect(status).toBe(1);
});

it("accepts the same words where they are right", () => {
  const text = "// There is no user. The order of the users a call of list() returns. For whom?\n";
  expect(check(text)).toEqual({ status: 0, output: "" });
});
