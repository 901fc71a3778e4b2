/** The dashboard in a real browser. Elements are found as people find them: by role and name. */
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach } from "vitest";
import { newAdministrator, type AdminRole, type Session } from "./administrators";
import { freshPage, launchBrowser, record, type Record } from "./browser";
import { startDev, type Server, type StartOptions } from "./parleyd";

// Test files run in parallel, each with its own browser, so the timeouts are generous.
export const patienceMs = 30_000;

/**
 * A `parleyd dev` and a browser for the tests of a file. After each test its pages are closed. If the
 * test failed, prints what the pages showed.
 */
export async function setUp(
  options: StartOptions = {},
): Promise<{ server: Server; browser: Browser }> {
  const server = await startDev(options);
  const browser = await launchBrowser();
  afterEach(async ({ task }) => {
    for (const context of browser.contexts()) {
      for (const page of task.result?.state === "fail" ? context.pages() : []) {
        console.log(page.url(), await page.locator("body").ariaSnapshot().catch(String));
      }
      await context.close();
    }
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  return { server, browser };
}

/** A page without a signed-in administrator. */
export async function openPage(browser: Browser, url?: string): Promise<Page> {
  const page = await freshPage(browser);
  page.context().setDefaultTimeout(patienceMs);
  if (url !== undefined) await page.goto(url);
  return page;
}

type DashboardOptions = BrowserContextOptions & { appId?: string };

/** A browser profile with a signed-in administrator. */
export class Dashboard {
  readonly seen: Record;

  constructor(
    readonly page: Page,
    readonly server: Server,
    readonly session: Session,
    readonly appId: string,
  ) {
    this.seen = record(page);
  }

  /** Signs a new administrator in, in its own profile. No page is open yet. */
  static async signIn(
    browser: Browser,
    server: Server,
    role: AdminRole = "owner",
    options: DashboardOptions = {},
  ): Promise<Dashboard> {
    return Dashboard.in(browser, server, await newAdministrator(server, role), options);
  }

  /** The same for an administrator who is already signed in. */
  static async in(
    browser: Browser,
    server: Server,
    session: Session,
    options: DashboardOptions = {},
  ): Promise<Dashboard> {
    const { appId = server.credentials.appId, ...context } = options;
    const page = await freshPage(browser, context);
    page.context().setDefaultTimeout(patienceMs);
    const [name = "", value = ""] = session.cookie.split("=");
    // The cookie as the server set it.
    const attributes = { url: server.url, httpOnly: true, sameSite: "Strict" } as const;
    await page.context().addCookies([{ name, value, ...attributes }]);
    return new Dashboard(page, server, session, appId);
  }

  /** A page of the app, by its path relative to the app: "users", or "" for the overview. */
  async open(path: string, heading: string): Promise<Page> {
    return this.openServer(`apps/${this.appId}/${path}`, heading);
  }

  /** A page of the server, by its path relative to /dashboard. */
  async openServer(path: string, heading: string): Promise<Page> {
    await this.page.goto(`${this.server.url}/dashboard/${path}`);
    await this.heading(heading);
    return this.page;
  }

  /** Waits until the page with this heading is shown. */
  async heading(name: string): Promise<void> {
    await this.page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, ...(typeof name === "string" && exactly) });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  /** The row of a table whose first cell has this text. */
  row(name: string | RegExp): Locator {
    return this.page.getByRole("row", { name });
  }

  /** The open dialog. */
  dialog(name: string | RegExp): Dialog {
    const asks = this.page.getByRole("alertdialog", { name });
    return new Dialog(this.page.getByRole("dialog", { name }).or(asks));
  }

  /** Opens the menu of the button with this name, and clicks an item. */
  async pick(menu: string, action: string): Promise<void> {
    await this.press(menu);
    await this.page.getByRole("menuitem", { name: action, exact: true }).click();
  }

  /** Chooses an option from the list with this label. */
  async choose(label: string, option: string): Promise<void> {
    await choose(this.page.locator("body"), this.page, label, option);
  }

  /** Ticks a checkbox, or chooses a card, by its label. */
  async tick(name: string | RegExp): Promise<void> {
    const box = this.page
      .getByRole("checkbox", { name })
      .or(this.page.getByRole("radio", { name }));
    await box.locator("xpath=ancestor::label[1]").click();
  }

  /** Waits for the toast. */
  async toast(text: string | RegExp): Promise<void> {
    await this.page.getByRole("region", { name: "Notifications" }).getByText(text).waitFor();
  }
}

const exactly = { exact: true } as const;

/** The contents of a dialog. */
export class Dialog {
  constructor(readonly root: Locator) {}

  field(label: string): Locator {
    return this.root.getByRole("textbox", { name: label });
  }

  async fill(label: string, value: string): Promise<void> {
    await this.field(label).fill(value);
  }

  async choose(label: string, option: string): Promise<void> {
    await choose(this.root, this.root.page(), label, option);
  }

  button(name: string): Locator {
    return this.root.getByRole("button", { name, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  async shows(text: string | RegExp): Promise<void> {
    await this.root.getByText(text).waitFor();
  }

  /** The text that screen readers announce with the title. */
  async description(): Promise<string | null> {
    const id = await this.root.getAttribute("aria-describedby");
    return this.root.locator(`[id="${id}"]`).textContent();
  }

  async closed(): Promise<void> {
    await this.root.waitFor({ state: "detached" });
  }
}

async function choose(within: Locator, page: Page, label: string, option: string): Promise<void> {
  // The accessible name of such a button is its value and its label.
  await within.getByRole("button", { name: new RegExp(` ${label}$`) }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}
