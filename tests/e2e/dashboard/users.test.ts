/** The user list: creating, searching, sorting and paging. */
import { describe, expect, it } from "vitest";
import { Client, createUser } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";
import type { User } from "../../support/types";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });
await api.post("/v3/roles", { role: "moderator", name: "Moderators" });
const people = ["Alan Turing", "Barbara Liskov", "Claude Shannon", "Donald Knuth"];
for (const [index, name] of people.entries()) {
  const uid = `hero-${index + 1}`;
  const isModerator = index % 2 === 1;
  await createUser(api, { uid, name, ...(isModerator && { role: "moderator", tags: ["beta"] }) });
}
const shown = 5 + people.length;

const open = async (path = "users") => {
  const dashboard = await Dashboard.signIn(browser, server);
  await dashboard.open(path, "Users");
  return dashboard;
};
const names = async (dashboard: Dashboard) =>
  (await dashboard.page.getByRole("rowheader").allInnerTexts()).map((text) =>
    text.split("\n").at(-1),
  );
const lists = (dashboard: Dashboard, ...expected: string[]) =>
  expect.poll(() => names(dashboard), { timeout: 20_000 }).toEqual(expected);

describe("creating a user", () => {
  it("is cancelled with Escape, and nothing is created", async () => {
    const dashboard = await open();
    await dashboard.press("Create user");
    const dialog = dashboard.dialog("Create a user");
    await dialog.fill("UID", "hero-10");
    await dashboard.page.keyboard.press("Escape");
    await dialog.closed();
    expect((await api.get("/v3/users/hero-10")).outcome).toBe("404 ERR_UID_NOT_FOUND");
  });
});

describe("the list", () => {
  it("searches by prefixes of names and UIDs, and says when nothing matches", async () => {
    const dashboard = await open();
    const search = dashboard.page.getByRole("searchbox", { name: "Search by name or UID" });
    await search.fill("lisk");
    await lists(dashboard, "Barbara Liskov");
    await search.fill("hero-3");
    await lists(dashboard, "Claude Shannon");
    expect(dashboard.page.url()).toContain("search=hero-3");
    await search.fill("nobody at all");
    await dashboard.page.getByText("No matching users").waitFor();
    await dashboard.press("Clear filters");
    await expect.poll(async () => (await names(dashboard)).length).toBe(shown);
  });

  it("sorts by column", async () => {
    const dashboard = await open("users?search=hero");
    const heading = dashboard.page.getByRole("columnheader", { name: "Name" });
    await heading.click();
    await lists(dashboard, ...people);
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    await heading.click();
    await lists(dashboard, ...[...people].reverse());
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
  });

  it("shows the chosen columns, even after a reload", async () => {
    const dashboard = await open();
    const column = (name: string) =>
      dashboard.page.getByRole("columnheader", { name, exact: true });
    await column("UID").waitFor();
    await dashboard.press("Columns");
    await dashboard.tick("UID");
    await dashboard.tick("Created");
    await dashboard.page.keyboard.press("Escape");
    await column("Created").waitFor();
    expect(await column("UID").count()).toBe(0);
    await dashboard.page.reload();
    await column("Created").waitFor();
    expect(await column("UID").count()).toBe(0);
  });

  it("pages forward and back, and leaves a page whose users were all deleted", async () => {
    const app = await server.createApp("paged");
    const paged = new Client(server.url, { apikey: app.apiKey });
    await Promise.all(
      Array.from({ length: 120 }, (_, index) =>
        createUser(paged, { uid: `u${index + 100}`, name: `Person ${index + 100}` }),
      ),
    );
    const dashboard = await Dashboard.signIn(browser, server, "owner", { appId: app.appId });
    const page = await dashboard.open("users?sortBy=uid", "Users");
    const pages = page.getByRole("navigation", { name: "Pages" });
    const turn = (name: string) => pages.getByRole("button", { name }).click();
    await pages.getByText("1–50 of 120").waitFor();
    await turn("Next");
    await dashboard.row("Person 150").waitFor();
    await turn("Next");
    await pages.getByText("101–120 of 120").waitFor();
    expect(await pages.getByRole("button", { name: "Next" }).isDisabled()).toBe(true);
    await turn("Previous");
    await dashboard.row("Person 199").waitFor();
    await pages.getByText("51–100 of 120").waitFor();
    await turn("Next");
    await dashboard.row("Person 219").waitFor();
    await dashboard.tick("Select All");
    await dashboard.press("Delete");
    const dialog = dashboard.dialog("Delete 20 users");
    await dialog.fill("Type delete to confirm", "delete");
    await dialog.press("Delete");
    await pages.getByText("1–50 of 100").waitFor();
  });
});
