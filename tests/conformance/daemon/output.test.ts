/** Output that cannot be written: a full disk, a closed descriptor, a reader that has exited. */
import { spawn } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parleydCommand, parleydPath, temporaryDirectory } from "../../support/parleyd";

const dataDir = temporaryDirectory();
const configFile = join(temporaryDirectory(), "parley.toml");
writeFileSync(configFile, "threads = 1\n");
const apiKey = /\b[0-9a-f]{40}\b/;

beforeAll(async () => {
  await parleydCommand(dataDir, "app", "create", "--id", "first", "--name", "First");
  await parleydCommand(
    dataDir,
    ...["user", "create", "--app", "first", "--uid", "nancy", "--name", "Nancy"],
  );
});

interface Exit {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `parleyd LINE` with shell redirections such as `>/dev/full`. */
function runInShell(line: string, redirections: string): Promise<Exit> {
  const command = `exec ${parleydPath()} ${line} ${redirections}`;
  const child = spawn("sh", ["-c", command], { stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((done) => child.once("close", (code) => done({ code, stdout, stderr })));
}

const withData = (line: string): string => `${line} --data-dir ${dataDir}`;

describe.each([
  ["a full disk", ">/dev/full", "No space left on device"],
  ["a closed descriptor", ">&-", "Bad file descriptor"],
])("%s as standard output", (_name, redirection, reason) => {
  it.each(["version", "version --json", "--help", "config reference", withData("config check")])(
    "fails `%s`",
    async (line) => {
      const { code, stderr } = await runInShell(line, redirection);
      expect(stderr).toContain(`parleyd: cannot write to standard output: ${reason}\n`);
      expect(code).toBe(1);
    },
  );

  it("fails a list", async () => {
    const { code, stderr } = await runInShell(withData("user list --app first"), redirection);
    expect(stderr).toBe(`parleyd: cannot write to standard output: ${reason}\n`);
    expect(code).toBe(1);
  });

  it("says that a change took effect", async () => {
    const uid = `lost${redirection.length}`;
    const line = withData(`user create --app first --uid ${uid} --name Lost`);
    const { code, stderr } = await runInShell(line, redirection);
    expect(stderr).toMatch(/`parleyd user create .*` took effect; only its result was not printed/);
    expect(code).toBe(1);
    const again = await runInShell(line, "");
    expect(again.stderr).toContain("already exists");
  });

  it.each([
    [`app create --id lost${redirection.length} --name Lost`, 2],
    ["key create --app first --name 'Lost key' --scope fullAccess", 2],
    ["user token --app first --uid nancy --expires-in 60", 1],
    [`admin create ann${redirection.length}@example.com --name Ann --role owner --generate`, 1],
    [`admin create bob${redirection.length}@example.com --name Bob --role owner --link`, 1],
  ])("fails `%s`, and advises commands that work when pasted", async (line, count) => {
    const full = `${withData(line)} --config ${configFile}`;
    const { code, stderr } = await runInShell(full, redirection);
    expect(stderr).toContain(`cannot write to standard output: ${reason}\n`);
    expect(code).toBe(1);
    const advised = [...stderr.matchAll(/`parleyd ([^`]+)`/g)].map((match) => match[1] ?? "");
    expect(advised).toHaveLength(count);
    for (const command of advised) {
      expect(await runInShell(command, ""), command).toMatchObject({ code: 0, stderr: "" });
    }
  });
});

it("a command whose reader has exited still reports what is lost", async () => {
  const args = ["app", "create", "--id", "unread", "--name", "U", "--data-dir", dataDir];
  const child = spawn(parleydPath(), args, { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const code = await new Promise((done) => child.once("close", done));
  expect(stderr).toContain("Broken pipe");
  expect(stderr).toContain("`parleyd key create --app unread ");
  expect(code).toBe(1);
  const made = ["key", "create", "--app", "unread", "--name", "New"];
  expect(await parleydCommand(dataDir, ...made)).toHaveProperty("apiKey");
});

it("no secret is written to a file that reuses a closed descriptor", async () => {
  const everything = "<&- >&- 2>&-";
  const { code } = await runInShell(withData("app create --id closed --name Closed"), everything);
  expect(code).toBe(1);
  for (const { name } of readdirSync(dataDir, { withFileTypes: true }).filter((e) => e.isFile())) {
    expect(readFileSync(join(dataDir, name), "latin1"), name).not.toMatch(apiKey);
  }
});

it("a development server whose start text cannot be written says where its keys are", async () => {
  const dev = `dev --data-dir ${temporaryDirectory()} --listen 127.0.0.1:0`;
  const command = `${parleydPath()} ${dev} >/dev/full & server=$!; sleep 3; kill $server; wait`;
  const child = spawn("sh", ["-c", command], { stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  await new Promise((done) => child.once("close", done));
  expect(stderr).toMatch(/"start_not_shown".*credentials\.json|start_not_shown.*credentials\.json/);
});

describe.each(["2>/dev/full", "2>&-"])("%s", (redirection) => {
  it.each([
    ["serve --data-dir /proc/x", 2],
    ["serve --listen nonsense", 2],
    [withData("user list --app unknown"), 1],
    ["config check --trusted-proxy 0.0.0.0/0", 0],
    ["fly", 2],
  ])("`%s` exits as with a working standard error", async (line, expected) => {
    expect((await runInShell(line, redirection)).code).toBe(expected);
  });
});
