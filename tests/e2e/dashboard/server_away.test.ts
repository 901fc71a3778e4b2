/** A server that cannot be reached while the dashboard is in use, or seems so. */
import { expect, it } from "vitest";
import { Client, logIn } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });

it("is used even if the browser reports that it is offline", async () => {
  const dashboard = await Dashboard.signIn(browser, server);
  const page = await dashboard.open("live", "Live");
  await page.evaluate("dispatchEvent(new Event('offline'))");
  await page.getByRole("link", { name: "Roles", exact: true }).click();
  await dashboard.row("default").waitFor();
});

it("leaves the sessions of a user on their page, with a warning", async () => {
  const { authToken } = await logIn(api, "cometchat-uid-1");
  expect((await new Client(server.url, { authToken }).get("/v3/me")).outcome).toBe("200");
  const dashboard = await Dashboard.signIn(browser, server);
  const page = await dashboard.open("users/cometchat-uid-1", "Andrew Joseph");
  const end = page.getByRole("button", { name: /^End the session / });
  await end.waitFor();
  await page.route("**/auth_tokens?*", (route) => route.abort());
  await page.getByText("Not up to date. The server does not respond.").waitFor();
  expect(await end.count()).toBe(1);
  await page.unroute("**/auth_tokens?*");
  await page.getByText("Not up to date.").waitFor({ state: "detached" });
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
