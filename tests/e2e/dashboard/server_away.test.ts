/** A server that cannot be reached while the dashboard is in use, or seems so. */
import { expect, it } from "vitest";
import { Dashboard, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();

it("is used even if the browser reports that it is offline", async () => {
  const dashboard = await Dashboard.signIn(browser, server);
  const page = await dashboard.open("live", "Live");
  await page.evaluate("dispatchEvent(new Event('offline'))");
  await page.getByRole("link", { name: "Roles", exact: true }).click();
  await dashboard.row("default").waitFor();
});

it("is reported as unavailable by pages that were not open before, and the browser stays in the dashboard", async () => {
  const dashboard = await Dashboard.signIn(browser, server);
  const page = await dashboard.open("live", "Live");
  await server.stop();
  await page.getByRole("link", { name: "Roles", exact: true }).click();
  await page.getByRole("alert").getByText("The server does not respond.").waitFor();
  await dashboard.press("Try again");
  await dashboard.toast("The server does not respond.");
  expect(page.url()).toContain("/roles");
  await page.getByRole("link", { name: "Live", exact: true }).click();
  await dashboard.heading("Live");
  await page.getByText("Reconnecting").waitFor();
});
