/** Administrators: invited with a link, changed, and removed. */
import { describe, expect, it } from "vitest";
import { newAdministrator } from "../../support/administrators";
import { Dashboard, openPage, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();
const open = async () => {
  const dashboard = await Dashboard.signIn(browser, server);
  await dashboard.openServer("administrators", "Administrators");
  return dashboard;
};

/** The one-time link that is shown for an email. */
async function takeLink(dashboard: Dashboard, email: string): Promise<string> {
  const shown = dashboard.dialog(`One-time link for ${email}`);
  await shown.shows("This is shown only once. Copy it now.");
  const link = await shown.field("Link").inputValue();
  await shown.press("I have stored it");
  await shown.closed();
  return link;
}

describe("administrators", () => {
  it("are invited with a link that signs them in with their role", async () => {
    const dashboard = await open();
    await dashboard.press("Invite");
    const dialog = dashboard.dialog("Invite an administrator");
    await dialog.fill("Email", "not an email");
    await dialog.fill("Name", "");
    await dialog.press("Invite");
    await dialog.shows("must be an email address");
    await dialog.shows("must not be empty");
    await dialog.fill("Email", "grace@example.com");
    await dialog.fill("Name", "Grace Hopper");
    await dialog.root.getByText("Viewer", { exact: true }).click();
    await dialog.press("Invite");
    const link = await takeLink(dashboard, "grace@example.com");
    await dashboard.row("Grace Hopper").getByText("Viewer").waitFor();

    const page = await openPage(browser, link);
    await page.getByRole("heading", { level: 1, name: "Choose a password" }).waitFor();
    await page.getByRole("button", { name: "Not now" }).click();
    await page.getByRole("button", { name: /Grace Hopper Viewer/ }).waitFor();
    expect(await page.getByRole("link", { name: "Administrators" }).count()).toBe(0);
  });

  it("are not invited twice", async () => {
    const dashboard = await open();
    const { email } = dashboard.session.administrator;
    await dashboard.press("Invite");
    const dialog = dashboard.dialog("Invite an administrator");
    await dialog.fill("Email", email);
    await dialog.fill("Name", "Again");
    await dialog.press("Invite");
    await dialog.root
      .getByText(/already|exists/)
      .first()
      .waitFor();
  });

  it("get a new link if they have lost their password", async () => {
    const { administrator } = await newAdministrator(server, "developer");
    const dashboard = await open();
    await dashboard.pick(`Actions for ${administrator.email}`, "New one-time link");
    const question = dashboard.dialog(`Create a one-time link for ${administrator.email}?`);
    await question.press("Create link");
    const page = await openPage(browser, await takeLink(dashboard, administrator.email));
    await page.getByRole("heading", { level: 1, name: "Choose a password" }).waitFor();
  });

  it("can get another role, which takes effect immediately", async () => {
    const other = await newAdministrator(server, "viewer");
    const { email } = other.administrator;
    const dashboard = await open();
    await dashboard.pick(`Actions for ${email}`, "Edit name or role");
    const dialog = dashboard.dialog(`Edit ${email}`);
    await dialog.fill("Name", "Promoted");
    await dialog.root.getByText("Developer", { exact: true }).click();
    await dialog.press("Save");
    await dashboard.toast(`${email} was saved.`);
    await dashboard.row("Promoted").getByText("Developer").waitFor();
    const user = { uid: "by-promoted", name: "Created by the promoted" };
    expect((await other.api.post("/admin/v1/apps/my-app/users", user)).outcome).toBe("200");
  });

  it("are removed after the email was typed, and are signed out", async () => {
    const other = await newAdministrator(server, "viewer");
    const { email, name } = other.administrator;
    const dashboard = await open();
    await dashboard.pick(`Actions for ${email}`, "Remove");
    const dialog = dashboard.dialog(`Remove ${email}?`);
    expect(await dialog.button("Remove").isDisabled()).toBe(true);
    await dialog.fill(`Type ${email} to confirm`, email);
    await dialog.press("Remove");
    await dashboard.toast(`${email} was removed.`);
    await dashboard.row(name).waitFor({ state: "detached" });
    expect((await other.api.get("/admin/v1/session")).status).toBe(401);
  });

  it("keep at least one owner", async () => {
    const dashboard = await open();
    const owners = dashboard.page.getByRole("row").filter({ hasText: "Owner" });
    const { email, id } = dashboard.session.administrator;
    const { api } = dashboard.session;
    for (const other of (await api.get<{ id: string; role: string }[]>("/admin/v1/administrators"))
      .data) {
      if (other.id !== id) await api.delete(`/admin/v1/administrators/${other.id}`);
    }
    await dashboard.page.reload();
    await expect.poll(() => owners.count()).toBe(1);
    await dashboard.pick(`Actions for ${email}`, "Remove");
    const dialog = dashboard.dialog(`Remove ${email}?`);
    await dialog.fill(`Type ${email} to confirm`, email);
    await dialog.press("Remove");
    await dialog.root.getByRole("alert").getByText(/owner/i).first().waitFor();
    await dialog.press("Cancel");
    expect((await api.get("/admin/v1/session")).outcome).toBe("200");
  });
});
