/** The try-it page as a new user uses it, in a real browser with a real `parleyd dev`. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { freshPage, launchBrowser, record } from "../support/browser";
import { startDev } from "../support/parleyd";

const server = await startDev();
const browser = await launchBrowser();
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const status = (page: Page) => page.locator("#session [role=status]").textContent();
const loggedIn = (page: Page) => page.waitForSelector("#session[data-phase=in]");
const loggedOut = (page: Page) => page.waitForSelector("#session[data-phase=out]");
const field = (page: Page, name: string) =>
  page.locator(`tr[data-field=${name}] .value > code`).textContent();
const pick = (page: Page, name: string) => page.locator("#users").getByText(name).click();
const logInButton = (page: Page) => page.locator("#login").getByRole("button", { name: /^Log in/ });
const logOutButton = (page: Page) =>
  page.locator("#session").getByRole("button", { name: "Log out" });

async function openPage(options: Parameters<typeof freshPage>[1] = {}): Promise<Page> {
  const page = await freshPage(browser, options);
  await page.goto(`${server.url}/`);
  await loggedOut(page);
  return page;
}

async function logIn(page: Page): Promise<void> {
  await logInButton(page).click();
  await loggedIn(page);
}

async function logOut(page: Page): Promise<void> {
  await logOutButton(page).click();
  await loggedOut(page);
}

async function isInSight(page: Page, selector: string): Promise<boolean> {
  const box = await page.locator(selector).boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}

describe("a newcomer", () => {
  it("logs a sample user in with the Auth Key and reads every field", async () => {
    const page = await openPage();
    await pick(page, "Nancy Grace");
    expect(await page.locator("#code").textContent()).toContain('uid = "cometchat-uid-3"');
    await logIn(page);
    expect(await status(page)).toContain("Nancy Grace is logged inby login(uid, authKey)");
    expect(await field(page, "uid")).toBe('"cometchat-uid-3"');
    expect(await field(page, "name")).toBe('"Nancy Grace"');
    expect(await field(page, "authToken")).toMatch(/^"cometchat-uid-3_\d{10}[0-9A-Za-z]{30}"$/);
    expect(await field(page, "avatar")).toBe(`"${server.url}/assets/avatars/cometchat-uid-3.svg"`);
    expect(await field(page, "status")).toBe('"online"');
    expect(await field(page, "role")).toBe('"default"');
    expect(await field(page, "lastActiveAt")).toMatch(/^\d{10}$/);
    expect(await field(page, "hasBlockedMe")).toBe("false");
    expect(await field(page, "blockedByMe")).toBe("false");
    expect(await field(page, "deactivatedAt")).toBe("0");
    expect(await field(page, "tags")).toBe("[]");
  });

  it("logs in with an auth token created by the back end", async () => {
    const page = await openPage();
    await page.getByText("Auth Token", { exact: true }).click();
    expect(await page.locator("#code").textContent()).toContain("login(data.authToken)");
    await logIn(page);
    expect(await status(page)).toContain("Andrew Joseph is logged inby login(authToken)");
  });

  it("logs in as another user, who replaces the first", async () => {
    const page = await openPage();
    await logIn(page);
    await pick(page, "John Paul");
    await logInButton(page).click();
    await page.getByText("John Paul is logged in").waitFor();
    expect(await field(page, "uid")).toBe('"cometchat-uid-5"');
  });

  it("is still logged in after a reload", async () => {
    const page = await openPage();
    await logIn(page);
    const token = await field(page, "authToken");
    await page.getByRole("button", { name: "Reload page" }).click();
    await page.getByText("Andrew Joseph is still logged in").waitFor();
    expect(await field(page, "authToken")).toBe(token);
  });

  it("stays logged out after a logout and a reload", async () => {
    const page = await openPage();
    await logIn(page);
    await logOut(page);
    await page.getByText("Logout completed successfully").waitFor();
    expect(await page.locator("#user").textContent()).not.toContain("cometchat-uid-1");
    await page.reload();
    await loggedOut(page);
    expect(await status(page)).toContain("returned null");
  });

  // Several times, because the message to the other tab may arrive before the storage change.
  it("sees every login and logout of another tab", async () => {
    const behind = await openPage();
    const front = await behind.context().newPage();
    await front.goto(`${server.url}/`);
    await loggedOut(front);
    for (let time = 0; time < 8; time++) {
      await logIn(front);
      await loggedIn(behind);
      expect(await status(behind)).toContain("Andrew Joseph is logged inin another tab");
      await logOut(front);
      await loggedOut(behind);
      expect(await status(behind)).toContain("Logged outin another tab");
    }
  });

  it("does not restore a session that the server has ended", async () => {
    const page = await openPage();
    await pick(page, "Susan Marie");
    await logIn(page);
    const { apiKey } = server.credentials;
    await fetch(`${server.url}/v3/users/cometchat-uid-4/auth_tokens`, {
      method: "DELETE",
      headers: { apikey: apiKey },
    });
    await page.reload();
    await loggedOut(page);
  });

  it("sees when a logout did not reach the server", async () => {
    const page = await openPage();
    await logIn(page);
    await page.route("**/v3/me", (route) => route.abort());
    await logOut(page);
    await page.getByText("rejected with FAILED_TO_FETCH").waitFor();
  });

  it("is logged out immediately, and can log in again, while the server does not answer", async () => {
    const page = await openPage();
    await logIn(page);
    await page.route("**/v3/me", (route) =>
      route.request().method() === "DELETE" ? undefined : route.continue(),
    );
    await logOut(page);
    expect(await status(page)).toContain("Notifying the server");
    await logIn(page);
    expect(await status(page)).toContain("Andrew Joseph is logged inby login(uid, authKey)");
  });

  it("can use the keyboard only", async () => {
    const page = await openPage();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = () => page.locator(":focus");
    await press("Tab");
    expect(await focused().textContent()).toBe("Skip to the sample users");
    await press("Enter", "Tab", "ArrowRight", "Tab", "ArrowRight", "Tab");
    expect(await focused().textContent()).toBe("Log in as George Alan");
    await press("Enter");
    await loggedIn(page);
    expect(await status(page)).toContain("George Alan is logged inby login(authToken)");
    await press("Shift+Tab", "Shift+Tab", "Shift+Tab");
    expect(await focused().textContent()).toBe("Log out");
    await press("Enter");
    await loggedOut(page);
    expect(await focused().getAttribute("id")).toBe("session");
  });
});

describe("provoking", () => {
  const experiments: [id: string, code: string, message: RegExp, left: string][] = [
    ["unknown-uid", "ERR_UID_NOT_FOUND", /nobody-by-this-uid does not exist/, "out"],
    ["wrong-key", "AUTH_ERR_APIKEY_NOT_FOUND", /API key is not valid/, "out"],
    ["made-up-token", "AUTH_ERR_AUTH_TOKEN_NOT_FOUND", /auth token is not valid/, "out"],
    ["expired-token", "AUTH_ERR_AUTH_TOKEN_EXPIRED", /expired.*new auth token/i, "out"],
    ["after-logout", "AUTH_ERR_AUTH_TOKEN_NOT_FOUND", /session has ended/, "out"],
    ["login-twice", "LOGIN_IN_PROGRESS", /login/, "in"],
  ];

  it.each(experiments)("%s answers %s and says what to do", async (id, code, message, left) => {
    const page = await openPage();
    await logIn(page);
    await page.locator(`#${id}`).click();
    await page.locator(".error-code").waitFor();
    expect(await page.locator(".error-code").textContent()).toBe(code);
    expect(await page.locator(".answer").textContent()).toMatch(message);
    expect(await page.locator("#session").getAttribute("data-phase")).toBe(left);
    expect(await status(page)).toContain("experiment in step 5");
  });
});

describe("the page", () => {
  it("loads nothing from other hosts, violates no policy and leaks no token", async () => {
    const page = await freshPage(browser);
    const seen = record(page);
    const answer = await page.goto(`${server.url}/`);
    expect(answer?.headers()["content-security-policy"]).toMatch(/^default-src 'self';/);
    await loggedOut(page);
    const tokens: string[] = [];
    for (const method of ["Auth Key", "Auth Token"]) {
      await page.getByText(method, { exact: true }).click();
      await logIn(page);
      tokens.push(JSON.parse((await field(page, "authToken")) ?? "") as string);
      await logOut(page);
    }
    expect(seen.exceptions).toEqual([]);
    expect(seen.console).toEqual([]);
    expect(seen.requests.filter((url) => !url.startsWith(`${server.url}/`))).toEqual([]);
    for (const token of tokens) expect(seen.requests.join()).not.toContain(token);
  });

  it.each(["light", "dark"] as const)(
    "works on a phone without sideways scrolling, %s",
    async (colorScheme) => {
      const page = await openPage({ viewport: { width: 360, height: 740 }, colorScheme });
      await logIn(page);
      await page.locator("#unknown-uid").click();
      await page.locator(".error-code").waitFor();
      expect(await isInSight(page, ".error-code")).toBe(true);
      const overhang = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(overhang).toBeLessThanOrEqual(0);
    },
  );

  it("does not shift on login and logout", async () => {
    const page = await openPage();
    const height = async () => (await page.locator("#session").boundingBox())?.height;
    const before = await height();
    await logIn(page);
    expect(await height()).toBe(before);
    await logOut(page);
    await page.getByText("Logout completed successfully").waitFor();
    expect(await height()).toBe(before);
  });

  it("shows the avatars that the server serves", async () => {
    const page = await openPage();
    const widths = await page.$$eval("#users img", (images) =>
      images.map((image) => ("naturalWidth" in image ? Number(image.naturalWidth) : 0)),
    );
    expect(widths).toHaveLength(5);
    for (const width of widths) expect(width).toBeGreaterThan(0);
  });

  it("says what to do if the server is not parleyd dev", async () => {
    const page = await freshPage(browser);
    await page.route("**/try-it/config.json", (route) => route.fulfill({ status: 404 }));
    await page.goto(`${server.url}/`);
    await page.getByRole("heading", { name: "This page cannot reach its server" }).waitFor();
    const alert = await page.getByRole("alert").textContent();
    expect(alert).toContain(`Open ${server.url.replace("localhost", "127.0.0.1")} there`);
    expect(alert).toContain("start make run");
    expect(await page.getByRole("button").allTextContents()).toEqual(["Try again"]);
  });
});
