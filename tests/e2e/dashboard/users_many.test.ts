/** An app with 100,000 users: the list works as with ten users. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Dashboard, setUp } from "../../support/dashboard";
import { startDev, temporaryDirectory } from "../../support/parleyd";

const count = 100_000;
// Limits that only a page that reads all users would exceed.
const patience = { timeout: 20_000 };

// Written to the database of a stopped server, because importing so many users would take minutes.
const dataDir = temporaryDirectory();
await (await startDev({ dataDir })).stop();
execFileSync("sqlite3", [join(dataDir, "parley.db")], {
  input: `
    BEGIN;
    CREATE TEMP TABLE made AS
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})
      SELECT 'my-app' AS app, printf('crowd-%06d', n) AS uid, printf('person%06d', n) AS word,
        n * 1000 AS at FROM numbers;
    INSERT INTO users (app_id, uid, folded_name, role, active, name, avatar, link, status_message,
      metadata, tags, last_active_at, created_at, updated_at, deactivated_at)
      SELECT app, uid, 'crowd ' || word, 'default', 1, 'Crowd ' || word, '', '', '', '', '[]', 0,
        at, at, 0 FROM made;
    INSERT INTO user_words (app_id, word, uid) SELECT app, 'crowd ' || word, uid FROM made;
    INSERT INTO user_words (app_id, word, uid) SELECT app, word, uid FROM made;
    COMMIT;`,
});
const { server, browser } = await setUp({ dataDir });

const open = async (path: string) => {
  const dashboard = await Dashboard.signIn(browser, server);
  const page = await dashboard.open(path, "Users");
  const pages = page.getByRole("navigation", { name: "Pages" });
  return { dashboard, page, pages };
};

describe("the list of 100,000 users", () => {
  it("shows the total and one page", async () => {
    const { page, pages } = await open("users?sortBy=uid");
    await pages.getByText("1–50 of 100,005").waitFor();
    await expect.poll(() => page.getByRole("rowheader").count()).toBe(50);
  });

  it("finds one user", async () => {
    const { dashboard, page, pages } = await open("users");
    const search = page.getByRole("searchbox", { name: "Search by name or UID" });
    await search.fill("person099999");
    await pages.getByText("1–1 of 1").waitFor(patience);
    await dashboard.row("Crowd person099999").waitFor(patience);
    await search.fill("crowd-0500");
    await pages.getByText("1–50 of 100", { exact: true }).waitFor(patience);
    await search.fill("");
    await pages.getByText("1–50 of 100,005").waitFor(patience);
  });

  it("pages without losing or repeating users", async () => {
    const { page, pages } = await open("users?search=crowd&sortBy=uid");
    const seen: string[] = [];
    for (let turn = 0; turn < 6; turn++) {
      const range = `${turn * 50 + 1}–${turn * 50 + 50} of 100,000`;
      await pages.getByText(range, { exact: true }).waitFor(patience);
      const first = page.getByRole("rowheader").first();
      await expect
        .poll(() => first.innerText())
        .toContain(`person${`${turn * 50 + 1}`.padStart(6, "0")}`);
      seen.push(...(await page.getByRole("rowheader").allInnerTexts()));
      await pages.getByRole("button", { name: "Next" }).click();
    }
    expect(new Set(seen).size).toBe(300);
  });

  it("sorts in reverse order", async () => {
    const { dashboard } = await open("users?search=crowd&sortBy=uid&sortOrder=desc");
    await dashboard.row("Crowd person100000").waitFor(patience);
  });

  it("is counted on the overview", async () => {
    const dashboard = await Dashboard.signIn(browser, server);
    const page = await dashboard.open("", "Overview");
    await page.getByText("100,005", { exact: true }).waitFor(patience);
  });
});
