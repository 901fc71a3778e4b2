/** Signing in and out with links and passwords, and the effects in other browsers. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createAdministrator } from "../../support/administrators";
import { openPage, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();
const password = "correct horse battery";
const ada = await createAdministrator(server, "owner", "generate");
const signInPage = `${server.url}/dashboard/sign-in`;

const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const open = (url: string) => openPage(browser, url);

async function enter(page: Page, email: string, secret: string): Promise<void> {
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(secret);
  await button(page, "Sign in").click();
}

async function signIn(url = signInPage): Promise<Page> {
  const page = await open(url);
  await enter(page, ada.email, ada.password);
  return page;
}

describe("a one-time link", () => {
  it("from the terminal works once, and leaves no trace in the URL", async () => {
    const link = /http\S+#link=\S+/.exec(server.output)?.[0] ?? "";
    const page = await open(link);
    await heading(page, "Choose a password");
    expect(page.url()).toBe(signInPage);
    await button(page, "Not now").click();
    await heading(page, "Overview");

    const late = await open(link);
    await late.getByRole("alert").getByText(/link/i).first().waitFor();
    await heading(late, "Sign in");
  });

  it("lets a new administrator set a password, which works from then on", async () => {
    const { email, link } = await createAdministrator(server, "developer", "link");
    const page = await open(`${signInPage}${link.slice(link.indexOf("#"))}`);
    await page.getByRole("textbox", { name: "New password" }).fill("short");
    await button(page, "Set password").click();
    await page.getByText("must have 10 to 128 characters").waitFor();
    await page.getByRole("textbox", { name: "New password" }).fill(password);
    await button(page, "Set password").click();
    await heading(page, "Overview");

    const other = await open(signInPage);
    await enter(other, email, password);
    await heading(other, "Overview");
  });
});

describe("a password", () => {
  it("must not be empty", async () => {
    const page = await open(signInPage);
    await page.getByRole("textbox", { name: "Email" }).press("Enter");
    await expect.poll(() => page.getByText("must not be empty").count()).toBe(2);
  });

  it("is not missed before the form is sent", async () => {
    const page = await open(signInPage);
    const email = page.getByRole("textbox", { name: "Email" });
    await email.focus();
    await email.press("Tab");
    await page.getByRole("textbox", { name: "Password" }).press("Tab");
    await button(page, "Sign in").waitFor();
    expect(await page.getByText("must not be empty").count()).toBe(0);
  });
});

describe("a session", () => {
  it("survives a reload", async () => {
    const page = await signIn();
    await heading(page, "Overview");
    await page.reload();
    await heading(page, "Overview");
  });

  it("opens the requested page", async () => {
    const page = await signIn(`${server.url}/dashboard/apps/my-app/users?search=nancy`);
    await heading(page, "Users");
    await page.getByRole("row", { name: "Nancy Grace" }).waitFor();
    expect(await page.getByRole("row").count()).toBe(2);
  });

  it("never redirects to another site, whatever the URL says", async () => {
    const page = await signIn(`${signInPage}?next=${encodeURIComponent("https://example.org/")}`);
    await heading(page, "Overview");
    expect(new URL(page.url()).origin).toBe(server.url);
  });

  it("ends everywhere immediately; the other browser notices at its next call", async () => {
    const page = await signIn();
    await heading(page, "Overview");
    const other = await signIn(`${server.url}/dashboard/apps/my-app/roles`);
    await heading(other, "Roles");
    await button(page, `Signed in as Name of ${ada.email} Owner`).click();
    await page.getByRole("menuitem", { name: "Your account" }).click();
    await button(page, "Sign out everywhere").click();
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Sign out everywhere" })
      .click();
    await page.getByText("You are signed out.").waitFor();

    await other.getByRole("link", { name: "API keys" }).click();
    await other.getByText(/^Your session has ended\./).waitFor();
    await enter(other, ada.email, ada.password);
    await heading(other, "API keys");
  });

  it("ends on sign-out, even for the back button", async () => {
    const page = await signIn();
    await heading(page, "Overview");
    await page.getByRole("link", { name: "Roles" }).click();
    await heading(page, "Roles");
    await button(page, `Signed in as Name of ${ada.email} Owner`).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByText("You are signed out.").waitFor();
    await page.goBack();
    await heading(page, "Sign in");
  });
});
