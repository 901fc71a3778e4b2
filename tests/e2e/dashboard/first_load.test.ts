/** A browser with an empty cache loads at most 250 KB, gzipped, to show a page. */
import type { Response } from "playwright-core";
import { expect, it } from "vitest";
import { freshPage } from "../../support/browser";
import { Client, logIn } from "../../support/client";
import { sendHttp } from "../../support/http";
import { Dashboard, setUp } from "../../support/dashboard";
import { dashboardPages, show } from "../../support/pages";

const mostBytes = 250_000;
const { server, browser } = await setUp();
// The overview needs data for its charts.
await logIn(new Client(server.url, { apikey: server.credentials.apiKey }), "cometchat-uid-1");
const pages = dashboardPages({ uid: "cometchat-uid-1", name: "Andrew Joseph" });

/** The gzipped size of a file. The smallest files are not compressed. */
async function gzippedSize(url: string): Promise<number> {
  const { pathname: path } = new URL(url);
  const headers = { "accept-encoding": "gzip" };
  const answer = await sendHttp(server.url, { method: "HEAD", path, headers });
  const size = Number(answer.headers["content-length"]);
  if (size > 2_000) expect(answer.headers["content-encoding"], path).toBe("gzip");
  return size;
}

async function sizeOf(responses: Response[]): Promise<number> {
  const isCode = (response: Response) =>
    ["script", "stylesheet", "document"].includes(response.request().resourceType());
  const urls = new Set(responses.filter(isCode).map((response) => response.url()));
  const sizes = await Promise.all([...urls].map(gzippedSize));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function report(name: string, size: number): void {
  console.log(`first load of ${name}: ${Math.round(size / 1000)} KB`);
  expect(size, name).toBeGreaterThan(50_000);
  expect(size, name).toBeLessThanOrEqual(mostBytes);
}

it("is small for the sign-in page", async () => {
  const page = await freshPage(browser);
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  await page.goto(`${server.url}/dashboard/sign-in`, { waitUntil: "networkidle" });
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  report("sign-in", await sizeOf(responses));
});

it.each(pages)("is small for $name", async (one) => {
  const dashboard = await Dashboard.signIn(browser, server);
  const responses: Response[] = [];
  dashboard.page.on("response", (response) => responses.push(response));
  await show(dashboard, one);
  // Charts are loaded last.
  if (one.name === "overview") await dashboard.page.locator("canvas").first().waitFor();
  report(one.name, await sizeOf(responses));
});
