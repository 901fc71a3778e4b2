/** Two administrators who work at the same time. */
import { describe, expect, it } from "vitest";
import { newAdministrator } from "../../support/administrators";
import { Client, createUser } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";
import type { Administrator, ApiKey, User } from "../../support/types";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });
const both = () =>
  Promise.all([
    Dashboard.signIn(browser, server, "owner"),
    Dashboard.signIn(browser, server, "developer"),
  ]);

/** Changes one field of the user on the open page. */
async function edit(dashboard: Dashboard, name: string, label: string, value: string) {
  await dashboard.press("Edit");
  const dialog = dashboard.dialog(`Edit ${name}`);
  await dialog.fill(label, value);
  await dialog.press("Save");
  await dialog.closed();
}

describe("two administrators", () => {
  it("see each other's changes, and overwrite only the fields they change", async () => {
    const { uid, name } = await createUser(api, { name: "Shared Person" });
    const [ada, bob] = await both();
    await ada.open(`users/${uid}`, name);
    await bob.open(`users/${uid}`, name);
    await bob.press("Edit");
    const form = bob.dialog(`Edit ${name}`);
    await form.fill("Status message", "From Bob");
    await edit(ada, name, "Link", "https://example.com/from-ada");
    await form.press("Save");
    await form.closed();
    await ada.page.getByText("From Bob").waitFor();
    await bob.page.getByText("https://example.com/from-ada").waitFor();
    const { data } = await api.get<User & { link: string; statusMessage: string }>(
      `/v3/users/${uid}`,
    );
    expect(data).toMatchObject({ statusMessage: "From Bob", link: "https://example.com/from-ada" });
  });

  it("can rename a key without reverting a scope that the other has narrowed", async () => {
    const [ada, bob] = await both();
    const path = `/admin/v1/apps/${server.credentials.appId}/apikeys`;
    const { data: key } = await bob.session.api.post<ApiKey>(path, {
      name: "Shared key",
      scope: "fullAccess",
    });
    await ada.open("keys", "API keys");
    await ada.pick("Actions for Shared key", "Rename or change scope");
    const form = ada.dialog("Edit the key Shared key");
    await bob.session.api.put(`${path}/${key.id}`, { scope: "authOnly" });
    await form.fill("Name", "Renamed key");
    await form.press("Save");
    await ada.toast("The key Renamed key was saved.");
    const { data } = await api.get<ApiKey[]>("/v3/apikeys");
    expect(data.find(({ id }) => id === key.id)).toMatchObject({
      ...{ name: "Renamed key", scope: "authOnly" },
    });
  });

  it("can rename an administrator without reverting a change of role", async () => {
    const [ada, eve] = [
      await Dashboard.signIn(browser, server, "owner"),
      await Dashboard.signIn(browser, server, "owner"),
    ];
    const target = await newAdministrator(server, "developer");
    const { id, email } = target.administrator;
    await ada.openServer("administrators", "Administrators");
    await ada.pick(`Actions for ${email}`, "Edit name or role");
    const form = ada.dialog(`Edit ${email}`);
    await eve.session.api.put(`/admin/v1/administrators/${id}`, { role: "viewer" });
    await form.fill("Name", "Renamed");
    await form.press("Save");
    await form.closed();
    const { data } = await eve.session.api.get<Administrator[]>("/admin/v1/administrators");
    expect(data.find((one) => one.id === id)).toMatchObject({ name: "Renamed", role: "viewer" });
  });

  it("see when a user was deleted in the meantime", async () => {
    const { uid, name } = await createUser(api, { name: "Short Lived" });
    const [ada, bob] = await both();
    await bob.open(`users/${uid}`, name);
    await bob.press("Edit");
    await ada.open(`users/${uid}`, name);
    await ada.pick("More actions", "Delete");
    const dialog = ada.dialog(`Delete ${name}?`);
    await dialog.fill(`Type ${uid} to confirm`, uid);
    await dialog.press("Delete");
    await ada.heading("Users");
    await bob.heading("User not found");
    await ada.row(name).waitFor({ state: "detached" });
  });

  it("see the other's new users when they return to the list", async () => {
    const [ada, bob] = await both();
    await ada.open("users?search=fresh", "Users");
    await ada.page.getByText("No matching users").waitFor();
    await bob.open("users", "Users");
    await bob.press("Create user");
    const dialog = bob.dialog("Create a user");
    await dialog.fill("UID", "fresh");
    await dialog.fill("Name", "Fresh Person");
    await dialog.press("Create user");
    await dialog.closed();
    await ada.page.reload();
    await ada.row("Fresh Person").waitFor();
  });

  it("are separated at the next call when one removes the other", async () => {
    const [ada, bob] = await both();
    const { email } = bob.session.administrator;
    await bob.open("roles", "Roles");
    await ada.openServer("administrators", "Administrators");
    await ada.pick(`Actions for ${email}`, "Remove");
    const dialog = ada.dialog(`Remove ${email}?`);
    await dialog.fill(`Type ${email} to confirm`, email);
    await dialog.press("Remove");
    await ada.toast(`${email} was removed.`);
    await bob.press("Create role");
    const form = bob.dialog("Create a role");
    await form.fill("Role ID", "too-late");
    await form.fill("Name", "Too late");
    await form.press("Create role");
    await bob.page.getByText(/^Your session has ended\./).waitFor();
    expect((await api.get("/v3/roles/too-late")).status).toBe(404);
  });
});
