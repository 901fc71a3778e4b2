/** Text that users typed stays in its place on every page, whatever it is made of. */
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { Client, createUser } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });
// As they were stored before the server refused so many.
const tall = `Z${"\u0301\u030a\u0327\u0331".repeat(22)}algo`;
const arabic = "\u0623\u062d\u0645\u062f (1)";

/** Signs in, and lets the server answer `name` for the user who is called "Somebody". */
async function see(name: string) {
  const dashboard = await Dashboard.signIn(browser, server, "developer");
  await dashboard.page.route("**/admin/v1/apps/*/users?*", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('"Somebody"', JSON.stringify(name));
    await route.fulfill({ response, body });
  });
  return dashboard;
}

const picture = async (row: Locator) => (await row.screenshot()).toString("base64");

it("tall names do not paint over the rows beside them", async () => {
  await createUser(api, { uid: "given-1", name: "Somea" });
  await createUser(api, { uid: "given-2", name: "Somebody" });
  await createUser(api, { uid: "given-3", name: "Somec" });
  const neighbours = async (name: string) => {
    const dashboard = await see(name);
    await dashboard.open("users?search=some", "Users");
    await dashboard.row(new RegExp(name)).waitFor();
    await dashboard.page.evaluate(() => document.fonts.ready);
    return Promise.all([picture(dashboard.row("Somea")), picture(dashboard.row("Somec"))]);
  };
  expect(await neighbours(tall)).toEqual(await neighbours("Zalgo"));
});

it("tall names do not paint over the rest of their page", async () => {
  const { uid } = await createUser(api, { name: "Somebody" });
  const lead = async (name: string) => {
    const dashboard = await see(name);
    await dashboard.open(`users/${uid}`, name);
    return picture(dashboard.page.locator(".user-lead code"));
  };
  expect(await lead(tall)).toBe(await lead("Zalgo"));
});

it("names that are written from right to left turn nothing else", async () => {
  const { uid } = await createUser(api, { name: "Somebody" });
  const dashboard = await see(arabic);
  const page = await dashboard.open(`users/${uid}`, arabic);
  await dashboard.pick("More actions", "Deactivate");
  const title = page.getByRole("alertdialog").getByRole("heading");
  // The question mark is the last on the right, as in any English sentence.
  const { mark, text } = await title.evaluate((heading) => {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    const node = walker.nextNode() as Text;
    const range = document.createRange();
    range.setStart(node, node.length - 1);
    range.setEnd(node, node.length);
    const mark = range.getBoundingClientRect().right;
    range.selectNodeContents(node);
    return { mark, text: range.getBoundingClientRect().right };
  });
  expect(mark).toBeCloseTo(text, 0);
});
