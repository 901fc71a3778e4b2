/** Import and export of users. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { Client, createUser } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";
import type { User } from "../../support/types";

const { server, browser } = await setUp();

async function open(appId: string, options: BrowserContextOptions = {}) {
  const app = await server.createApp(appId);
  const api = new Client(server.url, { apikey: app.apiKey });
  const dashboard = await Dashboard.signIn(browser, server, "developer", { ...options, appId });
  const page = await dashboard.open("transfer", "Import and export");
  const total = async () => (await api.get<User[]>("/v3/users")).pagination.total;
  return { api, dashboard, page, total };
}

/** Chooses a file with this content. */
async function choose(page: Page, name: string, content: string): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await choosing).setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
}

async function save(page: Page, button: string): Promise<string> {
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return readFile(await (await saving).path(), "utf8");
}

const sha256 = (content: string | Buffer) => createHash("sha256").update(content).digest();

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `user-${index},Person ${index}\n`).join("");

describe("an import", () => {
  it("starts with a dry run: bad lines are listed with their numbers, and nothing is changed", async () => {
    const { page, total } = await open("rehearsed");
    await choose(
      page,
      "people.csv",
      'uid,name,role,shoe size\nada,Ada Lovelace,,38\nno id!,Nobody,,\nbob,"",,\n' +
        "grace,Grace Hopper,admiral,37\n",
    );
    await page.getByRole("heading", { name: "Preview of people.csv" }).waitFor();
    const problems = page.getByRole("region", { name: "Lines that cannot be imported" });
    const rows = await problems.getByRole("row").allInnerTexts();
    expect(rows.slice(1).map((text) => Number.parseInt(text, 10))).toEqual([3, 4, 5]);
    expect(rows[1]).toContain("1-100 characters from a-z, 0-9, - and _");
    expect(rows[2]).toContain("bob");
    expect(rows[3]).toMatch(/grace.*admiral|grace.*role/s);
    await page.getByText("Ignored columns: shoe size.").waitFor();
    await page.getByRole("button", { name: "Import 1 user", exact: true }).waitFor();
    const saved = await save(page, "Save list");
    expect(saved).toContain("Line,UID,Reason");
    expect(saved).toMatch(/\n3,no id!,/);
    expect(await total()).toBe(0);
  });

  it("creates all users, and changes none of them the second time", async () => {
    const { api, dashboard, page, total } = await open("imported");
    const file = `uid,name,tags,metadata\nada,"Lovelace, Ada",a;b,"{""plan"":""gold""}"\n${lines(
      120,
    )
      .split("\n")
      .map((line) => line && `${line},,`)
      .join("\n")}`;
    await choose(page, "people.csv", file);
    await page.getByRole("button", { name: "Import 121 users" }).click();
    await page.getByText("people.csv was imported").waitFor();
    expect(await total()).toBe(121);
    expect((await api.get<User>("/v3/users/ada")).data).toMatchObject({
      ...{ name: "Lovelace, Ada", tags: ["a", "b"], metadata: { plan: "gold" } },
    });
    await dashboard.press("Choose another file");
    await choose(page, "people.csv", file);
    await page.getByText("All users in this file already exist.").waitFor();
    expect(await total()).toBe(121);
  });

  it("that is cancelled while the file is checked stays cancelled", async () => {
    const { dashboard, page } = await open("cancelled");
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/data_import/**", async (route) => {
      await released;
      await route.continue();
    });
    const checking = page.waitForRequest("**/data_import/**");
    await choose(page, "people.csv", `uid,name\n${lines(120)}`);
    await checking;
    await dashboard.press("Cancel");
    await page.getByRole("button", { name: "Choose a file" }).waitFor();
    const answered = page.waitForResponse("**/data_import/**");
    release();
    await (await answered).finished();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await page.getByRole("heading", { name: /^Preview of/ }).count()).toBe(0);
    await page.getByRole("button", { name: "Choose a file" }).waitFor();
  });

  it("continues where it was after the page was closed halfway", async () => {
    const { dashboard, page, total } = await open("resumed");
    const file = `uid,name\n${lines(2_000)}`;
    await choose(page, "big.csv", file);
    const start = page.getByRole("button", { name: "Import 2,000 users" });
    await start.waitFor();
    // The network fails halfway, so that the import is certainly not finished.
    let calls = 0;
    await page.route("**/data_import/**", (route) =>
      ++calls > 6 ? route.abort() : route.continue(),
    );
    await start.click();
    await page.getByText(/^The server is busy or does not respond\./).waitFor();
    const halfway = await total();
    expect(halfway).toBeGreaterThan(0);
    expect(halfway).toBeLessThan(2_000);
    page.on("dialog", (dialog) => void dialog.accept());
    await page.unroute("**/data_import/**");
    await page.reload();
    await dashboard.heading("Import and export");
    await choose(page, "big.csv", file);
    await page
      .getByText(/^The import of big\.csv was interrupted: .* of 2,000 lines are done\.$/)
      .waitFor();
    await dashboard.press("Continue");
    await page.getByText("big.csv was imported").waitFor();
    expect(await total()).toBe(2_000);
  });

  it("starts over if an earlier version stored the progress in other batches", async () => {
    const { page } = await open("upgraded");
    const file = `uid,name\n${lines(120)}`;
    // Stored as in the first version of this database.
    await page.evaluate(
      (key) =>
        new Promise<void>((resolve, reject) => {
          const outcome = { created: 100, existing: 0, failed: 0, failures: [] };
          const opening = indexedDB.open("parley-dashboard", 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore("imports");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction("imports", "readwrite");
            const saved = { position: { done: 2, ahead: [], outcome }, lines: 120 };
            transaction.objectStore("imports").put(saved, key);
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      `upgraded:${sha256(sha256(file)).toString("hex")}`,
    );
    await choose(page, "people.csv", file);
    await page.getByRole("button", { name: "Import 120 users" }).waitFor();
  });

  it("reads files saved by spreadsheets, and times without a zone as UTC in any browser", async () => {
    const { api, page } = await open("times", { timezoneId: "America/New_York" });
    await page.getByText("Times without a time zone are read as UTC.").waitFor();
    await choose(
      page,
      "people.csv",
      "\uFEFFsep=;\r\nuid;name;createdAt\r\n;;\r\nada;Lovelace, Ada;2024-03-10 02:30:00\r\n" +
        "bob;Bob;1600000000000\r\ncid;Cid;5138-11-16\r\n;;\r\n",
    );
    await page.getByRole("heading", { name: "Preview of people.csv" }).waitFor();
    const problems = page.getByRole("region", { name: "Lines that cannot be imported" });
    const [, bob, cid] = await problems.getByRole("row").allInnerTexts();
    expect(bob).toMatch(/^5\s+bob\s+createdAt must be in Unix seconds, not milliseconds/);
    expect(cid).toMatch(/^6\s+cid\s+createdAt must not be more than one day in the future/);
    await page.getByRole("button", { name: "Import 1 user", exact: true }).click();
    await page.getByText("people.csv was imported").waitFor();
    expect((await api.get<User>("/v3/users/ada")).data).toMatchObject({
      name: "Lovelace, Ada",
      createdAt: 1_710_037_800,
    });
  });

  it("accepts a JSON array", async () => {
    const { api, page } = await open("array");
    const users = [{ uid: "ada", name: "Ada", tags: ["a;b"] }, { uid: "bob" }, 7];
    await choose(page, "people.json", JSON.stringify(users));
    await page.getByRole("heading", { name: "Preview of people.json" }).waitFor();
    const problems = page.getByRole("region", { name: "Entries that cannot be imported" });
    const [heading, bob, seven] = await problems.getByRole("row").allInnerTexts();
    expect(heading).toMatch(/^Entry/);
    expect(bob).toMatch(/^2\s+bob/);
    expect(seven).toMatch(/^3\s+is not a JSON object/);
    expect(await save(page, "Save list")).toContain("Entry,UID,Reason");
    await page.getByRole("button", { name: "Import 1 user", exact: true }).click();
    await page.getByText("people.json was imported").waitFor();
    expect((await api.get<User>("/v3/users/ada")).data.tags).toEqual(["a;b"]);
  });

  it("rejects unusable files with a reason", async () => {
    const { page } = await open("refused");
    await choose(page, "people.csv", "name,mail\nAda,ada@example.com\n");
    await page.getByRole("alert").getByText("The first line has no uid column").waitFor();
    await choose(page, "empty.csv", "");
    await page.getByRole("alert").getByText("This file contains no users.").waitFor();
    await choose(page, "names.csv", "uid,name\n");
    await page.getByRole("alert").getByText("there are no other lines").waitFor();
    await choose(page, "body.json", JSON.stringify({ users: { ada: { name: "Ada" } } }));
    await page.getByRole("alert").getByText("Save the users as a JSON array").waitFor();
  });
});

describe("an export", () => {
  it("equals what was imported, and can be imported elsewhere", async () => {
    const { page } = await open("exported");
    const people = [
      { uid: "ada", name: '=Ada, "the" Countess', tags: ["a", "b"], metadata: { plan: "gold" } },
      { uid: "gone", name: "Gone", lastActiveAt: 1_650_000_000, deactivatedAt: 1_700_000_000 },
      { uid: "zoe", name: "Zoë Żółć", statusMessage: "+1\u2028+2" },
    ];
    const file = people.map((person) => `${JSON.stringify(person)}\n`).join("");
    await choose(page, "people.ndjson", file);
    await page.getByRole("button", { name: "Import 3 users" }).click();
    await page.getByText("people.ndjson was imported").waitFor();
    const ndjson = await save(page, "Export as NDJSON");
    const users = ndjson
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(users).toHaveLength(3);
    people.forEach((person, index) => expect(users[index]).toMatchObject(person));
    const csv = await save(page, "Export as CSV");
    expect(csv).toContain(`"'=Ada, ""the"" Countess"`);

    const elsewhere = await open("elsewhere");
    await choose(elsewhere.page, "people.ndjson", ndjson);
    await elsewhere.page.getByRole("button", { name: "Import 3 users" }).click();
    await elsewhere.page.getByText("people.ndjson was imported").waitFor();
    expect(await save(elsewhere.page, "Export as NDJSON")).toBe(ndjson);
  });

  it.each(["CSV", "NDJSON"])("in %s preserves deactivated users", async (format) => {
    const { api, page } = await open(`left-${format.toLowerCase()}`);
    for (const uid of ["ada", "bob"]) await createUser(api, { uid, name: uid });
    await api.delete("/v3/users", { uidsToDeactivate: ["bob"] });
    const file = await save(page, `Export as ${format}`);
    const bob = (await api.get<User[]>("/v3/users?uids=bob&withDeactivated=true")).data[0];
    expect(bob?.deactivatedAt).toBeGreaterThan(0);

    const elsewhere = await open(`came-${format.toLowerCase()}`);
    await choose(elsewhere.page, `people.${format.toLowerCase()}`, file);
    await elsewhere.page.getByRole("button", { name: "Import 2 users" }).click();
    await elsewhere.page.getByText(/^people\..* was imported$/).waitFor();
    expect(await elsewhere.total()).toBe(1);
    expect(await save(elsewhere.page, `Export as ${format}`)).toBe(file);
  });

  it.each(["CSV", "NDJSON"])(
    "in %s preserves numbers that JavaScript would round",
    async (format) => {
      const { api, page } = await open(`exact-${format.toLowerCase()}`);
      await createUser(api, { uid: "ada", metadata: { id: "1546130668394913822" } });
      // Earlier versions of the server stored such numbers.
      await page.route("**/users?*", async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(
          '"1546130668394913822"',
          '[1546130668394913822,-1e16,0.1,"1e16"]',
        );
        await route.fulfill({ response, body });
      });
      const file = await save(page, `Export as ${format}`);
      expect(file.replaceAll('""', '"')).toContain('{"id":[1546130668394913822,-1e16,0.1,"1e16"]}');
    },
  );

  it("goes on when the server responds again", async () => {
    const { api, page } = await open("interrupted");
    await createUser(api, { uid: "ada", name: "Ada" });
    let calls = 0;
    await page.route("**/users?*", (route) =>
      ++calls === 1 ? route.fulfill({ status: 502, body: "Bad gateway" }) : route.continue(),
    );
    const file = save(page, "Export as NDJSON");
    await page.getByText("Trying again in 1 second.").waitFor();
    expect(await file).toContain('"uid":"ada"');
  });

  it("is also available to viewers, who cannot import", async () => {
    const app = await server.createApp("looked-at");
    const dashboard = await Dashboard.signIn(browser, server, "viewer", { appId: app.appId });
    const page = await dashboard.open("transfer", "Import and export");
    expect(await save(page, "Export as NDJSON")).toBe("");
    expect(await page.getByRole("button", { name: "Choose a file" }).count()).toBe(0);
  });
});
