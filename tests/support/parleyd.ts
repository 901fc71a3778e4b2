/** Starts real servers: `parleyd` as a child process, on ports chosen by the kernel. */
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const startTimeoutMs = 20_000;

/** What `parleyd dev` writes to credentials.json. */
export interface Credentials {
  appId: string;
  region: string;
  authKey: string;
  apiKey: string;
}

/** An app as `parleyd app create --json` prints it. */
export interface App extends Credentials {
  name: string;
  mode: "development" | "production";
}

interface Addresses {
  pid: number;
  url: string;
  tlsUrl: string;
  adminUrl: string;
}

export interface StartOptions {
  /** From temporaryDirectory(); a later server can reuse it. Default: a new one. */
  dataDir?: string;
  flags?: string[];
  env?: Record<string, string>;
}

export function parleydPath(): string {
  const candidates = [
    process.env["PARLEYD"],
    join(root, "build/dev/parleyd"),
    join(root, "build/release/parleyd"),
  ];
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  if (found === undefined) throw new Error("No parleyd: run `make build`, or set PARLEYD.");
  return found;
}

export class Server {
  readonly url: string;
  readonly tlsUrl: string;
  readonly adminUrl: string;
  readonly pid: number;

  constructor(
    readonly dataDir: string,
    private readonly process: ServerProcess,
    addresses: Addresses,
    private readonly ownsDataDir: boolean,
  ) {
    ({ url: this.url, tlsUrl: this.tlsUrl, adminUrl: this.adminUrl, pid: this.pid } = addresses);
  }

  /** The log so far (standard error). */
  get log(): string {
    return this.process.stderr;
  }

  /** Standard output so far: in `dev` the box with the credentials. */
  get output(): string {
    return this.process.stdout;
  }

  /** The app that `parleyd dev` created. */
  get credentials(): Credentials {
    return JSON.parse(readFileSync(join(this.dataDir, "credentials.json"), "utf8")) as Credentials;
  }

  /** Runs a subcommand on the data of this server and returns the JSON it prints. */
  cli<T>(...args: string[]): Promise<T> {
    return parleydCommand<T>(this.dataDir, ...args);
  }

  createApp(id: string, ...flags: string[]): Promise<App> {
    return this.cli<App>("app", "create", "--id", id, "--name", `App ${id}`, ...flags);
  }

  /** Stops gracefully and returns the exit code. Removes the data directory if this server created it. */
  async stop(): Promise<number | null> {
    const code = await this.process.end("SIGTERM");
    if (this.ownsDataDir) rmSync(this.dataDir, { recursive: true, force: true });
    return code;
  }

  /** Power loss: SIGKILL. The data directory stays. */
  async kill(): Promise<void> {
    await this.process.end("SIGKILL");
  }
}

/** `parleyd dev`: one app in development mode with five sample users. */
export const startDev = (options: StartOptions = {}): Promise<Server> => start("dev", options);

/** `parleyd serve`: as in production, initially without apps. */
export const startServe = (options: StartOptions = {}): Promise<Server> => start("serve", options);

/** Is kept until the end of the run. */
export const temporaryDirectory = (): string =>
  mkdtempSync(join(process.env["PARLEY_TEST_ROOT"] ?? tmpdir(), "data-"));

/** Runs `parleyd ARGS --data-dir DIR --json` and returns the JSON it prints. */
export async function parleydCommand<T>(dataDir: string, ...args: string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(parleydPath(), [
    ...args,
    "--data-dir",
    dataDir,
    "--json",
  ]);
  return JSON.parse(stdout) as T;
}

async function start(command: "dev" | "serve", options: StartOptions): Promise<Server> {
  const dataDir = options.dataDir ?? temporaryDirectory();
  const anyPort = "127.0.0.1:0";
  const flags = [
    ...["--data-dir", dataDir, "--log-format", "json"],
    ...["--listen", anyPort, "--tls-listen", anyPort, "--admin-listen", anyPort],
    ...(options.flags ?? []),
  ];
  const runFile = join(dataDir, "run.json");
  rmSync(runFile, { force: true });
  const child = new ServerProcess([command, ...flags], options.env ?? {});
  const addresses = await child.until(() => readAddresses(runFile, child.pid));
  return new Server(dataDir, child, addresses, options.dataDir === undefined);
}

function readAddresses(runFile: string, pid: number | undefined): Addresses | undefined {
  if (!existsSync(runFile)) return undefined;
  try {
    const addresses = JSON.parse(readFileSync(runFile, "utf8")) as Addresses;
    return addresses.pid === pid ? addresses : undefined;
  } catch {
    return undefined; // Partly written.
  }
}

class ServerProcess {
  stdout = "";
  stderr = "";
  private readonly child: ChildProcess;
  private readonly exited: Promise<number | null>;
  private hasExited = false;

  constructor(args: string[], env: Record<string, string>) {
    this.child = spawn(parleydPath(), args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child.stdout?.setEncoding("utf8").on("data", (text: string) => (this.stdout += text));
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => (this.stderr += text));
    this.exited = new Promise((done) =>
      this.child.once("close", (code) => {
        this.hasExited = true;
        done(code);
      }),
    );
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
    this.child.kill(signal);
    return this.exited;
  }

  /** Polls `probe` until it returns something. Throws with the log if the process exits or takes too long. */
  async until<T>(probe: () => T | undefined): Promise<T> {
    const deadline = Date.now() + startTimeoutMs;
    for (;;) {
      const found = probe();
      if (found !== undefined) return found;
      if (this.hasExited || Date.now() > deadline) {
        throw new Error(`parleyd did not start:\n${this.stdout}${this.stderr}`);
      }
      await new Promise((wait) => setTimeout(wait, 10));
    }
  }
}
