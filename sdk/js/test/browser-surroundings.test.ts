import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshPage, launchBrowser } from "../../../tests/support/browser.js";
import { type Server, startDev } from "../../../tests/support/parleyd.js";

/** The built SDK in pages and workers of a real Chromium, with and without a restrictive CSP. */
const SDK = fileURLToPath(new URL("../dist/parley.global.js", import.meta.url));

/** Run in a page or a worker. Returns the user's sessions, or the error's code, message and details. */
const LOG_IN = `
  async function logIn(url, app, key) {
    const settings = new Parley.AppSettingsBuilder().setHost(url).build();
    try {
      await Parley.init(app, settings);
      await Parley.login("cometchat-uid-1", key);
      return { sessions: await Parley.getSessions() };
    } catch (error) {
      return { code: error.code, message: error.message, details: error.details };
    }
  }
`;

interface Outcome {
  readonly sessions?: readonly { readonly platform?: string; readonly current: boolean }[];
  readonly code?: string;
  readonly message?: string;
  readonly details?: { readonly platformError?: string };
}

let server: Server;
let browser: Browser;
let site: HttpServer;
let origin: string;
let login: string;

beforeAll(async () => {
  server = await startDev();
  browser = await launchBrowser();
  const { appId, authKey } = server.credentials;
  login = `logIn(${[server.url, appId, authKey].map((text) => JSON.stringify(text)).join()})`;
  site = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://site");
    const policy = searchParams.get("policy");
    if (policy) response.setHeader("content-security-policy", policy);
    const bodies: Record<string, [string, string]> = {
      "/sdk.js": ["text/javascript", readFileSync(SDK, "utf8")],
      "/page": ["text/html", `<!doctype html><script src="/sdk.js"></script>`],
      "/worker.js": [
        "text/javascript",
        `importScripts("/sdk.js"); ${LOG_IN} ${login}.then((outcome) => postMessage(outcome));`,
      ],
    };
    const [type, body] = bodies[pathname] ?? ["text/plain", ""];
    response.setHeader("content-type", type).end(body);
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
}, 30_000);
afterAll(async () => {
  await browser?.close();
  site?.close();
  await server?.stop();
});

async function openPage(policy = ""): Promise<Page> {
  const page = await freshPage(browser);
  await page.goto(`${origin}/page?policy=${encodeURIComponent(policy)}`);
  return page;
}

/** Runs `logIn()` in a page with this policy, or in a worker of a plain page. */
async function inPage(policy = ""): Promise<Outcome> {
  return (await openPage(policy)).evaluate(`(async () => { ${LOG_IN} return ${login}; })()`);
}

async function inWorker(policy = ""): Promise<Outcome> {
  const url = `/worker.js?policy=${encodeURIComponent(policy)}`;
  return (await openPage()).evaluate(
    `new Promise((resolve) => {
      const worker = new Worker(${JSON.stringify(url)});
      worker.onmessage = ({ data }) => resolve(data);
    })`,
  );
}

const SELF_ONLY = "default-src 'self'; connect-src 'self'";

describe.each([
  ["a page", inPage],
  ["a web worker", inWorker],
])("%s", (_, run) => {
  it("logs in, and the server records it as a web client", async () => {
    const { sessions = [] } = await run();
    expect(sessions.find(({ current }) => current)?.platform).toBe("web");
  });

  it("reports that a Content-Security-Policy forbids the call, and what to change", async () => {
    const { code, message, details } = await run(SELF_ONLY);
    expect(code).toBe("BLOCKED_BY_CSP");
    expect(message).toContain(`${server.url}/v3/users/cometchat-uid-1/auth_tokens`);
    expect(message).toContain("connect-src");
    expect(details?.platformError).toContain("Failed to fetch");
  });

  it("logs in when the policy lists the server", async () => {
    const { sessions } = await run(
      `${SELF_ONLY} ${server.url} ${server.url.replace("http", "ws")}`,
    );
    expect(sessions).toBeDefined();
  });
});
