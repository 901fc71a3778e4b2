/** Friends and blocks on the page of a user. */
import { expect, it } from "vitest";
import { Client, createUser } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });
const card = (dashboard: Dashboard, title: string) =>
  dashboard.page.locator("section", { has: dashboard.page.getByRole("heading", { name: title }) });

it("pages through all friends, and links to each of them", async () => {
  const ann = await createUser(api, { name: "Ann" });
  const friends = [];
  for (let i = 10; i < 23; i++) friends.push(await createUser(api, { name: `Friend ${i}` }));
  await api.post(`/v3/users/${ann.uid}/friends`, { accepted: friends.map(({ uid }) => uid) });

  const dashboard = await Dashboard.signIn(browser, server, "viewer");
  await dashboard.open(`users/${ann.uid}`, "Ann");
  const shown = card(dashboard, "Friends");
  await shown.getByText("1–10 of 13").waitFor();
  expect(await shown.getByRole("link").count()).toBe(10);
  await shown.getByRole("button", { name: "Next" }).click();
  await shown.getByText("11–13 of 13").waitFor();
  expect(await shown.getByRole("link").allInnerTexts()).toEqual([
    "Friend 20",
    "Friend 21",
    "Friend 22",
  ]);
  expect(await shown.getByRole("button", { name: "Next" }).isDisabled()).toBe(true);
  await shown.getByRole("link", { name: "Friend 22" }).click();
  await dashboard.heading("Friend 22");
  await card(dashboard, "Friends").getByRole("link", { name: "Ann" }).waitFor();
});

it("shows who has blocked the user, and which users it has blocked", async () => {
  const [bob, cara, dan, eve] = [
    await createUser(api, { name: "Bob" }),
    await createUser(api, { name: "Cara" }),
    await createUser(api, { name: "Dan" }),
    await createUser(api, { name: "Eve" }),
  ];
  const block = (by: string, uid: string) =>
    api.post(`/v3/users/${by}/blockedusers`, { blockedUids: [uid] });
  await block(bob.uid, cara.uid);
  await block(dan.uid, bob.uid);
  await block(bob.uid, eve.uid);
  await block(eve.uid, bob.uid);

  const dashboard = await Dashboard.signIn(browser, server, "viewer");
  await dashboard.open(`users/${bob.uid}`, "Bob");
  const rows = card(dashboard, "Blocked").getByRole("listitem");
  await rows.filter({ hasText: "Cara" }).getByText("Blocked by this user").waitFor();
  await rows.filter({ hasText: "Dan" }).getByText("Has blocked this user").waitFor();
  await rows.filter({ hasText: "Eve" }).getByText("Blocked each other").waitFor();
  await card(dashboard, "Friends").getByText("No friends").waitFor();
});
