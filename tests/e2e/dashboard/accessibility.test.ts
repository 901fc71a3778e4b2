/** Accessibility of every page: axe, both colour schemes, a narrow phone, and no script errors. */
import axe from "axe-core";
import { expect, describe, it } from "vitest";
import { Client, logIn } from "../../support/client";
import { Dashboard, openPage, setUp } from "../../support/dashboard";
import { record } from "../../support/browser";
import { dashboardPages, show } from "../../support/pages";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });
const uid = "cometchat-uid-1";
await logIn(api, uid);
await api.put(`/v3/users/${uid}`, { tags: ["beta"], metadata: { plan: "gold" } });
await api.post("/v3/users/nobody/auth_tokens", {});

const pages = dashboardPages({ uid, name: "Andrew Joseph" });
const dialogs: [path: string, heading: string, button: string, dialog: string][] = [
  ["users", "Users", "Create user", "Create a user"],
  [`users/${uid}`, "Andrew Joseph", "Create auth token", "Create an auth token"],
  ["keys", "API keys", "Create key", "Create an API key"],
  ["roles", "Roles", "Create role", "Create a role"],
];

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/** The violations that axe finds on the page. */
async function violations({ page }: Pick<Dashboard, "page">): Promise<string[]> {
  // Injected with DevTools, because the Content-Security-Policy forbids injected scripts.
  await page.evaluate(axe.source);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })`,
  )) as { violations: Violation[] };
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

const overhang = ({ page }: Dashboard) =>
  page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");

/** Opens each page in turn, and calls `check` when it is loaded. */
async function eachPage(dashboard: Dashboard, check: (name: string) => Promise<void>) {
  for (const page of pages) {
    await show(dashboard, page);
    await check(page.heading);
  }
}

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  it(
    "axe finds nothing on any page, and the console stays empty",
    { timeout: 240_000 },
    async () => {
      const dashboard = await Dashboard.signIn(browser, server, "owner", { colorScheme });
      const found: Record<string, string[]> = {};
      await eachPage(dashboard, async (name) => {
        const problems = await violations(dashboard);
        if (problems.length > 0) found[name] = problems;
      });
      expect(found).toEqual({});
      expect(dashboard.seen.exceptions).toEqual([]);
      expect(dashboard.seen.console).toEqual([]);
      const foreign = dashboard.seen.requests.filter((url) => !url.startsWith(`${server.url}/`));
      expect(foreign).toEqual([]);
    },
  );

  it("axe finds nothing in the dialogs", { timeout: 240_000 }, async () => {
    const dashboard = await Dashboard.signIn(browser, server, "owner", { colorScheme });
    const found: Record<string, string[]> = {};
    for (const [path, heading, button, title] of dialogs) {
      await dashboard.open(path, heading);
      await dashboard.press(button);
      await dashboard.dialog(title).root.waitFor();
      const problems = await violations(dashboard);
      if (problems.length > 0) found[title] = problems;
    }
    expect(found).toEqual({});
  });
});

it("has an accessible sign-in page", async () => {
  const page = await openPage(browser);
  const seen = record(page);
  await page.goto(`${server.url}/dashboard/sign-in`);
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  expect(await violations({ page })).toEqual([]);
  expect(seen.console).toEqual([]);
  await page.setViewportSize({ width: 360, height: 780 });
  expect(
    await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth"),
  ).toBeLessThanOrEqual(0);
});

it(
  "scrolls no page sideways at 360 pixels, and leads everywhere",
  { timeout: 240_000 },
  async () => {
    const viewport = { width: 360, height: 780 };
    const dashboard = await Dashboard.signIn(browser, server, "owner", { viewport });
    const wide: string[] = [];
    await eachPage(dashboard, async (name) => {
      const pixels = await overhang(dashboard);
      if (pixels > 0) wide.push(`${name}: ${pixels}`);
    });
    expect(wide).toEqual([]);
    await dashboard.press("Open menu");
    await dashboard.page.getByRole("link", { name: "Administrators" }).click();
    await dashboard.heading("Administrators");
    await dashboard.page.getByRole("dialog").waitFor({ state: "detached" });
  },
);
