/** The filters of the user list, alone and combined, and in the URL. */
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";
import { newDevice } from "../../support/realtime";

const { server, browser } = await setUp();
const app = await server.createApp("filtered");
const api = new Client(server.url, { apikey: app.apiKey });
await api.post("/v3/roles", { role: "moderator", name: "Moderators" });
await createUser(api, { uid: "ada", name: "Ada", role: "moderator", tags: ["beta", "42"] });
await createUser(api, { uid: "bob", name: "Bob", role: "moderator" });
await createUser(api, { uid: "cy", name: "Cy", tags: ["beta"] });
await createUser(api, { uid: "dan", name: "Dan", role: "moderator", tags: ["beta"] });
await createUser(api, { uid: "eve", name: "Eve" });
await api.delete("/v3/users", { uidsToDeactivate: ["dan"] });
const { socket } = await newDevice(api, "cy");
afterAll(() => socket.close());

const everybody = ["Ada", "Bob", "Cy", "Eve"];

async function open(filters = "") {
  const dashboard = await Dashboard.signIn(browser, server, "viewer", { appId: app.appId });
  const page = await dashboard.open(`users?sortBy=name${filters}`, "Users");
  return { dashboard, page };
}

/** Waits until the list shows exactly these users. */
const lists = (page: Page, names: string[]) =>
  expect
    .poll(
      async () =>
        (await page.getByRole("rowheader").allInnerTexts()).map((text) => text.split("\n").at(-1)),
      { timeout: 20_000 },
    )
    .toEqual(names);

async function filterByTag(page: Page, tag: string) {
  const field = page.getByRole("textbox", { name: "Filter by tag" });
  await field.fill(tag);
  await field.press("Enter");
}

describe("the list of users", () => {
  it.each([
    ["Role", "Moderators", ["Ada", "Bob"]],
    ["Role", "Default", ["Cy", "Eve"]],
    ["Status", "Online", ["Cy"]],
    ["Status", "Offline", ["Ada", "Bob", "Eve"]],
    ["Deactivated", "Include deactivated", ["Ada", "Bob", "Cy", "Dan", "Eve"]],
    ["Deactivated", "Deactivated only", ["Dan"]],
  ])("is filtered by %s: %s; the address and a reload keep it", async (label, option, names) => {
    const { dashboard, page } = await open();
    await lists(page, everybody);
    await dashboard.choose(label, option);
    await lists(page, names);
    await page.reload();
    await lists(page, names);
    await page.getByRole("button", { name: `${option} ${label}` }).waitFor();
    const other = await open(new URL(page.url()).search.replace("?", "&"));
    await lists(other.page, names);
  });

  it("is filtered by tags, any of which may match, even one that looks like a number", async () => {
    const { page } = await open();
    await filterByTag(page, "42");
    await lists(page, ["Ada"]);
    await filterByTag(page, "beta");
    await lists(page, ["Ada", "Cy"]);
    await page.reload();
    await lists(page, ["Ada", "Cy"]);
    await page.getByRole("button", { name: /^Remove beta/ }).click();
    await lists(page, ["Ada"]);
  });

  it("is filtered by all chosen filters together, until they are cleared", async () => {
    const { dashboard, page } = await open("&sortOrder=desc");
    await dashboard.choose("Role", "Moderators");
    await dashboard.choose("Deactivated", "Include deactivated");
    await filterByTag(page, "beta");
    await lists(page, ["Dan", "Ada"]);
    await page.getByRole("searchbox", { name: "Search by name or UID" }).fill("da");
    await lists(page, ["Dan"]);
    await page.reload();
    await lists(page, ["Dan"]);
    await dashboard.press("Clear filters");
    await lists(page, [...everybody].reverse());
    expect(await page.getByRole("searchbox").inputValue()).toBe("");
  });

  it("is unchanged when coming back from the page of a user", async () => {
    const { dashboard, page } = await open();
    await dashboard.choose("Role", "Moderators");
    await lists(page, ["Ada", "Bob"]);
    await page.getByRole("link", { name: "Bob" }).click();
    await dashboard.heading("Bob");
    await page.goBack();
    await lists(page, ["Ada", "Bob"]);
  });
});
