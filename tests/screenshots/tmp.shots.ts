import { readFileSync, existsSync } from "node:fs";
import { it } from "vitest";
import { Client, logIn } from "../support/client";
import { Dashboard, setUp } from "../support/dashboard";
import { createRole } from "./tmp_support";

const { server, browser } = await setUp();
const api = new Client(server.url, { apikey: server.credentials.apiKey });
const dist = new URL("../../web/dashboard/dist/", import.meta.url);
const types: Record<string, string> = { js: "text/javascript", css: "text/css", html: "text/html" };

async function dashboardOf(width = 1280) {
  const dashboard = await Dashboard.signIn(browser, server, "owner", { viewport: { width, height: 900 } });
  if (!process.env["EMBEDDED"])
    await dashboard.page.route(`${server.url}/dashboard/**`, (route) => {
      const path = new URL(route.request().url()).pathname.replace("/dashboard/", "");
      const file = new URL(path, dist);
      const isFile = path.startsWith("assets/") && existsSync(file);
      const body = readFileSync(isFile ? file : new URL("index.html", dist));
      const ext = isFile ? (/\w+$/.exec(path)?.[0] ?? "") : "html";
      return route.fulfill({ body, contentType: types[ext] ?? "application/octet-stream" });
    });
  return dashboard;
}
const marks = "Z" + "\u0336\u0301\u0302\u0303\u0308\u030a\u0327\u0331\u0489".repeat(10) + "algo";
const hostile = [
  marks,
  "A\u0323\u0301".repeat(30),
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzender",
  "أحمد محمد (مدير) 123",
  "שלום עולם!",
  "abc \u202Edlrow\u202C xyz",
  "王小明",
  "Plain Jane",
];

it("takes pictures", { timeout: 240_000 }, async () => {
  const uids = [];
  for (const [index, name] of hostile.entries()) {
    const uid = `hostile-${index}`;
    const answer = await api.post("/v3/users", { uid, name, tags: [name.slice(0, 25)], statusMessage: name });
    console.log(index, answer.outcome);
    if (answer.status === 200) uids.push(uid);
  }
  await createRole(api, hostile);
  const dashboard = await dashboardOf();
  const { page } = dashboard;
  const shot = (name: string) => page.screenshot({ path: `/tmp/d19shots/${name}.png`, fullPage: true });
  await dashboard.open("users", "Users");
  await page.getByRole("link", { name: "Plain Jane" }).waitFor();
  await page.waitForTimeout(800);
  await shot("users");
  await page.goto(`${server.url}/dashboard/apps/${dashboard.appId}/users/hostile-0`);
  await page.getByRole("region", { name: "Profile" }).waitFor();
  await page.waitForTimeout(800);
  await shot("user-marks");
  await dashboard.press("Edit");
  await page.waitForTimeout(500);
  await page.screenshot({ path: "/tmp/d19shots/edit.png" });
  await page.goto(`${server.url}/dashboard/apps/${dashboard.appId}/users/hostile-3`);
  await page.getByRole("region", { name: "Profile" }).waitFor();
  const device = await logIn(api, "hostile-3");
  const used = new Client(server.url, { authToken: device.authToken, "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0" });
  await used.put("/v3/me", { platform: "web", appInfo: { name: marks, version: "1" } });
  await logIn(api, "hostile-3");
  await dashboard.press("Create auth token");
  await dashboard.dialog("Create an auth token").press("Create");
  await page.waitForTimeout(500);
  await page.screenshot({ path: "/tmp/d19shots/minted.png" });
  await dashboard.dialog("Create an auth token").press("Done");
  await page.waitForTimeout(5000);
  await shot("sessions");
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Deactivate" }).click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: "/tmp/d19shots/deactivate.png" });
  await dashboard.open("roles", "Roles");
  await page.waitForTimeout(800);
  await shot("roles");
  await dashboard.open("audit", "Audit log");
  await page.waitForTimeout(800);
  await shot("audit");
  await dashboard.open("", "Overview");
  await page.waitForTimeout(1000);
  await shot("overview");
  await dashboard.open("transfer", "Import and export");
  await page.waitForTimeout(500);
  await page.getByText("Columns", { exact: true }).click();
  await shot("transfer");
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  const content = `sep=;\r\nuid;name;createdAt;shoe size;deactivatedAt\r\n;;;;\r\na;Ann;2024-03-10 02:30:00;;\r\nb;Bob;1600000000000;;\r\nc;Cid;5138-11-16;;\r\nd;${marks};yesterday;;\r\nno id!;Eve;;;\r\nf;Fay;;;1700000000\r\n`;
  await (await choosing).setFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
  await page.getByRole("heading", { name: "What people.csv would do" }).waitFor();
  await shot("import-errors");
  const narrow = await dashboardOf(390);
  await narrow.open("users", "Users");
  await narrow.page.waitForTimeout(1000);
  await narrow.page.screenshot({ path: "/tmp/d19shots/users-narrow.png", fullPage: true });
  await narrow.page.goto(`${server.url}/dashboard/apps/${dashboard.appId}/users/hostile-3`);
  await narrow.page.waitForTimeout(1500);
  await narrow.page.screenshot({ path: "/tmp/d19shots/sessions-narrow.png", fullPage: true });
});
