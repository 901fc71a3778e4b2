/** Dialogs stay open while a request is running, and when someone clicks outside. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { Dashboard, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();

/** Holds requests to this address back until the returned function is called. */
async function hold(page: Page, address: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

it("a dialog cannot be closed before its response arrives, which it then shows", async () => {
  const dashboard = await Dashboard.signIn(browser, server);
  const page = await dashboard.open("users/cometchat-uid-1", "Andrew Joseph");
  await dashboard.press("Create auth token");
  const dialog = dashboard.dialog(/auth token$/);
  const release = await hold(page, "**/auth_tokens");
  await dialog.press("Create");
  await expect.poll(() => dialog.button("Cancel").isDisabled()).toBe(true);
  expect(await dialog.button("Close").isDisabled()).toBe(true);
  await page.keyboard.press("Escape");
  release();
  await dialog.field("Auth token").waitFor();
});

it("a click outside does not discard what was typed; Escape closes the dialog", async () => {
  const dashboard = await Dashboard.signIn(browser, server);
  const page = await dashboard.open("users", "Users");
  await dashboard.press("Create user");
  const dialog = dashboard.dialog("Create a user");
  await dialog.fill("Name", "Half typed");
  await page.mouse.click(5, 5);
  expect(await dialog.field("Name").inputValue()).toBe("Half typed");
  await page.keyboard.press("Escape");
  await dialog.closed();
});
