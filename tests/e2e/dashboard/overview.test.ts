/** The overview of an app: live numbers, readable charts, and the steps to the first login. */
import { describe, expect, it } from "vitest";
import { Client, createUser, logIn } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });

const tile = (dashboard: Dashboard, name: string) =>
  dashboard.page.locator("dl > div").filter({ hasText: name }).locator("dd").first();
const firstSteps = (dashboard: Dashboard) =>
  dashboard.page.getByRole("region", { name: "First steps" });
const shows = (dashboard: Dashboard, name: string, value: string) =>
  expect.poll(() => tile(dashboard, name).innerText(), { timeout: 20_000 }).toBe(value);

describe("the overview", () => {
  it("shows the steps to the first login, and hides them after it", async () => {
    const dashboard = await Dashboard.signIn(browser, server);
    const page = await dashboard.open("", "Overview");
    await firstSteps(dashboard).waitFor();
    const code = await firstSteps(dashboard).getByRole("region").allInnerTexts();
    expect(code.join()).toContain("my-app");
    expect(code.join()).toContain(server.url);
    await page.getByText("Nobody has logged in during this time.").waitFor();

    await logIn(api, "cometchat-uid-1");
    await firstSteps(dashboard).waitFor({ state: "detached" });
    await shows(dashboard, "Live sessions", "1");
  });

  it("updates the numbers of users, sessions and logins", async () => {
    const { uid } = await createUser(api, { name: "Ada Lovelace" });
    const dashboard = await Dashboard.signIn(browser, server, "viewer");
    const page = await dashboard.open("", "Overview");
    await shows(dashboard, "Users", "6");
    const before = Number(await tile(dashboard, "Live sessions").innerText());
    await logIn(api, uid);
    await logIn(api, uid);
    await shows(dashboard, "Live sessions", `${before + 2}`);

    await page.getByRole("region", { name: "Newest users" }).getByText("Ada Lovelace").click();
    await dashboard.heading("Ada Lovelace");
  });

  it("shows its charts as tables, for a day, a week and a month", async () => {
    const { uid } = await createUser(api);
    for (let time = 0; time < 3; time++) await logIn(api, uid);
    const nobody = await api.post("/v3/users/nobody/auth_tokens", {});
    expect(nobody.outcome).toBe("404 ERR_UID_NOT_FOUND");
    const dashboard = await Dashboard.signIn(browser, server);
    const page = await dashboard.open("", "Overview");
    const logins = page.getByRole("region", { name: "Logins" }).first();
    await logins.getByRole("button", { name: "Show as a table" }).click();
    const rows = logins.getByRole("row");
    expect(await rows.first().innerText()).toMatch(/Time\s+Logins/);
    const sum = async () =>
      (await rows.getByRole("cell").allInnerTexts()).reduce((total, text) => total + +text, 0);
    const ofDay = await sum();
    expect(ofDay).toBeGreaterThanOrEqual(3);
    expect(await tile(dashboard, "Logins, 24 hours").innerText()).toBe(`${ofDay}`);

    await page.getByRole("radio", { name: "30 days" }).click();
    await shows(dashboard, "Logins, 30 days", `${ofDay}`);
    expect(page.url()).toContain("range=month");
    await page.reload();
    await shows(dashboard, "Logins, 30 days", `${ofDay}`);

    const failures = page.getByRole("region", { name: "Failures" }).first();
    await failures.getByRole("button", { name: "Show as a table" }).click();
    await failures.getByRole("columnheader", { name: "ERR_UID_NOT_FOUND" }).waitFor();
    await failures.getByRole("button", { name: "Show as a chart" }).click();
    await failures.getByRole("button", { name: "Show as a table" }).waitFor();
  });
});
