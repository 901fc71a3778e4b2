/** The dashboard without a mouse: Tab, Enter, Space, the arrow keys and Escape are enough. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createAdministrator } from "../../support/administrators";
import { Client, createUser, logIn } from "../../support/client";
import { Dashboard, openPage, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });
const mostTabs = 60;

/** The name of the focused element: its label, aria-label or text. */
const focused = (page: Page) =>
  page.evaluate<string>(
    `(() => {
      const element = document.activeElement;
      const label = element.labels?.[0]?.textContent ?? element.getAttribute("aria-label");
      return (label || element.textContent || "").trim();
    })()`,
  );

/** Presses `key` until the element with this name has the focus. */
async function tabTo(page: Page, name: string | RegExp, key = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let time = 0; time < mostTabs; time++) {
    const now = await focused(page);
    if (typeof name === "string" ? now === name : name.test(now)) return;
    passed.push(now);
    await page.keyboard.press(key);
  }
  throw new Error(`No way to ${String(name)} past ${passed.join(" | ")}`);
}

async function type(page: Page, field: string | RegExp, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

describe("with the keyboard only", () => {
  it("an administrator signs in, creates a user, opens it, and ends a session", async () => {
    const ada = await createAdministrator(server, "owner", "generate");
    const page = await openPage(browser, `${server.url}/dashboard/apps/my-app/users`);
    await heading(page, "Sign in");
    await type(page, /^Email/, ada.email);
    await type(page, /^Password/, ada.password);
    await page.keyboard.press("Enter");
    await heading(page, "Users");

    await tabTo(page, "Create user");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Create a user" }).waitFor();
    await type(page, /^UID/, "keyboard-user");
    await type(page, /^Name/, "Keyboard User");
    await tabTo(page, "Create user");
    await page.keyboard.press("Space");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("row", { name: "Keyboard User" }).waitFor();
    expect(await focused(page)).toBe("Create user");

    await logIn(api, "keyboard-user");
    await tabTo(page, /^Search by name or UID/, "Tab");
    await page.keyboard.type("keyboard");
    await expect.poll(() => page.getByRole("rowheader").count()).toBe(1);
    const row = page.getByRole("row", { name: "Keyboard User" });
    for (let time = 0; time < mostTabs && !(await hasFocus(row)); time++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate("!!document.activeElement.closest('[role=grid]')")) {
        await page.keyboard.press("ArrowDown");
      }
    }
    await page.keyboard.press("Enter");
    await heading(page, "Keyboard User");

    const end = page.getByRole("button", { name: /^End the unused session/ });
    await end.waitFor();
    const sessions = page.getByRole("grid", { name: "Devices and sessions" });
    for (let time = 0; time < mostTabs && !(await hasFocus(sessions)); time++) {
      await page.keyboard.press("Tab");
    }
    for (let time = 0; time < mostTabs && !(await hasFocus(end)); time++) {
      await page.keyboard.press("ArrowRight");
    }
    await page.keyboard.press("Enter");
    await page.getByText("Not logged in").waitFor();
    expect((await api.get<unknown[]>("/v3/users/keyboard-user/auth_tokens")).data).toEqual([]);
  });

  it("an administrator skips the navigation", async () => {
    const dashboard = await Dashboard.signIn(browser, server);
    const page = await dashboard.open("roles", "Roles");
    await page.reload();
    await dashboard.heading("Roles");
    await page.evaluate("document.activeElement.blur()");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Skip to content");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Create role");
  });

  it("a menu opens, is navigated and closed, and the focus returns", async () => {
    const { uid, name } = await createUser(api);
    const dashboard = await Dashboard.signIn(browser, server);
    const page = await dashboard.open(`users/${uid}`, name);
    await dashboard.button("More actions").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menu").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "detached" });
    await expect.poll(() => focused(page)).toBe("More actions");
    await page.keyboard.press("Enter");
    await page.getByRole("menu").waitFor();
    await page.keyboard.press("Enter");
    const dialog = dashboard.dialog(`Deactivate ${name}?`);
    await dialog.root.waitFor();
    await page.keyboard.press("Escape");
    await dialog.closed();
    await expect.poll(() => focused(page)).toBe("More actions");
  });
});

/** Whether the element, or an element inside it, has the focus. */
const hasFocus = (place: ReturnType<Page["locator"]>) =>
  place.evaluate((element) => element.contains(document.activeElement));
