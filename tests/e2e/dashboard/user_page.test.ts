/** The page of a user: profile, sessions, tokens and audit log. */
import { describe, expect, it } from "vitest";
import { Client, createUser, logIn } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";
import type { ApiKey, AuthToken } from "../../support/types";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });

async function openUser(name: string) {
  const user = await createUser(api, { name });
  const dashboard = await Dashboard.signIn(browser, server, "developer");
  const page = await dashboard.open(`users/${user.uid}`, name);
  const sessions = page.getByRole("region", { name: "Devices and sessions" });
  const ends = sessions.getByRole("button", { name: /^End the (unused )?session / });
  const has = (count: number) => expect.poll(() => ends.count(), { timeout: 20_000 }).toBe(count);
  return { user, dashboard, page, sessions, ends, has };
}

const me = (authToken: string) => new Client(server.url, { authToken });

describe("the page of a user", () => {
  it("shows the profile, and the JSON object that clients get", async () => {
    const { user, page } = await openUser("Ada Lovelace");
    const profile = page.getByRole("region", { name: "Profile" });
    await profile.getByText(user.uid, { exact: true }).waitFor();
    await page.getByText("Not logged in").waitFor();
    await profile.getByRole("radio", { name: "Client view" }).click();
    const json = await profile.getByRole("region", { name: "Client view" }).innerText();
    const { data } = await api.get<object>(`/v3/users/${user.uid}`);
    expect(JSON.parse(json)).toMatchObject({ uid: user.uid, name: "Ada Lovelace" });
    expect(Object.keys(data)).toEqual(
      expect.arrayContaining(Object.keys(JSON.parse(json) as object)),
    );
  });

  it("shows a session as soon as its token is used, and ends only that session", async () => {
    const { user, dashboard, page, ends, has } = await openUser("Grace Hopper");
    const [first, second] = [await logIn(api, user.uid), await logIn(api, user.uid)];
    const agent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0.0.0 Safari/537.36";
    expect((await me(first.authToken).get("/v3/me", { "user-agent": agent })).outcome).toBe("200");
    await has(2);
    await ends.first().click();
    await dashboard.toast("The session was ended.");
    await has(1);
    const trail = page.getByRole("grid", { name: "Audit trail" });
    await trail.getByText("Auth token deleted").waitFor();
    expect((await me(first.authToken).get("/v3/me")).outcome).toBe("200");
    expect((await me(second.authToken).get("/v3/me")).status).toBe(401);

    await dashboard.press("End all");
    await dashboard.dialog("End all sessions of Grace Hopper?").press("End all");
    await dashboard.page.getByText("Not logged in").waitFor();
    await trail.getByText("All auth tokens deleted").waitFor();
    expect(await ends.count()).toBe(0);
    expect((await me(first.authToken).get("/v3/me")).status).toBe(401);
  });

  it("ends a session once, even if its button is pressed twice", async () => {
    const { user, dashboard, page, ends, has } = await openUser("Twice Pressed");
    await logIn(api, user.uid);
    await has(1);
    let calls = 0;
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/auth_tokens/*", async (route) => {
      calls += 1;
      await released;
      await route.continue();
    });
    await ends.first().click();
    await ends.first().click();
    release();
    await dashboard.toast("The session was ended.");
    await has(0);
    expect(calls).toBe(1);
  });

  it("creates a working auth token, and shows it once", async () => {
    const { dashboard, page, has } = await openUser("Barbara Liskov");
    await dashboard.press("Create auth token");
    const dialog = dashboard.dialog(/auth token$/);
    await dialog.choose("Expires after", "1 hour");
    await dialog.press("Create");
    await dialog.shows("This is shown only once. Copy it now.");
    const token = await dialog.field("Auth token").inputValue();
    await dialog.press("Done");
    await dialog.closed();
    await has(1);
    const trail = page.getByRole("grid", { name: "Audit trail" });
    await trail.getByText("Auth token created").waitFor();
    expect((await me(token).get("/v3/me")).outcome).toBe("200");
    expect(await page.locator("body").innerHTML()).not.toContain(token);
    await page.reload();
    await has(1);
    expect(await page.locator("body").innerHTML()).not.toContain(token);
  });

  it("shows a session that no client has used yet as unused, and who created it", async () => {
    const { user, dashboard, sessions, has } = await openUser("Frances Allen");
    const backEnd = { apikey: server.credentials.apiKey, "user-agent": "Firefox/130.0" };
    const { authToken } = await logIn(new Client(server.url, backEnd), user.uid);
    const keys = await api.get<ApiKey[]>("/v3/apikeys");
    const name = keys.data.find(({ scope }) => scope === "fullAccess")?.name;
    const unused = (creator: string | undefined) =>
      sessions.getByText(`Not used yet, created by ${creator}`, { exact: true });
    await unused(name).waitFor();

    await dashboard.press("Create auth token");
    const dialog = dashboard.dialog(/auth token$/);
    await dialog.press("Create");
    await dialog.press("Done");
    await unused(dashboard.session.administrator.email).waitFor();
    await has(2);
    const ids = (await api.get<AuthToken[]>(`/v3/users/${user.uid}/auth_tokens`)).data;
    for (const [index, creator] of [dashboard.session.administrator.email, name].entries()) {
      const end = `End the unused session ${ids[index]?.id}, created by ${creator}`;
      expect(await sessions.getByRole("button", { name: end, exact: true }).count()).toBe(1);
    }
    expect(await sessions.innerText()).not.toMatch(/Chrome|Firefox|127\.0\.0\.1/);

    const agent = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";
    await me(authToken).put("/v3/me", { platform: "web" }, { "user-agent": agent });
    await sessions.getByText("Web, Firefox on Linux").waitFor();
    await unused(name).waitFor({ state: "detached" });
    await unused(dashboard.session.administrator.email).waitFor();
  });

  it("shows who did what to the user", async () => {
    const { user, dashboard, page } = await openUser("Edsger Dijkstra");
    await dashboard.press("Edit");
    const dialog = dashboard.dialog("Edit Edsger Dijkstra");
    await dialog.fill("Status message", "Considered harmful");
    await dialog.press("Save");
    await dialog.closed();
    const trail = page.getByRole("grid", { name: "Audit trail" }).getByRole("row");
    await expect.poll(() => trail.count(), { timeout: 20_000 }).toBe(3);
    const [, edited, created] = await trail.allInnerTexts();
    expect(edited).toMatch(/user\.updated|User changed/);
    expect(edited).toContain(dashboard.session.administrator.email);
    expect(edited).toContain("statusMessage");
    expect(created).toMatch(/user\.created|User created/);
    expect(created).toContain("API key");
    expect(user.name).toBe("Edsger Dijkstra");
  });

  it("links to the try-it page, which logs in as that user", async () => {
    const { user, page, has } = await openUser("Donald Knuth");
    const opened = page.context().waitForEvent("page");
    await page.getByRole("link", { name: /^Try login as this user/ }).click();
    const tryIt = await opened;
    await tryIt.getByRole("button", { name: `Log in as ${user.uid}` }).click();
    await tryIt.getByText("Donald Knuth is logged in").waitFor();
    expect(tryIt.url()).toContain(server.url);
    await has(1);
    expect(user.uid).not.toBe("");
  });

  it("says when the user does not exist", async () => {
    const dashboard = await Dashboard.signIn(browser, server, "viewer");
    const page = await dashboard.open("users/nobody-at-all", "User not found");
    await page.getByRole("link", { name: "All users" }).click();
    await dashboard.heading("Users");
  });
});
