/** The form that creates a user shows errors next to the fields, with the reasons of the API. */
import { describe, expect, it } from "vitest";
import { Client, createUser } from "../../support/client";
import { Dashboard, setUp, type Dialog } from "../../support/dashboard";
import { reasonOf, says } from "../../support/form";
import type { User } from "../../support/types";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });

async function open() {
  const dashboard = await Dashboard.signIn(browser, server, "developer");
  await dashboard.open("users", "Users");
  await dashboard.press("Create user");
  const form = dashboard.dialog("Create a user");
  const role = form.root.getByRole("button", { name: / Role$/ });
  return { dashboard, form, role };
}

/** Why POST /v3/users rejects a user with these values. */
const reason = async (values: object) =>
  reasonOf(await api.post("/v3/users", { uid: "ada", name: "Ada", ...values }));

async function addTags(form: Dialog, tags: string[]) {
  for (const tag of tags) {
    await form.fill("Tags", tag);
    await form.field("Tags").press("Enter");
  }
}

describe("an error", () => {
  const large = { text: "x".repeat(5200) };
  it.each([
    ["a missing UID", "UID", "", { uid: "" }],
    ["a UID with other characters", "UID", "Ada Lovelace", { uid: "Ada Lovelace" }],
    ["a UID that is too long", "UID", "a".repeat(101), { uid: "a".repeat(101) }],
    ["a missing name", "Name", "", { name: "" }],
    ["a name that is too long", "Name", "x".repeat(101), { name: "x".repeat(101) }],
    ["a long status", "Status message", "x".repeat(256), { statusMessage: "x".repeat(256) }],
    ["an avatar that is not a URL", "Avatar", "example.com/a", { avatar: "example.com/a" }],
    ["a link that is a script", "Link", "javascript:alert(1)", { link: "javascript:alert(1)" }],
    ["metadata that is not JSON", "Metadata", "plan: gold", { metadata: "plan: gold" }],
    ["metadata that is not an object", "Metadata", '["gold"]', { metadata: ["gold"] }],
    ["metadata that is too large", "Metadata", JSON.stringify(large), { metadata: large }],
  ])("such as %s is shown when the field loses the focus", async (_, label, typed, values) => {
    const { dashboard, form } = await open();
    const field = form.field(label);
    await field.fill(typed);
    await field.press("Tab");
    await says(field, await reason(values));
    const sent = dashboard.seen.requests.filter((url) =>
      url.endsWith("/admin/v1/apps/my-app/users"),
    );
    expect(sent).toEqual([]);
  });

  it("prevents the form from being sent, and focuses the field", async () => {
    const { dashboard, form } = await open();
    await form.fill("UID", "with-mistake");
    await form.fill("Name", "With Mistake");
    await form.fill("Metadata", "{");
    await form.press("Create user");
    await expect
      .poll(() => form.field("Metadata").evaluate((field) => field === document.activeElement))
      .toBe(true);
    expect((await api.get("/v3/users/with-mistake")).status).toBe(404);
    await form.fill("Metadata", '{"plan": "gold"}');
    await form.press("Create user");
    await dashboard.toast("With Mistake was created.");
    const { data } = await api.get<User>("/v3/users/with-mistake");
    expect(data.metadata).toEqual({ plan: "gold" });
  });
});

describe("an error that only the server detects", () => {
  it("a UID that is in use, in any case, is reported next to the field", async () => {
    await createUser(api, { uid: "taken" });
    const { form } = await open();
    await form.fill("UID", "TAKEN");
    await form.fill("Name", "Second");
    await form.press("Create user");
    await says(form.field("UID"), await reason({ uid: "TAKEN" }));
  });

  it("a URL with a space in its host is refused", async () => {
    const { form } = await open();
    await form.fill("UID", "spaced");
    await form.fill("Name", "Spaced");
    await form.fill("Avatar", "https://exa mple.com/a.png");
    await form.press("Create user");
    await says(form.field("Avatar"), await reason({ avatar: "https://exa mple.com/a.png" }));
    expect((await api.get("/v3/users/spaced")).status).toBe(404);
  });

  it("one tag too many is reported next to the tags, until one is removed", async () => {
    const tags = Array.from({ length: 26 }, (_, index) => `tag-${index}`);
    const { dashboard, form } = await open();
    await form.fill("UID", "tagged");
    await form.fill("Name", "Tagged");
    await addTags(form, tags);
    await form.press("Create user");
    await says(form.field("Tags"), await reason({ tags }));
    await form.root.getByRole("button", { name: /^Remove tag-25/ }).click();
    await form.press("Create user");
    await dashboard.toast("Tagged was created.");
    expect((await api.get<User>("/v3/users/tagged")).data.tags).toEqual(tags.slice(0, 25));
  });

  it("a role that was deleted in the meantime is reported next to the role", async () => {
    await api.post("/v3/roles", { role: "short-lived", name: "Short-lived" });
    const { form, role } = await open();
    await form.fill("UID", "late");
    await form.fill("Name", "Late");
    await form.choose("Role", "Short-lived");
    await api.delete("/v3/roles/short-lived");
    await form.press("Create user");
    await says(role, await reason({ role: "short-lived" }));
    expect((await api.get("/v3/users/late")).status).toBe(404);
  });
});
