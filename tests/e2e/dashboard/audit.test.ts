/** The audit logs: who did what, filters, and exported files. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { newAdministrator } from "../../support/administrators";
import { Client, createUser } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";
import type { AuditEvent } from "../../support/types";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });
const ada = await newAdministrator(server, "developer");
await createUser(api, { uid: "by-key", name: "Created by a key" });
const byAda = { uid: "by-ada", name: "=Created by Ada" };
await ada.api.post("/admin/v1/apps/my-app/users", byAda);
await ada.api.put("/admin/v1/apps/my-app/users/by-ada", { statusMessage: "Changed, by Ada" });

const open = async (path = "audit") => {
  const dashboard = await Dashboard.signIn(browser, server);
  const page = await dashboard.open(path, "Audit log");
  const rows = page.getByRole("grid", { name: "Audit log" }).getByRole("row");
  const texts = async () => (await rows.allInnerTexts()).slice(1);
  return { dashboard, page, rows, texts };
};

/** Exports in this format, and returns the name and the text of the file. */
async function save(page: Page, dashboard: Dashboard, format: string) {
  const saving = page.waitForEvent("download");
  await dashboard.pick("Export", format);
  const download = await saving;
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), "utf8"),
  };
}

describe("the audit log of an app", () => {
  it("shows who did what to which target, newest first", async () => {
    const { rows, texts } = await open("audit?targetKind=user&target=by-ada");
    await expect.poll(() => rows.count()).toBe(3);
    const [changed, created] = await texts();
    expect(changed).toContain("User changed");
    expect(created).toContain("User created");
    for (const text of [changed, created]) {
      expect(text).toContain("by-ada");
      expect(text).toContain(ada.administrator.email);
      expect(text).toContain("127.0.0.1");
    }
    expect(changed).toContain("Changed: statusMessage");
  });

  it("names the server as the actor of what it does itself", async () => {
    const body = JSON.stringify({ uid: "by-key" });
    expect((await fetch(`${server.url}/try-it/tokens`, { method: "POST", body })).ok).toBe(true);
    const { texts } = await open("audit?actorKind=server");
    await expect.poll(async () => (await texts())[0]).toMatch(/by-key.*The server/s);
  });

  it("is filtered by actor, action, target and time, which are in the URL", async () => {
    const { dashboard, page, texts } = await open();
    const all = async (expected: RegExp) =>
      expect.poll(async () => (await texts()).every((text) => expected.test(text))).toBe(true);
    await dashboard.choose("Actor", "Administrator");
    await all(/Administrator/);
    await dashboard.choose("Action", "User created");
    await all(/User created/);
    await expect.poll(async () => (await texts()).length).toBe(1);
    await page.reload();
    await expect.poll(async () => (await texts()).length).toBe(1);
    await dashboard.press("Clear filters");
    await page.getByRole("textbox", { name: "Target ID" }).fill("by-key");
    await expect.poll(async () => (await texts()).join()).toMatch(/API key/);
    await dashboard.press("Clear filters");
    await page.getByLabel("To", { exact: true }).fill("2020-01-01T00:00");
    await page.getByText("No matching entries").waitFor();
  });

  it("is exported as CSV, without formulas that a spreadsheet would run", async () => {
    const { dashboard, page, rows } = await open("audit?targetKind=user&target=by-ada");
    await expect.poll(() => rows.count()).toBe(3);
    const { name, text } = await save(page, dashboard, "As CSV");
    expect(name).toMatch(/^audit-my-app-\d{4}-\d\d-\d\d\.csv$/);
    const lines = text
      .replace(/^\uFEFF/, "")
      .trimEnd()
      .split(/\r?\n/);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain("action");
    expect(lines[1]).toContain("user.updated");
    expect(lines[2]).toContain("user.created");
    for (const line of lines.slice(1)) {
      expect(line).toContain("by-ada");
      expect(line).toContain(ada.administrator.email);
      expect(line).not.toMatch(/(^|,)"?[=+@]/);
    }
    await dashboard.toast("2 entries were saved.");
  });

  it("is exported as NDJSON, one entry per line, as the API returns them", async () => {
    const { dashboard, page, rows } = await open();
    await expect.poll(() => rows.count()).toBeGreaterThan(3);
    const { name, text } = await save(page, dashboard, "As NDJSON");
    expect(name).toMatch(/\.ndjson$/);
    const entries = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as AuditEvent);
    const path = "/admin/v1/apps/my-app/audit?limit=1000";
    expect(entries).toEqual((await dashboard.session.api.get<AuditEvent[]>(path)).data);
  });
});

describe("the audit log of the server", () => {
  it("shows owners the changes to administrators and their sign-ins", async () => {
    const dashboard = await Dashboard.signIn(browser, server);
    const page = await dashboard.openServer("audit", "Server audit log");
    await dashboard.choose("Action", "Signed in");
    const rows = page.getByRole("grid", { name: "Audit log" }).getByRole("row");
    await rows.filter({ hasText: dashboard.session.administrator.email }).first().waitFor();
  });

  it("is hidden from others", async () => {
    const dashboard = await Dashboard.signIn(browser, server, "developer");
    const page = await dashboard.openServer("audit", "Server audit log");
    await page.getByText("Owners only").waitFor();
    expect(await page.getByRole("link", { name: "Server audit log" }).count()).toBe(0);
  });
});
