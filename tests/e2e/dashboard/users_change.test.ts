/** Changing users in the dashboard: one on its page, and many at once. */
import { describe, expect, it } from "vitest";
import { Client, createUser, freshUid, logIn } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";
import type { User } from "../../support/types";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });
const get = async (uid: string) => (await api.get<User>(`/v3/users/${uid}`)).data;
const outcome = async (uid: string) => (await api.get(`/v3/users/${uid}`)).outcome;

async function openUser(fields: Partial<User> & object = {}) {
  const user = await createUser(api, { name: `Person ${freshUid("")}`, ...fields });
  const dashboard = await Dashboard.signIn(browser, server, "developer");
  await dashboard.open(`users/${user.uid}`, user.name);
  return { user, dashboard };
}

describe("one user", () => {
  it("can be edited: only changed fields are saved", async () => {
    const { user, dashboard } = await openUser({ tags: ["old"], metadata: { plan: "free" } });
    await dashboard.press("Edit");
    const dialog = dashboard.dialog(`Edit ${user.name}`);
    expect(await dialog.field("Name").inputValue()).toBe(user.name);
    await api.put(`/v3/users/${user.uid}`, { statusMessage: "Set elsewhere meanwhile" });
    await dialog.fill("Name", "Renamed Person");
    await dialog.root.getByRole("button", { name: /^Remove old/ }).click();
    await dialog.field("Tags").fill("new");
    await dialog.field("Tags").press("Enter");
    await dialog.fill("Metadata", '{"plan": "gold", "seats": 3}');
    await dialog.press("Save");
    await dialog.closed();
    await dashboard.heading("Renamed Person");
    await dashboard.page.getByText('"seats": 3').waitFor();
    expect(await get(user.uid)).toMatchObject({
      ...{ name: "Renamed Person", tags: ["new"], metadata: { plan: "gold", seats: 3 } },
      statusMessage: "Set elsewhere meanwhile",
    });
  });

  it("shows the errors of the API next to the fields", async () => {
    const { user, dashboard } = await openUser();
    await dashboard.press("Edit");
    const dialog = dashboard.dialog(`Edit ${user.name}`);
    await dialog.fill("Status message", "x".repeat(256));
    await dialog.press("Save");
    await dialog.shows("must have at most 255 characters, but has 256");
    await dialog.fill("Status message", "x".repeat(255));
    await dialog.press("Save");
    await dialog.closed();
    expect(await get(user.uid)).toMatchObject({ statusMessage: "x".repeat(255) });
  });

  it("can be deactivated, which ends its sessions, and reactivated", async () => {
    const { user, dashboard } = await openUser();
    const { authToken } = await logIn(api, user.uid);
    const me = new Client(server.url, { authToken });
    await dashboard.pick("More actions", "Deactivate");
    const dialog = dashboard.dialog(`Deactivate ${user.name}?`);
    await dialog.press("Cancel");
    await dialog.closed();
    expect((await me.get("/v3/me")).outcome).toBe("200");
    await dashboard.pick("More actions", "Deactivate");
    await dialog.press("Deactivate");
    await dashboard.page.getByText("This user is deactivated").waitFor();
    expect((await me.get("/v3/me")).status).toBe(401);
    expect(await dashboard.button("Edit").count()).toBe(0);

    await dashboard.pick("More actions", "Reactivate");
    await dashboard.toast(`${user.name} was reactivated.`);
    await dashboard.button("Edit").waitFor();
    expect(await outcome(user.uid)).toBe("200");
  });

  it("is permanently deleted only after its UID was typed", async () => {
    const { user, dashboard } = await openUser({ name: "Gone Tomorrow" });
    await dashboard.pick("More actions", "Delete");
    const dialog = dashboard.dialog("Delete Gone Tomorrow?");
    expect(await dialog.button("Delete").isDisabled()).toBe(true);
    await dialog.fill(`Type ${user.uid} to confirm`, `${user.uid}x`);
    expect(await dialog.button("Delete").isDisabled()).toBe(true);
    await dialog.fill(`Type ${user.uid} to confirm`, user.uid);
    await dialog.press("Delete");
    await dashboard.heading("Users");
    await dashboard.toast("Gone Tomorrow was deleted.");
    expect(await outcome(user.uid)).toBe("404 ERR_UID_NOT_FOUND");
    await dashboard.open(`users/${user.uid}`, "User not found");
  });
});

describe("many users", () => {
  it("can be deactivated, reactivated and deleted together", async () => {
    const uids = ["many-1", "many-2", "many-3"];
    for (const uid of uids) await createUser(api, { uid, name: `Many ${uid}` });
    const dashboard = await Dashboard.signIn(browser, server, "developer");
    const page = await dashboard.open("users?search=many&deactivated=with", "Users");
    const selectAll = async () => {
      await dashboard.tick("Select All");
      await page.getByText("3 selected").waitFor();
    };
    const deactivated = page.getByRole("gridcell").getByText("Deactivated");
    await dashboard.row("Many many-1").waitFor();
    await selectAll();
    await dashboard.press("Deactivate");
    await dashboard.dialog("Deactivate 3 users?").press("Deactivate");
    await dashboard.toast("3 users were deactivated.");
    await expect.poll(() => deactivated.count()).toBe(3);

    await selectAll();
    await dashboard.press("Reactivate");
    await dashboard.toast("3 users were reactivated.");
    await expect.poll(() => deactivated.count()).toBe(0);

    await selectAll();
    await dashboard.press("Delete");
    const dialog = dashboard.dialog("Delete 3 users?");
    expect(await dialog.description()).toContain("cannot be undone");
    expect(await dialog.button("Delete").isDisabled()).toBe(true);
    await dialog.fill("Type delete to confirm", "delete");
    await dialog.press("Delete");
    await dashboard.toast("3 users were deleted.");
    await page.getByText("No matching users").waitFor();
    for (const uid of uids) expect(await outcome(uid)).toBe("404 ERR_UID_NOT_FOUND");
  });
});
