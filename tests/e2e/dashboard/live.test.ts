/** Live events of an app. */
import { describe, expect, it } from "vitest";
import { Client, createUser, logIn } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });

async function open() {
  const dashboard = await Dashboard.signIn(browser, server, "viewer");
  const page = await dashboard.open("live", "Live");
  await page.getByRole("status").getByText("Live", { exact: true }).waitFor();
  const rows = page.getByRole("region", { name: "Live" }).getByRole("row");
  const event = (kind: string, uid: string) =>
    rows.filter({ hasText: kind }).filter({ hasText: uid });
  return { dashboard, page, rows, event };
}

/** Logs a new user in, as an app does, and out again. */
async function comeAndGo(): Promise<string> {
  const { uid } = await createUser(api);
  const { authToken } = await logIn(api, uid);
  const me = new Client(server.url, { authToken });
  expect((await me.put("/v3/me", { platform: "web", deviceId: "1" })).outcome).toBe("200");
  expect((await me.delete("/v3/me")).outcome).toBe("200");
  return uid;
}

describe("the live page", () => {
  it("shows tokens, logins, logouts and refused calls without a reload", async () => {
    const { page, event } = await open();
    await page.getByText("No events yet").waitFor();
    const uid = await comeAndGo();
    await event("Token created", uid).waitFor();
    await event("Login", uid).waitFor();
    await event("Logout", uid).waitFor();
    expect((await api.post("/v3/users/nobody/auth_tokens", {})).status).toBe(404);
    await event("Refused", "ERR_UID_NOT_FOUND").first().waitFor();
    const made = new Client(server.url, { appId: server.credentials.appId, authToken: "made-up" });
    expect((await made.get("/v3/me")).status).toBe(401);
    await event("Refused", "AUTH_ERR_AUTH_TOKEN_NOT_FOUND").first().waitFor();
    const client = new Client(server.url, { apikey: server.credentials.authKey });
    expect((await client.get("/v3/users")).status).toBe(403);
    await event("Refused", "does not have permission to make this call").first().waitFor();
  });

  it("holds back events while it is paused, and shows them afterwards", async () => {
    const { dashboard, page, event } = await open();
    await dashboard.press("Pause");
    await page.getByRole("status").getByText("Paused").waitFor();
    const uid = await comeAndGo();
    await page.getByText(/^[2-9] waiting$/).waitFor();
    expect(await event("Login", uid).count()).toBe(0);
    await dashboard.press("Resume");
    await event("Login", uid).waitFor();
    await event("Logout", uid).waitFor();
    await dashboard.press("Clear");
    await page.getByText("No events yet").waitFor();
  });

  it("filters by user and kind of event", async () => {
    const { dashboard, page, rows, event } = await open();
    const [one, other] = [await comeAndGo(), await comeAndGo()];
    await event("Logout", other).waitFor();
    await dashboard.choose("Event type", "Login");
    await expect.poll(() => rows.filter({ hasText: "Logout" }).count()).toBe(0);
    await event("Login", one).waitFor();
    await page.getByRole("searchbox", { name: "Filter by UID" }).fill(other);
    await expect.poll(() => event("Login", one).count()).toBe(0);
    await event("Login", other).waitFor();
    await page.getByRole("searchbox", { name: "Filter by UID" }).fill("nobody-at-all");
    await page.getByText("No matching events").waitFor();
  });

  it("links from an event to its user", async () => {
    const { dashboard, event } = await open();
    const uid = await comeAndGo();
    await event("Login", uid).getByRole("link", { name: uid }).click();
    await dashboard.heading(`Name of ${uid}`);
  });

  it("says when the connection is lost, and reconnects automatically", async () => {
    const { page, event } = await open();
    await page.route("**/admin/v1/**/live", (route) => route.abort());
    await page.reload();
    await page.getByText("Reconnecting").waitFor();
    await page.unroute("**/admin/v1/**/live");
    await page.getByRole("status").getByText("Live", { exact: true }).waitFor();
    const uid = await comeAndGo();
    await event("Login", uid).waitFor();
  });
});
