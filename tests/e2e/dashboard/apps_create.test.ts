/** A new app: its keys are shown once and work, and errors are shown next to the fields. */
import { describe, expect, it } from "vitest";
import { Client, createUser } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";
import { reasonOf, says } from "../../support/form";

const { server, browser } = await setUp();

async function open() {
  const dashboard = await Dashboard.signIn(browser, server, "developer");
  const page = await dashboard.openServer("apps", "Apps");
  await dashboard.press("Create app");
  return { dashboard, page, form: dashboard.dialog("Create an app") };
}

describe("a new app", () => {
  it("shows its keys once: one is for servers, the other logs users in", async () => {
    const { dashboard, page, form } = await open();
    await form.fill("Name", "Shop");
    await form.fill("App ID", "shop");
    await form.press("Create app");
    const keys = dashboard.dialog("The keys of Shop");
    await keys.shows("they cannot be shown again");
    const apiKey = await keys.field("REST API Key").inputValue();
    const authKey = await keys.field("Auth Key").inputValue();
    await keys.press("I have stored them");
    await dashboard.heading("Overview");
    expect(page.url()).toContain("/apps/shop");

    const back = new Client(server.url, { apikey: apiKey });
    const client = new Client(server.url, { apikey: authKey });
    const { uid } = await createUser(back);
    expect((await back.get("/v3/users")).outcome).toBe("200");
    expect((await client.post(`/v3/users/${uid}/auth_tokens`, {})).outcome).toBe("200");
    expect((await client.get("/v3/users")).status).toBe(403);

    await page.getByRole("link", { name: "API keys" }).click();
    await page.getByText("REST API Key", { exact: true }).waitFor();
    const shown = await page.locator("body").innerHTML();
    for (const key of [apiKey, authKey]) expect(shown).not.toContain(key);
  });

  it("without an App ID gets a generated one", async () => {
    const { dashboard, page, form } = await open();
    await form.fill("Name", "Nameless");
    await form.press("Create app");
    await dashboard.dialog("The keys of Nameless").press("I have stored them");
    await page.waitForURL(/\/apps\/[a-z0-9-]{8,}$/);
    await dashboard.button(/^App: Nameless/).waitFor();
  });

  it("in production mode refuses its Auth Key from the start", async () => {
    const { dashboard, form } = await open();
    await form.fill("Name", "Strict");
    await form.root.getByText("Auth Keys are refused.").click();
    await form.press("Create app");
    const keys = dashboard.dialog("The keys of Strict");
    const apiKey = await keys.field("REST API Key").inputValue();
    const authKey = await keys.field("Auth Key").inputValue();
    const { uid } = await createUser(new Client(server.url, { apikey: apiKey }));
    const client = new Client(server.url, { apikey: authKey });
    expect((await client.post(`/v3/users/${uid}/auth_tokens`, {})).status).toBe(403);
  });

  it.each([
    ["that exists", "my-app"],
    ["that ends with a dash", "shop-"],
    ["that is too long", "a".repeat(64)],
    ["with capitals", "Shop"],
  ])("refuses an App ID %s, with the reason of the API", async (_, appId) => {
    const { dashboard, form } = await open();
    await form.fill("Name", "Refused");
    await form.fill("App ID", appId);
    await form.press("Create app");
    const refused = await dashboard.session.api.post("/admin/v1/apps", { name: "Refused", appId });
    await says(form.field("App ID"), reasonOf(refused));
  });
});
