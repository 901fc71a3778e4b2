/** Runs the examples unchanged against a real server. */
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshPage, launchBrowser, record } from "../support/browser";
import { Client, newClient } from "../support/client";
import { expiredCopy, resigned } from "../support/jwt";
import { startDev } from "../support/parleyd";
import type { Me } from "../support/types";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const server = await startDev();
afterAll(() => server.stop());

describe("curl.sh", () => {
  const credentials = join(server.dataDir, "credentials.json");
  const run = (args: string[], env: Record<string, string> = {}) =>
    promisify(execFile)(join(examples, "curl.sh"), args, { env: { ...process.env, ...env } });

  it("creates a user, logs in and out, and cleans up", async () => {
    const { stdout } = await run([credentials]);
    expect(stdout).toContain('"jwt":"');
    expect(stdout).toContain("cometchat-uid-1 is now a friend");
    expect(stdout).toContain("Logout completed successfully");
    expect(stdout).toContain("AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    expect(stdout).toMatch(/curl-example-\d+ was deactivated/);
    expect(stdout).toMatch(/"activatedUids":\["curl-example-\d+"\]/);
    expect(stdout).toMatch(/curl-example-\d+ was deleted/);
    expect(stdout).not.toContain(server.credentials.apiKey);
  });

  it("takes its settings from the environment, without a file", async () => {
    const env = { PARLEY_URL: server.url, PARLEY_API_KEY: server.credentials.apiKey };
    const { stdout } = await run(["no-such-file"], env);
    expect(stdout).toMatch(/curl-example-\d+ was deleted/);
  });

  it("stops at the first error", async () => {
    const failed = run([credentials], { PARLEY_API_KEY: "wrong" });
    await expect(failed).rejects.toMatchObject({
      code: 22,
      stdout: expect.stringMatching(/^\n1\..*\n.*AUTH_ERR_APIKEY_NOT_FOUND.*\n$/) as string,
    });
  });
});

describe("verify-jwt", () => {
  const { appId, apiKey } = server.credentials;
  const admin = new Client(server.url, { apikey: apiKey });
  const verify = async (
    program: string,
    jwt: string,
    app = appId,
    url = server.url,
  ): Promise<string> => {
    const run = promisify(execFile);
    const env = { ...process.env, PARLEY_URL: url, PARLEY_APP_ID: app };
    const path = join(examples, "verify-jwt", program);
    const command = program.endsWith(".py") ? "/usr/bin/python3" : process.execPath;
    return run(command, [path, jwt], { env }).then(
      ({ stdout }) => stdout.trim(),
      ({ stderr }: { stderr: string }) => `refused: ${stderr.trim()}`,
    );
  };

  it.each(["verify.mjs", "verify.py"])("%s accepts only users of its own app", async (program) => {
    const { user, me } = await newClient(admin);
    const { jwt } = (await me.put<Me>("/v3/me", { platform: "web" })).data;
    expect(await verify(program, jwt)).toBe(user.uid);
    expect(await verify(program, jwt, appId, `${server.url}/`)).toBe(user.uid);

    const other = await server.createApp(program.replace(".", "-"));
    expect(await verify(program, jwt, other.appId)).toMatch(/^refused: .*aud/i);
    const stranger = await newClient(new Client(server.url, { apikey: other.apiKey }));
    const theirs = (await stranger.me.put<Me>("/v3/me", { platform: "web" })).data.jwt;
    expect(await verify(program, theirs)).toMatch(/^refused: .*aud/i);
    expect(await verify(program, theirs, "")).toMatch(/^refused: [^]*(aud|PARLEY_APP_ID)/i);
    const elsewhere = resigned(jwt, { iss: "https://chat.example.com" }, server.dataDir);
    expect(await verify(program, elsewhere)).toMatch(/^refused: .*iss/i);
    expect(await verify(program, expiredCopy(jwt, server.dataDir))).toMatch(/^refused: .*expired/i);
    const forged = jwt.replace(/[^.]+$/, (signature) => [...signature].reverse().join(""));
    expect(await verify(program, forged)).toMatch(/^refused: .*signature/i);
    const endless = resigned(jwt, { exp: undefined }, server.dataDir);
    expect(await verify(program, endless)).toMatch(/^refused: .*exp/i);
  });
});

describe("login-node", () => {
  const { appId, apiKey } = server.credentials;
  let backend: ChildProcess;
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    const settings = { PARLEY_URL: server.url, PARLEY_APP_ID: appId, PARLEY_API_KEY: apiKey };
    const started = spawn(process.execPath, [join(examples, "login-node/server.mjs")], {
      env: { ...process.env, ...settings, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    backend = started;
    const [line] = (await once(started.stdout, "data")) as [Buffer];
    url = /http:\S+/.exec(line.toString())?.[0] ?? "";
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    backend.kill();
  });

  it("signs a user up, who is then logged in until the logout", async () => {
    const page = await freshPage(browser);
    const seen = record(page);
    await page.goto(url);
    await page.getByText("Logged out.").waitFor();
    await page.getByLabel("Your name").fill("Grace Hopper");
    await page.getByRole("button", { name: "Sign up and log in" }).click();
    await page.getByText(/Logged in as Grace Hopper/).waitFor();
    await page.reload();
    await page.getByText(/Logged in as Grace Hopper/).waitFor();

    // Another login of the signed-in user, as on a new device.
    await page.evaluate("localStorage.clear()");
    await page.reload();
    await page.getByText(/Logged in as Grace Hopper/).waitFor();

    await page.getByRole("button", { name: "Log out" }).click();
    await page.getByText("Logged out.").waitFor();
    await page.reload();
    await page.getByText("Logged out.").waitFor();
    expect([...seen.exceptions, ...seen.console]).toEqual([]);
  });

  it("keeps the REST API Key from the browser", async () => {
    for (const path of ["/", "/page.mjs", "/parley-sdk.mjs", "/config"]) {
      const answer = await fetch(new URL(path, url));
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain(apiKey);
    }
  });

  it("gives no token without a sign-in", async () => {
    const answer = await fetch(new URL("/auth-token", url), { method: "POST" });
    expect(await answer.json()).toEqual({ authToken: null });
  });

  it("passes on errors from Parley", async () => {
    const answer = await fetch(new URL("/sign-up", url), { method: "POST", body: '{"name": ""}' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: expect.stringMatching(/name/) as string });
  });
});
