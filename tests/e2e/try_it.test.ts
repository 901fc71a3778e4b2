/** The try-it page as a newcomer uses it, in a real browser against a real `parleyd dev`. */
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { freshPage, launchBrowser, record } from "../support/browser";
import { startDev } from "../support/parleyd";

const server = await startDev();
const browser = await launchBrowser();
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const status = (page: Page) => page.locator("#session [role=status]");
const loggedIn = (page: Page) => page.waitForSelector("#session[data-phase=in]");
const loggedOut = (page: Page) => page.waitForSelector("#session[data-phase=out]");

async function openPage(options: Parameters<typeof freshPage>[1] = {}): Promise<Page> {
  const page = await freshPage(browser, options);
  await page.goto(`${server.url}/`);
  await loggedOut(page);
  return page;
}

async function logIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Log in as/ }).click();
  await loggedIn(page);
}

describe("a newcomer", () => {
  it("logs a sample user in with the Auth Key and reads every field", async () => {
    const page = await openPage();
    await page.getByText("Nancy Grace").click();
    await logIn(page);
    expect(await status(page).textContent()).toContain("Nancy Grace is logged in");
    const value = (field: string) => page.locator(`tr[data-field=${field}] .value`).textContent();
    expect(await value("uid")).toBe('"cometchat-uid-3"');
    expect(await value("status")).toBe('"online"');
    expect(await value("role")).toBe('"default"');
    expect(await value("authToken")).toMatch(/^"cometchat-uid-3_\d{10}[0-9A-Za-z]{30}"$/);
    for (const field of ["hasBlockedMe", "blockedByMe"]) expect(await value(field)).toBe("false");
    expect(await value("deactivatedAt")).toBe("0");
    expect(await value("tags")).toBe("[]");
  });

  it("logs in with an auth token that the back end minted", async () => {
    const page = await openPage();
    await page.getByText("Auth Token", { exact: true }).click();
    expect(await page.locator("#code").textContent()).toContain("login(data.authToken)");
    await logIn(page);
    expect(await status(page).textContent()).toContain("login(authToken)");
  });

  it("is still logged in after a reload", async () => {
    const page = await openPage();
    await logIn(page);
    await page.getByRole("button", { name: "Reload page" }).click();
    await page.getByText("is still logged in").waitFor();
  });

  it("stays logged out after a logout and a reload", async () => {
    const page = await openPage();
    await logIn(page);
    await page.getByRole("button", { name: "Log out" }).click();
    await loggedOut(page);
    expect(await status(page).textContent()).toContain("Logout completed successfully");
    await page.reload();
    await loggedOut(page);
  });

  it("sees login and logout of another tab", async () => {
    const first = await openPage();
    const second = await first.context().newPage();
    await second.goto(`${server.url}/`);
    await loggedOut(second);
    await logIn(first);
    await loggedIn(second);
    await second.getByRole("button", { name: "Log out" }).click();
    await loggedOut(first);
  });

  it("logs in with the keyboard alone", async () => {
    const page = await openPage();
    await page.locator("input[name=uid]:checked").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await loggedIn(page);
    expect(await status(page).textContent()).toContain("George Alan");
  });
});

describe("provoking", () => {
  const experiments: [id: string, code: string, text: RegExp][] = [
    ["unknown-uid", "ERR_UID_NOT_FOUND", /does not exist/],
    ["wrong-key", "AUTH_ERR_APIKEY_NOT_FOUND", /key/i],
    ["made-up-token", "AUTH_ERR_AUTH_TOKEN_NOT_FOUND", /log in again/i],
    ["expired-token", "AUTH_ERR_AUTH_TOKEN_EXPIRED", /expired/],
    ["after-logout", "AUTH_ERR_AUTH_TOKEN_NOT_FOUND", /ended|log in again/i],
    ["login-twice", "LOGIN_IN_PROGRESS", /login/i],
  ];
  it.each(experiments)("%s answers %s and says what to do", async (id, code, text) => {
    const page = await openPage();
    await page.locator(`#${id}`).click();
    await page.locator(".error-code").waitFor();
    expect(await page.locator(".error-code").textContent()).toBe(code);
    expect(await page.locator(".answer").textContent()).toMatch(text);
  });
});

describe("the page", () => {
  it("loads nothing from elsewhere, breaks no policy and leaks no token", async () => {
    const page = await freshPage(browser);
    const seen = record(page);
    await page.goto(`${server.url}/`);
    await loggedOut(page);
    await logIn(page);
    const token = await page.locator("tr[data-field=authToken] .value").textContent();
    await page.getByRole("button", { name: "Log out" }).click();
    await loggedOut(page);
    expect(seen.requests.filter((url) => !url.startsWith(`${server.url}/`))).toEqual([]);
    expect(seen.exceptions).toEqual([]);
    expect(seen.console).toEqual([]);
    expect(seen.requests.join()).not.toContain(JSON.parse(token ?? '""') as string);
  });

  it.each(["light", "dark"] as const)(
    "needs no sideways scrolling on a phone, %s",
    async (colorScheme) => {
      const page = await openPage({ viewport: { width: 360, height: 740 }, colorScheme });
      await logIn(page);
      const overhang = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(overhang).toBeLessThanOrEqual(0);
    },
  );

  it("shows the pictures that the server itself serves", async () => {
    const page = await openPage();
    const widths = await page.$$eval("#users img", (images) =>
      images.map((image) => ("naturalWidth" in image ? Number(image.naturalWidth) : 0)),
    );
    expect(widths).toHaveLength(5);
    for (const width of widths) expect(width).toBeGreaterThan(0);
  });
});
