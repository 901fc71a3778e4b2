/** Viewers: no button that changes something is shown, and forged calls are refused. */
import { describe, expect, it } from "vitest";
import { Client, logIn } from "../../support/client";
import { Dashboard, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });
await logIn(api, "cometchat-uid-1");

// The buttons that a viewer may see in the main part of a page. They change nothing.
const harmless =
  /^(Signed in as .*|App: .*|Use (dark|light) theme|Show as a table|Copy.*|Columns|Any .*|Active only.*|Previous|Next|Pause|Clear|All events.*|Export.*|Clear filters|Sign out.*|Show .*password|.*[Pp]assword.*|Clear search|More)$/;
const pages: [path: string, heading: string][] = [
  ["", "Overview"],
  ["users", "Users"],
  ["users/cometchat-uid-1", "Andrew Joseph"],
  ["live", "Live"],
  ["keys", "API keys"],
  ["roles", "Roles"],
  ["audit", "Audit log"],
  ["transfer", "Import and export"],
  ["settings", "Settings"],
];

describe("a viewer", () => {
  it("sees no button that changes something, on any page", async () => {
    const dashboard = await Dashboard.signIn(browser, server, "viewer");
    const { page } = dashboard;
    for (const [path, heading] of pages) {
      await dashboard.open(path, heading);
      await expect.poll(() => page.locator(".skeleton").count()).toBe(0);
      const buttons = page.getByRole("main").getByRole("button");
      const names = await buttons.evaluateAll((all) =>
        all.map((each) => (each.getAttribute("aria-label") ?? each.textContent ?? "").trim()),
      );
      expect(
        names.filter((name) => !harmless.test(name)),
        `on ${heading}`,
      ).toEqual([]);
      expect(await page.getByRole("checkbox").count(), `on ${heading}`).toBe(0);
    }
    expect(await page.getByRole("link", { name: "Administrators" }).count()).toBe(0);
    await dashboard.openServer("administrators", "Administrators");
    await page.getByText("Owners only").waitFor();
  });

  it("is refused every change that the page could send", async () => {
    const dashboard = await Dashboard.signIn(browser, server, "viewer");
    const page = await dashboard.open("users", "Users");
    const writes: [method: string, path: string, body?: object][] = [
      ["POST", "apps/my-app/users", { uid: "intruder", name: "Intruder" }],
      ["PUT", "apps/my-app/users/cometchat-uid-1", { name: "Defaced" }],
      ["DELETE", "apps/my-app/users/cometchat-uid-1", { permanent: true }],
      ["DELETE", "apps/my-app/users", { uidsToDeactivate: ["cometchat-uid-1"] }],
      ["POST", "apps/my-app/users/cometchat-uid-1/auth_tokens", {}],
      ["DELETE", "apps/my-app/users/cometchat-uid-1/auth_tokens"],
      ["POST", "apps/my-app/apikeys", { name: "Mine", scope: "fullAccess" }],
      ["POST", "apps/my-app/roles", { role: "mine", name: "Mine" }],
      ["PUT", "apps/my-app", { mode: "production" }],
      ["DELETE", "apps/my-app"],
      ["POST", "apps", { name: "Mine" }],
      ["POST", "administrators", { email: "me@example.com", name: "Me", role: "owner" }],
    ];
    const answers = await page.evaluate(
      async ([calls, csrfToken]) => {
        const statuses: string[] = [];
        for (const [method, path, body] of calls) {
          const answer = await fetch(`/admin/v1/${path}`, {
            method,
            headers: { "content-type": "application/json", "x-csrf-token": csrfToken },
            ...(body && { body: JSON.stringify(body) }),
          });
          statuses.push(`${method} ${path} ${answer.status}`);
        }
        return statuses;
      },
      [writes, dashboard.session.csrfToken] as const,
    );
    expect(answers).toEqual(writes.map(([method, path]) => `${method} ${path} 403`));
    expect((await api.get("/v3/users/intruder")).status).toBe(404);
    expect((await api.get<{ name: string }>("/v3/users/cometchat-uid-1")).data.name).toBe(
      "Andrew Joseph",
    );
    expect((await api.get<unknown[]>("/v3/users/cometchat-uid-1/auth_tokens")).data).toHaveLength(
      1,
    );
  });
});
