/** A real Chromium, and pages that keep a record of what went wrong in them. */
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
  const candidates = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser"];
  const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) throw new Error("No Chromium: run tools/bootstrap test.");
  // As root, in containers, Chromium runs without its sandbox or not at all.
  return { executablePath, args: ["--no-sandbox"] };
}

/** What a page asked for and complained about. */
export interface Record {
  readonly requests: string[];
  /** Messages of the console, failed CSP checks among them. */
  readonly console: string[];
  /** Exceptions that nothing caught. */
  readonly exceptions: string[];
}

export function record(page: Page): Record {
  const record: Record = { requests: [], console: [], exceptions: [] };
  page.on("request", (request) => record.requests.push(request.url()));
  page.on("console", (message) => record.console.push(message.text()));
  page.on("pageerror", (error) => record.exceptions.push(error.message));
  return record;
}

/** A page in a profile of its own: no storage is shared with others. */
export async function freshPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(10_000);
  return context.newPage();
}
