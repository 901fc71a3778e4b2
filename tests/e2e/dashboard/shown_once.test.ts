/** Secrets that are shown once: no key press or click outside the dialog closes it. */
import { expect, it } from "vitest";
import { Dashboard, setUp, type Dialog } from "../../support/dashboard";

const { server, browser } = await setUp();
const uid = "cometchat-uid-1";

interface Secret {
  what: string;
  /** Creates it, and returns the dialog that shows it. */
  make: (dashboard: Dashboard) => Promise<Dialog>;
  label: string;
  button: string;
}

const secrets: Secret[] = [
  {
    what: "an auth token",
    label: "Auth token",
    button: "Done",
    make: async (dashboard) => {
      await dashboard.open(`users/${uid}`, "Andrew Joseph");
      await dashboard.press("Create auth token");
      const dialog = dashboard.dialog(/auth token$/);
      await dialog.press("Create");
      return dialog;
    },
  },
  {
    what: "an API key",
    label: "API key",
    button: "I have stored it",
    make: async (dashboard) => {
      await dashboard.open("keys", "API keys");
      await dashboard.press("Create key");
      const dialog = dashboard.dialog("Create an API key");
      await dialog.fill("Name", "Once");
      await dialog.press("Create key");
      return dashboard.dialog("The key Once");
    },
  },
  {
    what: "the keys of an app",
    label: "REST API Key",
    button: "I have stored them",
    make: async (dashboard) => {
      await dashboard.openServer("apps", "Apps");
      await dashboard.press("Create app");
      const dialog = dashboard.dialog("Create an app");
      await dialog.fill("Name", "Once");
      await dialog.press("Create app");
      return dashboard.dialog("The keys of Once");
    },
  },
  {
    what: "a one-time link",
    label: "Link",
    button: "I have stored it",
    make: async (dashboard) => {
      await dashboard.openServer("administrators", "Administrators");
      await dashboard.press("Invite");
      const dialog = dashboard.dialog("Invite an administrator");
      await dialog.fill("Email", "once@example.com");
      await dialog.fill("Name", "Once");
      await dialog.press("Invite");
      return dashboard.dialog("One-time link for once@example.com");
    },
  },
];

it.each(secrets)("$what is selected, and stays until its button is pressed", async (secret) => {
  const dashboard = await Dashboard.signIn(browser, server, "owner");
  const dialog = await secret.make(dashboard);
  const field = dialog.field(secret.label);
  await field.waitFor();
  const value = await field.inputValue();
  await expect.poll(() => dashboard.page.evaluate("getSelection().toString()")).toBe(value);
  await dashboard.page.keyboard.press("Escape");
  await dashboard.page.mouse.click(5, 5);
  expect(await field.inputValue()).toBe(value);
  await dialog.press(secret.button);
  await dialog.closed();
});
