/** Pages that load from slow answers: nothing that is already shown moves. */
import { expect, it } from "vitest";
import { Client, createUser, logIn } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";
import { dashboardPages, show } from "../../support/pages";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });
const uid = "cometchat-uid-1";
for (let i = 0; i < 3; ++i) await logIn(api, uid);
for (let i = 0; i < 20; ++i) await createUser(api);
await api.post("/v3/users/nobody/auth_tokens", {});

const SLOW_MS = 300;
// Web Vitals calls up to 0.1 good. This is a tenth of that, which is not visible.
const MOST_SHIFT = 0.01;

// Runs in the page before its own scripts.
const observe = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      const what = sources.map(({ node }) => node?.className || node?.nodeName).join(", ");
      if (!hadRecentInput) window.shifts.push({ value, what });
    }
  }).observe({ type: "layout-shift", buffered: true });`;

interface Shift {
  value: number;
  /** What moved. */
  what: string;
}

it.each([
  ["wide", { width: 1280, height: 800 }],
  ["narrow", { width: 360, height: 780 }],
])("moves nothing on a %s screen", { timeout: 240_000 }, async (_, viewport) => {
  const dashboard = await Dashboard.signIn(browser, server, "owner", { viewport });
  const { page } = dashboard;
  await page.addInitScript(observe);
  await page.route("**/admin/v1/**", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    await route.continue().catch(() => undefined); // The page may be gone by then.
  });
  const moved: Record<string, Shift[]> = {};
  for (const each of dashboardPages({ uid, name: "Andrew Joseph" })) {
    await show(dashboard, each);
    await page.waitForTimeout(2 * SLOW_MS);
    const shifts = await page.evaluate<Shift[]>("window.shifts");
    if (shifts.reduce((sum, { value }) => sum + value, 0) > MOST_SHIFT) moved[each.name] = shifts;
  }
  expect(moved).toEqual({});
});
