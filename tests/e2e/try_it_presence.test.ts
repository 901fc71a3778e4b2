/** Presence, blocking and devices on the try-it page, in a real browser with a real server. */
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { freshPage, launchBrowser, record } from "../support/browser";
import { Client } from "../support/client";
import { startDev } from "../support/parleyd";
import type { AuthToken } from "../support/types";

const server = await startDev();
const browser = await launchBrowser();
const admin = new Client(server.url, { apikey: server.credentials.apiKey });
const GEORGE = "cometchat-uid-2";
const NANCY = "cometchat-uid-3";

// Each test starts without sessions and blocks.
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  for (const [uid, other] of [
    [GEORGE, NANCY],
    [NANCY, GEORGE],
  ] as const) {
    await admin.delete(`/v3/users/${uid}/auth_tokens`);
    await admin.delete(`/v3/users/${uid}/blockedusers`, { blockedUids: [other] });
  }
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function openPage(options: Parameters<typeof freshPage>[1] = {}): Promise<Page> {
  const page = await freshPage(browser, options);
  await page.goto(`${server.url}/`);
  await page.waitForSelector("#session[data-phase=out]");
  return page;
}

/** The card of a user, and what a visitor does and reads there. */
class Card {
  readonly root: Locator;
  readonly log: Locator;
  readonly note: Locator;
  readonly devices: Locator;
  readonly second: Locator;

  constructor(
    page: Page,
    readonly name: string,
  ) {
    this.root = page.getByRole("article", { name });
    this.log = this.root.getByRole("log");
    this.note = this.root.locator(".person-note");
    this.devices = this.root.getByRole("list", { name: `Devices of ${name}` });
    this.second = this.root.locator(".second");
  }

  async click(name: string): Promise<void> {
    await this.root.getByRole("button", { name, exact: true }).click();
  }

  /** Waits until the card shows the text. */
  async shows(text: string | RegExp): Promise<void> {
    await this.root.getByText(text).waitFor();
  }

  /** Logs in and waits until the app is connected. */
  async logIn(): Promise<void> {
    await this.click(`Log in as ${this.name}`);
    await this.root.locator(".person-head").getByText("Online", { exact: true }).waitFor();
  }

  /** Waits until there are `count` sessions, and returns their names. */
  async sessions(count: number): Promise<string[]> {
    const names = this.devices.locator(".device strong");
    await expect.poll(() => names.count(), { timeout: 5_000 }).toBe(count);
    return names.allTextContents();
  }

  logInOnSecondDevice(): Promise<void> {
    return this.click("Log in on the second device");
  }
}

async function openCards(): Promise<{ page: Page; george: Card; nancy: Card }> {
  const page = await openPage();
  return { page, george: new Card(page, "George Alan"), nancy: new Card(page, "Nancy Grace") };
}

async function openBothIn(): Promise<{ page: Page; george: Card; nancy: Card }> {
  const cards = await openCards();
  await cards.george.logIn();
  await cards.nancy.logIn();
  await cards.george.shows("Online now: Nancy Grace");
  await cards.nancy.shows("Online now: George Alan");
  return cards;
}

describe("presence", () => {
  it("shows immediately who comes online, and after the grace period who goes offline", async () => {
    const { george, nancy } = await openCards();
    await george.shows("Log in to see whether Nancy Grace is online.");
    await george.logIn();
    await george.shows(/^Offline, /);
    await george.shows("Online now: nobody else");

    await nancy.logIn();
    await george.shows("Online now: Nancy Grace");
    expect(await george.log.textContent()).toContain("onUserOnline Nancy Grace");
    expect(await george.root.locator(".contact .dot.online").count()).toBe(1);

    await nancy.click("Log out as Nancy Grace");
    await george.shows(/^Offline, last active \d/);
    await george.shows("Online now: nobody else");
    expect(await george.log.textContent()).toContain("onUserOffline Nancy Grace");
    expect(await george.root.locator(".contact .dot.online").count()).toBe(0);
  });

  it("shows a user with two devices offline only after the second has left", async () => {
    const { page, george, nancy } = await openBothIn();
    await nancy.logInOnSecondDevice();
    await nancy.sessions(2);
    await page.getByRole("button", { name: "Log in as Andrew Joseph" }).click();
    await george.log.getByText("onUserOnline Andrew Joseph").waitFor();

    await nancy.click("Log out as Nancy Grace");
    await nancy.shows("Still online on the second device.");
    await page.getByRole("button", { name: "Log out", exact: true }).click();
    // Andrew left after Nancy's first device, so the grace period of that device is over, too.
    await george.log.getByText("onUserOffline Andrew Joseph").waitFor();
    expect(await george.log.textContent()).not.toContain("onUserOffline Nancy Grace");
    await george.shows("Online now: Nancy Grace");

    await nancy.click("Log out on the second device");
    await george.shows(/^Offline, last active/);
  });

  it("includes the user who is logged in at the top of the page", async () => {
    const { page, george } = await openCards();
    await george.logIn();
    await page.getByRole("button", { name: "Log in as Andrew Joseph" }).click();
    await george.shows("Online now: Andrew Joseph");
    await page.getByRole("button", { name: "Log out", exact: true }).click();
    await george.shows("Online now: nobody else");
  });

  it("disappears for both users with a block, and returns without it", async () => {
    const { george, nancy } = await openBothIn();
    await george.click("Block Nancy Grace");
    await george.shows("You blocked Nancy Grace: neither of you sees the other's presence.");
    await nancy.shows("George Alan blocked you: neither of you sees the other's presence.");
    for (const card of [george, nancy]) {
      await card.shows(/^Offline, last active/);
      await card.shows("Online now: nobody else");
    }
    await george.click("Unblock Nancy Grace");
    await george.shows("Online now: Nancy Grace");
    await nancy.shows("Online now: George Alan");
    await george.shows(/^You see each other/);
    await nancy.shows(/^You see each other/);
    expect(await nancy.log.textContent()).toMatch(/onUserUnblocked.*onUserBlocked/);
  });

  it("says when both have blocked each other", async () => {
    const { george, nancy } = await openBothIn();
    await george.click("Block Nancy Grace");
    await nancy.shows(/^George Alan blocked you/);
    await nancy.click("Block George Alan");
    await nancy.shows(/^You and George Alan blocked each other/);
    await george.shows(/^You and Nancy Grace blocked each other/);
  });
});

describe("devices", () => {
  it("ends the session of the second device, which shows it within a second", async () => {
    const { george } = await openCards();
    await george.logIn();
    await george.logInOnSecondDevice();
    expect(await george.sessions(2)).toEqual(["This device", "Second device"]);
    await george.click("End this session: Second device");
    const ended = george.second.getByText(/^This session was ended from another device/);
    await ended.waitFor({ timeout: 1_000 });
    expect(await george.sessions(1)).toEqual(["This device"]);

    await george.logInOnSecondDevice();
    await george.second.getByText("George Alan is logged in here, too.").waitFor();
    await george.sessions(2);
  });

  it("ends the session at the top of the page, which shows it", async () => {
    const { page, george } = await openCards();
    await page.locator("#users").getByText("George Alan").click();
    await page.locator("#login").getByRole("button", { name: "Log in as George Alan" }).click();
    await page.waitForSelector("#session[data-phase=in]");
    await george.shows("Still online at the top of this page.");
    await george.logIn();
    expect(await george.sessions(2)).toEqual(["This device", "Top of this page"]);
    await george.click("End this session: Top of this page");
    await page.waitForSelector("#session[data-phase=out]");
    expect(await page.locator("#session").textContent()).toContain(
      "by the server. logoutSuccess received: revoked.",
    );
    expect(await george.sessions(1)).toEqual(["This device"]);
  });

  it("in one browser can end the session of a card in another", async () => {
    const { george } = await openCards();
    await george.logIn();
    const elsewhere = new Card(await openPage(), "George Alan");
    await elsewhere.logIn();
    expect(await elsewhere.sessions(2)).toEqual(["This device", "Another browser or tab"]);
    await elsewhere.click("End this session: Another browser or tab");
    await george.shows(/^This session was ended from another device\..*revoked/);
    await george.root.getByText("Logged out", { exact: true }).waitFor();
    await elsewhere.shows("Now log Nancy Grace in, and watch.");
    await george.logIn();
  });

  it("are removed from the server when the page is closed", async () => {
    const { page, george } = await openBothIn();
    await george.logInOnSecondDevice();
    await george.sessions(2);
    await page.reload();
    const tokens = async () => {
      const answer = await admin.get<AuthToken[]>(`/v3/users/${GEORGE}/auth_tokens`);
      return answer.data.length;
    };
    await expect.poll(tokens).toBe(0);
  });
});

describe("the section", () => {
  it("shows the exception of the SDK", async () => {
    const { page, george } = await openCards();
    const activate = () => admin.put("/v3/users", { uidsToActivate: [GEORGE] });
    await admin.delete("/v3/users", { uidsToDeactivate: [GEORGE] });
    await george.click("Log in as George Alan");
    await george.shows("ERR_USER_DEACTIVATED").finally(activate);
    expect(await george.note.textContent()).toMatch(/ERR_USER_DEACTIVATED .*deactivated/);
    await george.logIn();
    await george.shows("Now log Nancy Grace in, and watch.");

    await page.route("**/v3/blockedusers", (route) => route.abort());
    await george.click("Block Nancy Grace");
    await george.shows("FAILED_TO_FETCH");
    await page.unroute("**/v3/blockedusers");
    await george.click("Block Nancy Grace");
    await george.shows(/^You blocked Nancy Grace/);
  });

  it("reports that the server has ended a session", async () => {
    const { george } = await openBothIn();
    await admin.delete("/v3/users", { uidsToDeactivate: [GEORGE] });
    await george
      .shows("This session was ended by the server. logoutSuccess received: deactivated.")
      .finally(() => admin.put("/v3/users", { uidsToActivate: [GEORGE] }));
    expect(await george.devices.textContent()).toBe("Log in to list them.");
  });

  it("works with the keyboard only, and keeps the focus", async () => {
    const { page, george } = await openCards();
    const focused = () => page.locator(":focus");
    await george.root.getByRole("button", { name: "Log in as George Alan" }).focus();
    await page.keyboard.press("Enter");
    await george.shows("Online now: nobody else");
    expect(await focused().getAttribute("aria-label")).toBe("Log out as George Alan");
    await page.keyboard.press("Tab");
    expect(await focused().getAttribute("aria-label")).toBe("Block Nancy Grace");
    await page.keyboard.press("Enter");
    await george.shows(/^You blocked Nancy Grace/);
    expect(await focused().getAttribute("aria-label")).toBe("Unblock Nancy Grace");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await george.sessions(2);
    await page.keyboard.press("Shift+Tab");
    expect(await focused().getAttribute("aria-label")).toBe("End this session: Second device");
    await page.keyboard.press("Enter");
    await george.sessions(1);
    expect(await focused().textContent()).toBe("Devices");
  });

  it.each([1280, 360])("does not shift at a width of %d", async (width) => {
    const page = await openPage({ viewport: { width, height: 740 } });
    const [george, nancy] = [new Card(page, "George Alan"), new Card(page, "Nancy Grace")];
    const height = async () => (await page.locator("#presence").boundingBox())?.height;
    const before = await height();
    await george.logIn();
    await george.shows("Now log Nancy Grace in, and watch.");
    expect(await height()).toBe(before);
    await nancy.logIn();
    await george.logInOnSecondDevice();
    await george.sessions(2);
    await george.shows("Online now: Nancy Grace");
    expect(await height()).toBe(before);
    await george.click("Block Nancy Grace");
    await nancy.shows(/^George Alan blocked you/);
    await george.click("End this session: Second device");
    await george.second.getByText(/^This session was ended/).waitFor();
    await george.sessions(1);
    expect(await height()).toBe(before);
  });

  it("violates no policy and leaks no token", async () => {
    const page = await freshPage(browser);
    const seen = record(page);
    await page.goto(`${server.url}/`);
    const george = new Card(page, "George Alan");
    await george.logIn();
    await george.logInOnSecondDevice();
    await george.sessions(2);
    await george.click("Block Nancy Grace");
    await george.shows(/^You blocked Nancy Grace/);
    await george.click("End this session: Second device");
    await george.sessions(1);
    await george.click("Log out as George Alan");
    await george.shows("Log in to list them.");
    expect(seen.exceptions).toEqual([]);
    expect(seen.console).toEqual([]);
    expect(seen.requests.filter((url) => !url.startsWith(`${server.url}/`))).toEqual([]);
    expect(seen.requests.join()).not.toMatch(/cometchat-uid-\d_\d{10}/);
  });

  it.each(["light", "dark"] as const)(
    "works on a phone without sideways scrolling, %s",
    async (colorScheme) => {
      const page = await openPage({ viewport: { width: 360, height: 740 }, colorScheme });
      const george = new Card(page, "George Alan");
      await george.logIn();
      await george.logInOnSecondDevice();
      await george.sessions(2);
      const overhang = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(overhang).toBeLessThanOrEqual(0);
    },
  );
});
