/** Apps: selected, switched to production mode, and deleted. */
import { describe, expect, it } from "vitest";
import { Client, createUser } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";
import type { App } from "../../support/types";

const { server, browser } = await setUp();
const signIn = () => Dashboard.signIn(browser, server, "owner");
const settings = async (dashboard: Dashboard, appId: string) =>
  (await dashboard.session.api.get<App>(`/admin/v1/apps/${appId}`)).data;

async function openSettings(appId: string) {
  const app = await server.createApp(appId);
  const dashboard = await Dashboard.signIn(browser, server, "developer", { appId });
  const page = await dashboard.open("settings", "Settings");
  return { app, dashboard, page };
}

describe("an app", () => {
  it("is selected with the switcher, and remembered even before its settings are loaded", async () => {
    await server.createApp("chosen");
    const dashboard = await signIn();
    const page = await dashboard.open("users", "Users");
    const address = "**/admin/v1/apps/chosen";
    await page.route(address, () => undefined);
    await dashboard.press(/^App:/);
    await page.getByRole("menuitem", { name: "App chosen" }).click();
    await dashboard.heading("Overview");
    expect(page.url()).toContain("/apps/chosen");
    await page.unroute(address);
    await dashboard.openServer("", "Overview");
    expect(page.url()).toContain("/apps/chosen");
  });

  it("refuses logins with an Auth Key in production mode, and warns of it beforehand", async () => {
    const { app, dashboard, page } = await openSettings("to-production");
    const { uid } = await createUser(new Client(server.url, { apikey: app.apiKey }));
    const client = new Client(server.url, { apikey: app.authKey });
    const logIn = async () => (await client.post(`/v3/users/${uid}/auth_tokens`, {})).outcome;
    expect(await logIn()).toBe("200");
    await dashboard.tick(/^Production/);
    await page.getByText(/are refused as soon as you save/).waitFor();
    expect(await logIn()).toBe("200");
    await dashboard.press("Save settings");
    await dashboard.toast("The settings were saved.");
    expect(await logIn()).toMatch(/^403/);
  });

  it("is deleted with its keys, only after its App ID was typed", async () => {
    const { app, dashboard, page } = await openSettings("to-delete");
    await dashboard.press("Delete this app");
    const dialog = dashboard.dialog("Delete the app App to-delete?");
    expect(await dialog.button("Delete app").isDisabled()).toBe(true);
    await dialog.fill("Type to-delete to confirm", "to-delete");
    await dialog.press("Delete app");
    await dashboard.heading("Apps");
    await dashboard.toast("The app App to-delete was deleted.");
    await page.getByRole("row", { name: "App to-delete" }).waitFor({ state: "detached" });
    const client = new Client(server.url, { apikey: app.apiKey });
    expect((await client.get("/v3/users")).status).toBe(401);
    await dashboard.open("", "App not found");
  });
});
