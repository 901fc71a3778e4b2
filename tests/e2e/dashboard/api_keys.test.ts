/** API keys: shown once, used, replaced without downtime, and deleted with a warning. */
import { describe, expect, it } from "vitest";
import { Client } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";
import type { ApiKey } from "../../support/types";

const { server, browser } = await setUp();
const authenticated = (apikey: string) => new Client(server.url, { apikey });
const admin = authenticated(server.credentials.apiKey);
const works = async (key: string) =>
  (await authenticated(key).get("/v3/users/cometchat-uid-1")).outcome;

const scopes = { authOnly: "Auth Key (authOnly)", fullAccess: "REST API Key (fullAccess)" };

const open = async () => {
  const dashboard = await Dashboard.signIn(browser, server, "developer");
  await dashboard.open("keys", "API keys");
  return dashboard;
};

/** Creates a key in the dashboard, and returns the key that is shown. */
async function create(
  dashboard: Dashboard,
  name: string,
  scope = scopes.fullAccess,
): Promise<string> {
  await dashboard.press("Create key");
  const dialog = dashboard.dialog("Create an API key");
  await dialog.fill("Name", name);
  await dialog.root.getByText(scope, { exact: true }).click();
  await dialog.press("Create key");
  return takeKey(dashboard, name);
}

async function takeKey(dashboard: Dashboard, name: string): Promise<string> {
  const shown = dashboard.dialog(`The key ${name}`);
  await shown.shows("This is shown only once. Copy it now.");
  const key = await shown.field("API key").inputValue();
  await shown.press("I have stored it");
  await shown.closed();
  return key;
}

describe("an API key", () => {
  it("can be copied, works, and is not shown again afterwards", async () => {
    const dashboard = await open();
    const { page } = dashboard;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await dashboard.press("Create key");
    const dialog = dashboard.dialog("Create an API key");
    await dialog.fill("Name", "Copied");
    await dialog.root.getByText(scopes.fullAccess, { exact: true }).click();
    await dialog.press("Create key");
    const shown = dashboard.dialog("The key Copied");
    await shown.press("Copy: API key");
    await shown.root.getByRole("status").getByText("Copied").waitFor();
    const key = await page.evaluate(() => navigator.clipboard.readText());
    expect(await works(key)).toBe("200");
    await shown.press("I have stored it");
    await shown.closed();
    await dashboard.row("Copied").waitFor();
    expect(await page.locator("body").innerHTML()).not.toContain(key);
    await page.reload();
    await dashboard.row("Copied").waitFor();
    expect(await page.locator("body").innerHTML()).not.toContain(key);
  });

  it("can be renamed, and still works", async () => {
    const dashboard = await open();
    const key = await create(dashboard, "Old name");
    await dashboard.pick("Actions for Old name", "Rename or change scope");
    const dialog = dashboard.dialog("Edit the key Old name");
    expect(await dialog.field("Name").inputValue()).toBe("Old name");
    await dialog.fill("Name", "New name");
    await dialog.press("Save");
    await dashboard.toast("The key New name was saved.");
    await dashboard.row("New name").waitFor();
    await dashboard.row("Old name").waitFor({ state: "detached" });
    expect(await works(key)).toBe("200");
  });

  it("loses the permissions beyond authOnly when its scope is narrowed, and the form warns of it", async () => {
    const dashboard = await open();
    const key = await create(dashboard, "Too wide");
    await dashboard.pick("Actions for Too wide", "Rename or change scope");
    const dialog = dashboard.dialog("Edit the key Too wide");
    await dialog.root.getByText(scopes.authOnly, { exact: true }).click();
    await dialog.shows(/this key can only create, update and log in users/);
    expect(await works(key)).toBe("200");
    await dialog.press("Save");
    await dashboard.toast("The key Too wide was saved.");
    expect(await works(key)).toMatch(/^403/);
  });

  it("with the scope authOnly logs users in, but cannot read users", async () => {
    const dashboard = await open();
    const key = authenticated(await create(dashboard, "Client", scopes.authOnly));
    const login = await key.post("/v3/users/cometchat-uid-1/auth_tokens", {});
    expect(login.outcome).toBe("200");
    expect((await key.get("/v3/users/cometchat-uid-1")).status).toBe(403);
  });

  it("that was never used is deleted after one confirmation", async () => {
    const dashboard = await open();
    const key = await create(dashboard, "Unused");
    await dashboard.pick("Actions for Unused", "Delete");
    const dialog = dashboard.dialog("Delete the key Unused?");
    await dialog.shows("It was not used in the last day.");
    await dialog.press("Delete key");
    await dashboard.toast("The key Unused was deleted.");
    await dashboard.row("Unused").waitFor({ state: "detached" });
    expect(await works(key)).toMatch(/^401/);
  });

  it("that was used in the last day is deleted only after its name was typed", async () => {
    const dashboard = await open();
    const key = await create(dashboard, "In use");
    expect(await works(key)).toBe("200");
    // The server records the last use of a key in the background.
    const used = async () => {
      const keys = (await admin.get<(ApiKey & { lastUsedAt?: number })[]>("/v3/apikeys")).data;
      return keys.find(({ name }) => name === "In use")?.lastUsedAt ?? 0;
    };
    await expect.poll(used, { timeout: 30_000 }).toBeGreaterThan(0);
    await dashboard.page.reload();
    await dashboard.pick("Actions for In use", "Delete");
    const dialog = dashboard.dialog("Delete the key In use?");
    await dialog.shows(/This key was used in the last day/);
    expect(await dialog.button("Delete key").isDisabled()).toBe(true);
    await dialog.fill("Type In use to confirm", "In use");
    await dialog.press("Delete key");
    await dashboard.toast("The key In use was deleted.");
    expect(await works(key)).toMatch(/^401/);
  });

  it("is replaced: both work until the old one is deleted", async () => {
    const dashboard = await open();
    const old = await create(dashboard, "Rotated");
    await dashboard.pick("Actions for Rotated", "Replace");
    await dashboard.dialog("Replace the key Rotated?").press("Create new key");
    const successor = await takeKey(dashboard, "Rotated");
    expect(successor).not.toBe(old);
    expect([await works(old), await works(successor)]).toEqual(["200", "200"]);
    const card = dashboard.page.getByRole("region", { name: "Replacing Rotated" });
    await card.waitFor();
    await dashboard.page.reload();
    await card.getByRole("button", { name: "Delete old key" }).click();
    const dialog = dashboard.dialog("Delete the key Rotated?");
    const word = dialog.field("Type Rotated to confirm");
    if (await word.isVisible()) await word.fill("Rotated");
    await dialog.press("Delete key");
    await dashboard.toast("The key Rotated was deleted.");
    await card.waitFor({ state: "detached" });
    expect([await works(old), await works(successor)]).toEqual([
      expect.stringMatching(/^401/),
      "200",
    ]);
  });
});
