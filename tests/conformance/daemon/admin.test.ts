/** `parleyd admin`: manages administrators with and without a running server. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parleydPath, startDev, startServe, temporaryDirectory } from "../../support/parleyd";

interface Exit {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Admin {
  id: string;
  email: string;
  role: string;
  hasPassword: boolean;
  lastSignedInAt: number;
  password?: string;
  link?: string;
}

function run(command: string, args: string[], input: string): Promise<Exit> {
  return new Promise((done) => {
    const child = spawn(command, args);
    const exit: Exit = { code: null, stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (exit.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (exit.stderr += text));
    child.on("close", (code) => done({ ...exit, code }));
    child.stdin.on("error", () => {}); // It may exit without reading.
    child.stdin.end(input);
  });
}

const admin = (dataDir: string, args: string[], input = ""): Promise<Exit> =>
  run(parleydPath(), ["admin", ...args, "--data-dir", dataDir], input);

async function adminJson<T>(dataDir: string, args: string[], input = ""): Promise<T> {
  const { code, stdout, stderr } = await admin(dataDir, [...args, "--json"], input);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout) as T;
}

const create = (email: string, role: string, ...how: string[]): string[] => [
  ...["create", email, "--name", `Name of ${email}`, "--role", role],
  ...how,
];

const secretsAtRest = (dataDir: string, secrets: string[]): string[] =>
  readdirSync(dataDir)
    .filter((name) => name.startsWith("parley.db"))
    .flatMap((name) => {
      const bytes = readFileSync(join(dataDir, name));
      return secrets
        .filter((secret) => bytes.includes(secret))
        .map((secret) => `${secret}: ${name}`);
    });

describe("parleyd admin", () => {
  it("creates a store, with a password from standard input", async () => {
    const dataDir = temporaryDirectory();
    const made = await adminJson<Admin>(
      dataDir,
      create("Ann@Example.com", "owner", "--password-stdin"),
      "correct horse battery\n",
    );
    expect(made).toMatchObject({ email: "ann@example.com", role: "owner", hasPassword: true });
    expect(made).not.toHaveProperty("password");
    expect(made.id).toMatch(/^adm_/);
    expect(secretsAtRest(dataDir, ["correct horse battery"])).toEqual([]);
  });

  it("generates passwords and links, with and without a running server, and stores neither", async () => {
    const server = await startServe({ dataDir: temporaryDirectory() });
    const { dataDir } = server;
    const ann = await adminJson<Admin>(dataDir, create("ann@x", "owner", "--generate"));
    expect(ann.password).toMatch(/^[0-9A-Za-z]{20}$/);
    const bob = await adminJson<Admin>(dataDir, create("bob@x", "viewer", "--link"));
    expect(bob.hasPassword).toBe(false);
    const [page, token] = bob.link?.split("#link=") ?? [];
    expect(page).toBe(`${server.url}/dashboard/sign-in`);
    expect(token).toMatch(/^parley_link_[0-9A-Za-z]{38}$/);
    expect(secretsAtRest(dataDir, [ann.password ?? "", token ?? ""])).toEqual([]);
    expect(server.log).not.toContain(token);
    expect(server.log).not.toContain(ann.password);
    await server.stop();

    const again = await adminJson<Admin>(dataDir, ["reset-password", "ann@x", "--link"]);
    expect(again.link).toMatch(/^\/dashboard\/sign-in#link=parley_link_/);
    const listed = await adminJson<Admin[]>(dataDir, ["list"]);
    expect(listed.map(({ email, hasPassword }) => [email, hasPassword])).toEqual([
      ["ann@x", false],
      ["bob@x", false],
    ]);
    const people = await admin(dataDir, ["list"]);
    expect(people.stdout).toMatch(/^Email +Name +Role +Created +Last signed in\nann@x .* never\n/);
  });

  it("removes administrators, but never the last owner", async () => {
    const dataDir = temporaryDirectory();
    await adminJson(dataDir, create("ann@x", "owner", "--link"));
    await adminJson(dataDir, create("bob@x", "developer", "--link"));
    const refused = await admin(dataDir, ["remove", "ann@x"]);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/^parleyd: The last owner cannot be .*\nhint: .*\n$/);
    expect(await adminJson(dataDir, ["remove", "BOB@x"])).toEqual({
      email: "bob@x",
      removed: true,
    });
    const gone = await admin(dataDir, ["remove", "bob@x"]);
    expect(gone.stderr).toMatch(/^parleyd: The administrator bob@x does not exist\.\nhint: /);
  });

  it.each([
    [
      "a short password",
      create("ann@x", "owner", "--password-stdin"),
      "short\n",
      1,
      /password: must have 10/,
    ],
    [
      "an invalid role",
      create("ann@x", "boss", "--link"),
      "",
      1,
      /--role boss: must be owner, dev/,
    ],
    ["an invalid email", create("ann", "owner", "--link"), "", 1, /email ann: must be an email/],
    ["no terminal", create("ann@x", "owner"), "", 2, /there is no terminal to ask for a password/],
    ["no password", create("ann@x", "owner", "--password-stdin"), "", 2, /no password was found/],
    [
      "two options",
      create("ann@x", "owner", "--link", "--generate"),
      "",
      2,
      /^parleyd: only one of/,
    ],
    ["no email", ["create", "--name", "X", "--role", "owner"], "", 2, /email is required/],
  ])("refuses %s", async (_, args, input, code, line) => {
    const exit = await admin(temporaryDirectory(), args, input);
    expect(exit.stderr).toMatch(line);
    expect(exit).toMatchObject({ code, stdout: "" });
  });

  it("reports an existing administrator", async () => {
    const dataDir = temporaryDirectory();
    await adminJson(dataDir, create("ann@x", "owner", "--link"));
    const { code, stderr } = await admin(dataDir, create("ANN@x", "viewer", "--link"));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^parleyd: The administrator ann@x already exists\./);
  });
});

it("parleyd dev has one owner without a password, the same at every start", async () => {
  const dataDir = temporaryDirectory();
  const ids: string[] = [];
  for (let start = 0; start < 2; ++start) {
    const server = await startDev({ dataDir });
    const all = await adminJson<Admin[]>(dataDir, ["list"]);
    expect(all).toMatchObject([
      { email: "developer@localhost", role: "owner", hasPassword: false },
    ]);
    ids.push(all[0]?.id ?? "");
    await server.stop();
  }
  expect(ids[0]).toBe(ids[1]);
});
