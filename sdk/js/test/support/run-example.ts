import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface ExampleServer {
  readonly url: string;
  readonly appId: string;
  readonly authKey: string;
}

/** Runs a file from examples/ with the built SDK in a Node process. Returns its output. */
export async function runExample(file: string, server: ExampleServer): Promise<string> {
  const entry = fileURLToPath(new URL(`../../examples/${file}`, import.meta.url));
  const bundle = await build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    platform: "node",
    external: ["ws"],
    alias: { "parley-sdk": fileURLToPath(new URL("../../dist/index.mjs", import.meta.url)) },
    write: false,
  });
  const code = (bundle.outputFiles[0]?.text ?? "")
    .replace(/http:\/\/127\.0\.0\.1:8080/g, server.url)
    .replace(/"my-app"/g, JSON.stringify(server.appId))
    .replace(/"AUTH_KEY"/g, JSON.stringify(server.authKey));
  return runNode(code, {
    PARLEY_URL: server.url,
    PARLEY_APP_ID: server.appId,
    PARLEY_AUTH_KEY: server.authKey,
  });
}

function runNode(code: string, environment: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const node = spawn(process.execPath, ["--input-type=module", "-"], {
      cwd: fileURLToPath(new URL("../..", import.meta.url)), // Where packages are found.
      env: { ...process.env, ...environment },
    });
    let output = "";
    const note = (text: Buffer): void => void (output += text.toString());
    node.stdout.on("data", note);
    node.stderr.on("data", note);
    node.on("error", reject);
    node.on("close", () => resolve(output.trim()));
    node.stdin.end(code);
  });
}
