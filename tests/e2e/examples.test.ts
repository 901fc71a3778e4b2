/** The examples run as they stand, against a real server. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { freshPage, launchBrowser } from "../support/browser";
import { startDev } from "../support/parleyd";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const server = await startDev();
afterAll(() => server.stop());

it("curl.sh creates, logs in, logs out and cleans up", async () => {
  const credentials = join(server.dataDir, "credentials.json");
  const { stdout } = await promisify(execFile)(join(examples, "curl.sh"), [credentials]);
  expect(stdout).toContain('"jwt":"');
  expect(stdout).toContain("Logout completed successfully");
  expect(stdout).toContain("AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
  expect(stdout).toMatch(/curl-example-\d+ was deleted/);
});

it("login-node signs somebody up who then is logged in, and stays so", async () => {
  const { appId, apiKey } = server.credentials;
  const backend = spawn(process.execPath, [join(examples, "login-node/server.mjs")], {
    env: {
      ...process.env,
      PARLEY_URL: server.url,
      PARLEY_APP_ID: appId,
      PARLEY_API_KEY: apiKey,
      PORT: "0",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const browser = await launchBrowser();
  try {
    const [line] = (await once(backend.stdout, "data")) as [Buffer];
    const url = /http:\S+/.exec(line.toString())?.[0] ?? "";
    const page = await freshPage(browser);
    await page.goto(url);
    await page.getByText("Logged out.").waitFor();
    await page.getByLabel("Your name").fill("Grace Hopper");
    await page.getByRole("button", { name: "Sign up and log in" }).click();
    await page.getByText(/Logged in as Grace Hopper/).waitFor();
    await page.reload();
    await page.getByText(/Logged in as Grace Hopper/).waitFor();
    expect(await page.content()).not.toContain(apiKey);
    await page.getByRole("button", { name: "Log out" }).click();
    await page.getByText("Logged out.").waitFor();
  } finally {
    await browser.close();
    backend.kill();
  }
});
