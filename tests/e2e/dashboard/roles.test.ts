/** Roles: created if the form is valid, changed, and deleted; their users get the role default. */
import { describe, expect, it } from "vitest";
import { Client, createUser } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";
import { reasonOf, says } from "../../support/form";
import type { Role, User } from "../../support/types";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });
const roleOf = async (uid: string) => (await api.get<User>(`/v3/users/${uid}`)).data.role;

const open = async () => {
  const dashboard = await Dashboard.signIn(browser, server, "developer");
  await dashboard.open("roles", "Roles");
  return dashboard;
};

async function openForm() {
  const dashboard = await open();
  await dashboard.press("Create role");
  return { dashboard, form: dashboard.dialog("Create a role") };
}

describe("a new role", () => {
  it.each([
    ["a missing ID", "Role ID", "", { role: "" }],
    ["an ID with other characters", "Role ID", "chief editor", { role: "chief editor" }],
    ["an existing ID, in any case", "Role ID", "DEFAULT", { role: "DEFAULT" }],
    ["a missing name", "Name", "", { name: "" }],
    ["a long description", "Description", "x".repeat(256), { description: "x".repeat(256) }],
    ["metadata that is not an object", "Metadata", "[1]", { metadata: [1] }],
  ])("with %s is refused, with the reason of the API", async (_, label, typed, values) => {
    const { form } = await openForm();
    const whole = { role: "refused", name: "Refused" };
    await form.fill("Role ID", whole.role);
    await form.fill("Name", whole.name);
    await form.fill(label, typed);
    await form.press("Create role");
    await says(form.field(label), reasonOf(await api.post("/v3/roles", { ...whole, ...values })));
    expect((await api.get("/v3/roles/refused")).outcome).toBe("404 ERR_ROLE_NOT_FOUND");
  });

  it("has the chosen settings, and is listed", async () => {
    const { dashboard, form } = await openForm();
    await form.fill("Role ID", "Guest");
    await form.fill("Name", "Guests");
    await form.choose("Can list", "Friends only");
    await form.press("Create role");
    await dashboard.toast("The role Guests was created.");
    await dashboard
      .row(/^Guests/)
      .getByText("Friends only")
      .waitFor();
    expect((await api.get<Role>("/v3/roles/guest")).data).toMatchObject({
      name: "Guests",
      settings: { listUsers: "friendsOnly", sendMessagesTo: "all" },
    });
  });
});

describe("a role", () => {
  it("can be changed", async () => {
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

  it("cannot be deleted if it is the default", async () => {
    const dashboard = await open();
    await dashboard.press(/^Actions for Default/i);
    await dashboard.page.getByRole("menuitem", { name: "Edit" }).waitFor();
    expect(await dashboard.page.getByRole("menuitem").allInnerTexts()).toEqual(["Edit"]);
  });
});

describe("deleting a role", () => {
  it("says how many users have it and which role they get, and gives it to them", async () => {
    await api.post("/v3/roles", { role: "writer", name: "Writers" });
    for (const uid of ["ed-1", "ed-2", "ed-3"]) await createUser(api, { uid, role: "writer" });
    await api.delete("/v3/users", { uidsToDeactivate: ["ed-3"] });
    const dashboard = await open();
    const count = dashboard.page.getByRole("link", {
      name: "3 Show the users with the role Writers",
    });
    await count.waitFor();
    await dashboard.pick("Actions for Writers", "Delete");
    const dialog = dashboard.dialog("Delete the role Writers?");
    await dialog.shows("3 users have this role and will get the role default.");
    await dialog.press("Cancel");
    await dialog.closed();
    expect(await roleOf("ed-1")).toBe("writer");

    await dashboard.pick("Actions for Writers", "Delete");
    await dialog.press("Delete role");
    await dashboard.toast("The role Writers was deleted.");
    await dashboard.row(/^Writers/).waitFor({ state: "detached" });
    await api.put("/v3/users", { uidsToActivate: ["ed-3"] });
    for (const uid of ["ed-1", "ed-2", "ed-3"]) expect(await roleOf(uid)).toBe("default");
  });

  it("says when no user has it", async () => {
    await api.post("/v3/roles", { role: "unused", name: "Unused" });
    const dashboard = await open();
    await dashboard.pick("Actions for Unused", "Delete");
    const dialog = dashboard.dialog("Delete the role Unused?");
    await dialog.shows("No user has this role.");
    await dialog.press("Delete role");
    await dashboard.toast("The role Unused was deleted.");
    expect((await api.get("/v3/roles/unused")).outcome).toBe("404 ERR_ROLE_NOT_FOUND");
  });
});
