/** Setting the role and tags of many users at once. */
import { expect, it } from "vitest";
import { Client, createUser } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";
import type { User } from "../../support/types";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });
const get = async (uid: string) => (await api.get<User>(`/v3/users/${uid}`)).data;
await api.post("/v3/roles", { role: "moderator", name: "Moderator" });

async function select(prefix: string, tags: string[][]) {
  for (const [index, own] of tags.entries()) {
    await createUser(api, { uid: `${prefix}-${index}`, name: `${prefix} ${index}`, tags: own });
  }
  const dashboard = await Dashboard.signIn(browser, server, "developer");
  await dashboard.open(`users?search=${prefix}`, "Users");
  await dashboard.row(`${prefix} 0`).waitFor();
  await dashboard.tick("Select All");
  await dashboard.press("Edit");
  return { dashboard, dialog: dashboard.dialog(`Edit ${tags.length} users`) };
}

it("changes only the chosen fields", async () => {
  const { dashboard, dialog } = await select("team", [["beta"], ["beta", "own"], []]);
  expect(await dialog.button("Save").isDisabled()).toBe(true);
  await dialog.choose("Role", "Moderator");
  await dialog.fill("Tags to add", "vip");
  await dialog.field("Tags to add").press("Enter");
  await dialog.fill("Tags to remove", "beta");
  await dialog.field("Tags to remove").press("Enter");
  await dialog.press("Save");
  await dashboard.toast("3 users were saved.");
  await dialog.closed();
  expect((await get("team-0")).tags).toEqual(["vip"]);
  expect((await get("team-1")).tags).toEqual(["own", "vip"]);
  expect(await get("team-2")).toMatchObject({ tags: ["vip"], role: "moderator", name: "team 2" });
});

it("says which users it could not change and why, and changes the others", async () => {
  const { dashboard, dialog } = await select("pair", [[], []]);
  await api.delete("/v3/users/pair-0", { permanent: true });
  await dialog.fill("Tags to add", "late");
  await dialog.field("Tags to add").press("Enter");
  await dialog.press("Save");
  await dialog.shows("1 user could not be saved:");
  await dialog.shows("The user with UID pair-0 does not exist.");
  await dialog.root.getByRole("button", { name: "Close" }).last().click();
  await dashboard.toast("1 user was saved.");
  expect((await get("pair-1")).tags).toEqual(["late"]);
});

it("keeps the users selected that it could not change, and reports no success for nobody", async () => {
  const { dashboard, dialog } = await select("stay", [[], []]);
  const { page } = dashboard;
  await page.route("**/users/stay-*", (route) => route.abort());
  await dialog.fill("Tags to add", "late");
  await dialog.field("Tags to add").press("Enter");
  await dialog.press("Save");
  await dialog.shows("2 users could not be saved:");
  await dialog.root.getByRole("button", { name: "Close" }).last().click();
  await dialog.closed();
  await page.getByText("2 selected").waitFor();
  expect(await page.getByText("users were saved").count()).toBe(0);
});
