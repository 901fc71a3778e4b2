/** The settings of an app: what is refused, with the reasons of the API, and what is saved. */
import { describe, expect, it } from "vitest";
import { Dashboard, setUp } from "../../support/dashboard";
import { reasonOf, says } from "../../support/form";
import type { App } from "../../support/types";

const { server, browser } = await setUp();

async function open(appId: string) {
  await server.createApp(appId);
  const dashboard = await Dashboard.signIn(browser, server, "developer", { appId });
  const page = await dashboard.open("settings", "Settings");
  const field = (name: string) => page.getByRole("textbox", { name });
  const path = `/admin/v1/apps/${appId}`;
  const stored = async () => (await dashboard.session.api.get<App>(path)).data;
  const refuse = async (change: object) => reasonOf(await dashboard.session.api.put(path, change));
  return { dashboard, page, field, stored, refuse };
}

const day = 86_400;

describe("settings", () => {
  it.each([
    ["a name that is missing", "Name", "", { name: "" }],
    ["a region with other characters", "Region", "Near Me", { region: "Near Me" }],
    ["a region with a dash in front", "Region", "-eu", { region: "-eu" }],
    ["no session at all", "Maximum sessions per user", "0", { maxTokensPerUser: 0 }],
    ["too many sessions", "Maximum sessions per user", "10001", { maxTokensPerUser: 10_001 }],
    ["sessions in words", "Maximum sessions per user", "ten", { maxTokensPerUser: "ten" }],
    ["a negative limit", "Other calls per minute", "-1", { otherPerMinute: -1 }],
    ["a huge limit", "Other calls per minute", "9999999999", { otherPerMinute: 9_999_999_999 }],
    [
      "a page",
      "Allowed origins",
      "https://a.example/b",
      { allowedOrigins: ["https://a.example/b"] },
    ],
    ["a host", "Allowed origins", "a.example", { allowedOrigins: ["a.example"] }],
    ["a lifetime beyond bounds", "Token lifetime: value", "3651", { tokenTtl: 3651 * day }],
    ["a lifetime of a half", "Token lifetime: value", "0.5", { tokenTtl: 0.5 }],
  ])("with %s are not saved, with the reason of the API", async (what, label, typed, body) => {
    const { dashboard, field, stored, refuse } = await open(what.replaceAll(" ", "-"));
    const before = await stored();
    if (label.startsWith("Token lifetime")) await dashboard.choose("Token lifetime: unit", "Days");
    await field("Region").fill("moved");
    await field(label).fill(typed);
    await dashboard.press("Save settings");
    await says(field(label), await refuse(body));
    await expect
      .poll(() => field(label).evaluate((element) => element === document.activeElement))
      .toBe(true);
    expect(await stored()).toEqual(before);
  });

  it("are saved together when all of them are valid, and shown again", async () => {
    const { dashboard, page, field, stored } = await open("saved");
    await field("Name").fill("Renamed");
    await dashboard.choose("Token lifetime: unit", "Days");
    await field("Token lifetime: value").fill("30");
    await dashboard.choose("Idle timeout: unit", "Hours");
    await field("Idle timeout: value").fill("12");
    await field("Maximum sessions per user").fill("5");
    await field("Allowed origins").fill("https://chat.example.com\n\ncapacitor://localhost\n");
    await dashboard.press("Save settings");
    await dashboard.toast("The settings were saved.");
    expect(await stored()).toMatchObject({
      ...{ name: "Renamed", tokenTtl: 30 * day, idleTimeout: 12 * 3600, maxTokensPerUser: 5 },
      allowedOrigins: ["https://chat.example.com", "capacitor://localhost"],
    });
    await page.reload();
    await expect.poll(() => field("Token lifetime: value").inputValue()).toBe("30");
    await page.getByRole("button", { name: /^App: Renamed/ }).waitFor();
  });

  it("show allowed origins as stored, and do not send them again", async () => {
    const { dashboard, page, field, stored } = await open("canonical");
    await field("Allowed origins").fill("HTTPS://A.example:443/\nhttps://b.example");
    await dashboard.press("Save settings");
    await dashboard.toast("The settings were saved.");
    const origins = ["https://a.example", "https://b.example"];
    expect((await stored()).allowedOrigins).toEqual(origins);
    await expect.poll(() => field("Allowed origins").inputValue()).toBe(origins.join("\n"));
    await field("Name").fill("Renamed after");
    const saving = page.waitForRequest((request) => request.method() === "PUT");
    await dashboard.press("Save settings");
    expect((await saving).postDataJSON()).toEqual({ name: "Renamed after" });
  });

  it("that cannot be saved say why next to the button", async () => {
    const { dashboard, page, field } = await open("unsaved");
    await page.setViewportSize({ width: 800, height: 500 });
    await page.route("**/admin/v1/apps/unsaved", (route) =>
      route.request().method() === "PUT" ? route.abort() : route.continue(),
    );
    await field("Other calls per minute").fill("5");
    await dashboard.press("Save settings");
    const reason = page.getByRole("alert").getByText("The server does not respond.");
    await reason.waitFor();
    const box = await reason.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(500);
  });

  it("that were changed elsewhere appear when the tab is visible again, without losing what was typed", async () => {
    const { dashboard, page, field } = await open("elsewhere");
    await field("Name").fill("Typed here");
    const { api } = dashboard.session;
    await api.put("/admin/v1/apps/elsewhere", { name: "Renamed", maxTokensPerUser: 7 });
    await page.evaluate("dispatchEvent(new Event('visibilitychange'))");
    await expect.poll(() => field("Maximum sessions per user").inputValue()).toBe("7");
    expect(await field("Name").inputValue()).toBe("Typed here");
  });

  it("that were changed elsewhere in the meantime are not overwritten", async () => {
    const { dashboard, field, stored } = await open("shared");
    await field("Name").fill("From the page");
    const { api } = dashboard.session;
    expect((await api.put("/admin/v1/apps/shared", { maxTokensPerUser: 7 })).outcome).toBe("200");
    await dashboard.press("Save settings");
    await dashboard.toast("The settings were saved.");
    expect(await stored()).toMatchObject({ name: "From the page", maxTokensPerUser: 7 });
  });
});
