/** Screenshots of every page, of dialogs, and of empty pages. */
import { describe, it } from "vitest";
import { Dashboard, openPage, setUp } from "../support/dashboard";
import { freshPage } from "../support/browser";
import { dashboardPages, show } from "../support/pages";
import { History, shownUser } from "./history";
import { looks, takePicture, takeReadmePicture, type Look } from "./pictures";
import { ServerClock } from "./server_clock";
import { Team } from "./team";

const clock = new ServerClock();
clock.setBack(30 * 24 * 3600);
const { server, browser } = await setUp({
  env: clock.env,
  flags: ["--trusted-proxy", "127.0.0.1"],
});
const team = await Team.on(server);
await new History(server, team, clock).happen();
await team.signIn("ada", "safariOnIphone");
const ada = await team.signIn("ada");

const open = (look: Look, appId?: string) =>
  Dashboard.in(browser, server, ada, { ...looks[look], ...(appId && { appId }) });
const pages = dashboardPages(shownUser);
const page = (name: string) => pages.find((one) => one.name === name)!;

it.runIf(process.env["PICTURES"])("the screenshot in the README", async () => {
  const dashboard = await open("light");
  await show(dashboard, page("users"));
  await takeReadmePicture(dashboard.page);
});

describe.each(["light", "dark", "narrow"] as const)("%s", (look) => {
  it("every page", async () => {
    const dashboard = await open(look);
    for (const one of pages) {
      await show(dashboard, one);
      await takePicture(dashboard.page, one.name, look, { whole: look !== "dark" });
    }
  });

  it("pages that need no sign-in", async () => {
    const signIn = await freshPage(browser, looks[look]);
    await signIn.goto(`${server.url}/dashboard/sign-in`);
    await signIn.getByRole("heading", { name: "Sign in" }).waitFor();
    await takePicture(signIn, "sign-in", look);
    await signIn.getByLabel("Email").fill("ada@lantern.example");
    await signIn.getByRole("textbox", { name: "Password" }).fill("not the password");
    await signIn.getByRole("button", { name: "Sign in" }).click();
    await signIn.getByRole("alert").waitFor();
    await takePicture(signIn, "sign-in-refused", look);
    const tryIt = await freshPage(browser, looks[look]);
    await tryIt.goto(`${server.url}/`);
    await tryIt.waitForSelector("#session[data-phase=out]");
    await takePicture(tryIt, "try-it", look, { whole: true });
  });

  it("dialogs", { timeout: 60_000 }, async () => {
    const dashboard = await open(look);
    const take = (name: string) => takePicture(dashboard.page, name, look);
    await show(dashboard, page("users"));
    await dashboard.press("Create user");
    const form = dashboard.dialog("Create a user");
    await form.root.waitFor();
    await take("create-user");
    await form.fill("UID", "nicht gültig");
    await form.fill("Name", "Jürgen Groß");
    await form.press("Create user");
    await form.shows(/a-z/);
    await take("create-user-refused");

    await show(dashboard, page("user"));
    await dashboard.press("Create auth token");
    const minting = dashboard.dialog(/auth token$/);
    await minting.root.waitFor();
    await take("create-auth-token");
    await minting.press("Create");
    await minting.field("Auth token").waitFor();
    await take("auth-token-created");
    await minting.press("Done");
    await minting.closed();
    await dashboard.pick("More actions", "Delete");
    const deleting = dashboard.dialog(/^Delete .*\?$/);
    await deleting.root.waitFor();
    await take("delete-user");
    await deleting.root.getByRole("textbox").fill(shownUser.uid);
    await take("delete-user-typed");

    await show(dashboard, page("api-keys"));
    await dashboard.press("Create key");
    const creating = dashboard.dialog("Create an API key");
    await creating.fill("Name", `Search index, ${look}`);
    await take("create-api-key");
    await creating.press("Create key");
    const key = dashboard.dialog(/^The key Search index/);
    await key.root.waitFor();
    await take("api-key-created");
  });

  it("open menus and selections", async () => {
    const dashboard = await open(look);
    const take = (name: string) => takePicture(dashboard.page, name, look);
    await dashboard.open("users?role=moderator", "Users");
    for (const name of ["Amara Okafor", "Sofía García Fernández"]) {
      await dashboard.row(name).getByRole("checkbox").click({ force: true });
    }
    await take("users-chosen");
    await show(dashboard, { ...page("overview"), path: "?range=month" });
    await takePicture(dashboard.page, "overview-month", look, { whole: look !== "dark" });
    await show(dashboard, page("transfer"));
    const choosing = dashboard.page.waitForEvent("filechooser");
    await dashboard.press("Choose a file");
    const buffer = Buffer.from("uid,name,role,shoe\nada,Ada,,38\nno id!,Nobody,,\nbob,Bob,king,\n");
    await (await choosing).setFiles({ name: "people.csv", mimeType: "text/csv", buffer });
    await dashboard.page.getByRole("heading", { name: "Preview of people.csv" }).waitFor();
    await takePicture(dashboard.page, "transfer-checked", look, { whole: look !== "dark" });
    if (look === "narrow") {
      await dashboard.press("Open menu");
      await take("menu");
    }
  });

  it("an empty app", async () => {
    const dashboard = await open(look, "lantern-staging");
    for (const name of ["overview", "users", "live", "api-keys", "roles", "audit"]) {
      await show(dashboard, page(name));
      await takePicture(dashboard.page, `empty-${name}`, look, { whole: look !== "dark" });
    }
  });

  it("a user that does not exist", async () => {
    const dashboard = await open(look);
    await dashboard.open("users/nobody", "User not found");
    await takePicture(dashboard.page, "user-not-found", look);
  });
});

it("large", async () => {
  const dashboard = await open("4k");
  for (const name of ["overview", "users"]) {
    await show(dashboard, page(name));
    await takePicture(dashboard.page, name, "4k");
  }
});

it("a server that has stopped", async () => {
  const dashboards = [];
  for (const look of ["light", "dark", "narrow"] as const) {
    const dashboard = await open(look);
    await show(dashboard, page("live"));
    dashboards.push({ dashboard, look });
  }
  await server.stop();
  for (const { dashboard, look } of dashboards) {
    await takePicture(dashboard.page, "stopped-live", look);
    if (look === "narrow") await dashboard.press("Open menu");
    await dashboard.page.getByRole("link", { name: "Users", exact: true }).click();
    await dashboard.page.getByRole("button", { name: /again/ }).waitFor();
    await takePicture(dashboard.page, "stopped-users", look);
  }
});
