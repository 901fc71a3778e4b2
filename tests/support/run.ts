/** Runs `parleyd` until it exits. */
import { execFile } from "node:child_process";
import { parleydPath } from "./parleyd";

export interface Exit {
  code: number;
  stdout: string;
  stderr: string;
}

export function run(args: string[], env: Record<string, string> = {}): Promise<Exit> {
  return new Promise((done) => {
    const options = { env: { ...process.env, ...env }, timeout: 15_000 };
    execFile(parleydPath(), args, options, (error, stdout, stderr) =>
      done({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, stdout, stderr }),
    );
  });
}
