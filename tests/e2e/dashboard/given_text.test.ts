/** User-provided text stays in its place on every page, whatever characters it has. */
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { Client, createUser } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });

const picture = async (element: Locator) => (await element.screenshot()).toString("base64");

/**
 * Paints the text far above and below its line, as fonts do with dozens of accents on one letter. The
 * font of this machine may not stack accents.
 */
const makeTall = (text: Locator) =>
  text.evaluate((element: HTMLElement) => {
    element.style.textShadow = [-3, -2, -1, 1, 2, 3].map((em) => `0 ${em}em`).join(",");
  });

/** Screenshots of `neighbours` before and after the text between them becomes tall. */
async function around(text: Locator, neighbours: Locator[]) {
  const before = await Promise.all(neighbours.map(picture));
  await makeTall(text);
  return { before, after: await Promise.all(neighbours.map(picture)) };
}

it("tall names do not paint over the rows next to them", async () => {
  for (const letter of ["a", "b", "c"]) await createUser(api, { name: `Tall ${letter}` });
  const dashboard = await Dashboard.signIn(browser, server, "developer");
  const page = await dashboard.open("users?search=tall", "Users");
  const tall = page.getByRole("link", { name: "Tall b" });
  const rows = [dashboard.row("Tall a"), dashboard.row("Tall c")];
  const { before, after } = await around(tall, rows);
  expect(after).toEqual(before);
});

it("tall names do not paint over the rest of their page or of a dialog", async () => {
  const { uid } = await createUser(api, { name: "Towering" });
  const dashboard = await Dashboard.signIn(browser, server, "developer");
  const page = await dashboard.open(`users/${uid}`, "Towering");
  await page.getByRole("region", { name: "Profile" }).waitFor();
  const onPage = await around(page.locator("h1"), [page.locator(".user-lead code")]);
  expect(onPage.after).toEqual(onPage.before);

  await dashboard.pick("More actions", "Deactivate");
  const { root } = dashboard.dialog("Deactivate Towering?");
  const inDialog = await around(root.getByRole("heading"), [root.locator("form .wrap")]);
  expect(inDialog.after).toEqual(inDialog.before);
});

it("names that change the text direction change it for nothing else", async () => {
  const { uid } = await createUser(api, { name: "Somebody" });
  const dashboard = await Dashboard.signIn(browser, server, "developer");
  // Stored before the server rejected such control characters.
  const name = "Eve\u202egnp.exe";
  await dashboard.page.route("**/admin/v1/apps/*/users?*", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('"Somebody"', JSON.stringify(name));
    await route.fulfill({ response, body });
  });
  const page = await dashboard.open(`users/${uid}`, name);
  await dashboard.pick("More actions", "Deactivate");
  const title = page.getByRole("alertdialog").getByRole("heading");
  // The question mark must be the rightmost character, as in any English sentence.
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
