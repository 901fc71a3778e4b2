/** A server that stops while the dashboard is in use. */
import { expect, it } from "vitest";
import { Dashboard, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();

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
