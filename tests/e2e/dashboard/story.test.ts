/** A new operator without documentation: from an empty screen to ending a session, only by clicking. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { Dashboard, openPage, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();

/** Follows the try-it page: logs in with the copied token. */
async function logInWith(tryIt: Page, token: string): Promise<void> {
  await tryIt.getByText("A token you have").click();
  await tryIt.getByRole("textbox", { name: "Auth token" }).fill(token);
  await tryIt.getByRole("button", { name: "Log in with this token" }).click();
  await tryIt.getByText("First User is logged in").waitFor();
}

it("creates a user, logs it in with a token on the try-it page, and ends the session", async () => {
  const dashboard = await Dashboard.signIn(browser, server, "owner");
  const page = await dashboard.openServer("", "Overview");
  await page.getByRole("region", { name: "First steps" }).waitFor();

  await page.getByRole("link", { name: "Users", exact: true }).click();
  await dashboard.heading("Users");
  await dashboard.press("Create user");
  const form = dashboard.dialog("Create a user");
  await form.fill("UID", "first-user");
  await form.fill("Name", "First User");
  await form.press("Create user");
  await dashboard.toast("First User was created.");
  await page.getByRole("link", { name: "First User" }).click();
  await dashboard.heading("First User");
  await page.getByText("Not logged in").waitFor();

  await dashboard.press("Create auth token");
  const minting = dashboard.dialog(/auth token$/);
  await minting.press("Create");
  const token = await minting.field("Auth token").inputValue();
  await minting.press("Done");
  await minting.closed();

  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: /^Try login as this user/ }).click();
  const tryIt = await opened;
  await logInWith(tryIt, token);

  await page.bringToFront();
  const sessions = page.getByRole("region", { name: "Devices and sessions" });
  const end = sessions.getByRole("button", { name: /^End the session on Chrom/ });
  await end.first().waitFor();
  while ((await end.count()) > 0) {
    const before = await end.count();
    await end.first().click();
    await expect.poll(() => end.count()).toBeLessThan(before);
  }
  await page.getByText("Not logged in").waitFor();

  await tryIt.bringToFront();
  await tryIt.reload();
  await tryIt.waitForSelector("#session[data-phase=out]");
  const late = await openPage(browser, `${server.url}/`);
  await late.waitForSelector("#session[data-phase=out]");

  await page.getByRole("link", { name: "Live", exact: true }).click();
  await dashboard.heading("Live");
  await page.getByRole("link", { name: "Audit log", exact: true }).click();
  await dashboard.heading("Audit log");
  const log = page.getByRole("grid", { name: "Audit log" });
  await log.getByRole("row").filter({ hasText: "Auth token deleted" }).first().waitFor();
  await log.getByRole("row").filter({ hasText: "User created" }).first().waitFor();
});
