/** A real Chromium, and pages that record their errors. */
import { existsSync } from "node:fs";
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type LaunchOptions,
  type Page,
} from "playwright-core";

export function launchBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions());
}

export function launchOptions(): LaunchOptions {
  // Chromium without the parts that draw its own windows: the same tests take half as long.
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium-headless-shell";
  if (!existsSync(executablePath)) throw new Error("No Chromium: run tools/bootstrap test.");
  // As root in a container, Chromium runs only without its sandbox.
  return { executablePath, args: ["--no-sandbox"] };
}

/** The requests and errors of a page. */
export interface Record {
  readonly requests: string[];
  /** Console messages, including CSP violations. */
  readonly console: string[];
  /** Uncaught exceptions. */
  readonly exceptions: string[];
}

export function record(page: Page): Record {
  const record: Record = { requests: [], console: [], exceptions: [] };
  page.on("request", (request) => record.requests.push(request.url()));
  page.on("console", (message) => record.console.push(message.text()));
  page.on("pageerror", (error) => record.exceptions.push(error.message));
  return record;
}

/** A page in its own profile, which shares no storage with others. */
export async function freshPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(10_000);
  return context.newPage();
}
