/** Every page of the dashboard, for tests that check all of them, and for screenshots. */
import { expect } from "vitest";
import { patienceMs, type Dashboard } from "./dashboard";
import type { User } from "./types";

export interface DashboardPage {
  /** Unique; used as a file name. */
  name: string;
  of: "app" | "server";
  /** Relative to the app or to /dashboard. */
  path: string;
  heading: string;
}

/** All pages, including the page of this user, except the sign-in page. */
export function dashboardPages({ uid, name }: Pick<User, "uid" | "name">): DashboardPage[] {
  const user = { name: "user", path: `users/${uid}`, heading: name };
  return [
    ...[...appPages, user].map((page) => ({ ...page, of: "app" }) as const),
    ...serverPages.map((page) => ({ ...page, of: "server" }) as const),
  ];
}

const appPages = [
  { name: "overview", path: "", heading: "Overview" },
  { name: "users", path: "users", heading: "Users" },
  { name: "live", path: "live", heading: "Live" },
  { name: "api-keys", path: "keys", heading: "API keys" },
  { name: "roles", path: "roles", heading: "Roles" },
  { name: "audit", path: "audit", heading: "Audit log" },
  { name: "transfer", path: "transfer", heading: "Import and export" },
  { name: "settings", path: "settings", heading: "Settings" },
];

const serverPages = [
  { name: "apps", path: "apps", heading: "Apps" },
  { name: "administrators", path: "administrators", heading: "Administrators" },
  { name: "server-audit", path: "audit", heading: "Server audit log" },
  { name: "account", path: "account", heading: "Your account" },
  { name: "not-found", path: "nowhere", heading: "Page not found" },
];

/** Opens a page and waits until everything is loaded. */
export async function show(dashboard: Dashboard, page: DashboardPage): Promise<void> {
  const { of, path, heading } = page;
  await (of === "app" ? dashboard.open(path, heading) : dashboard.openServer(path, heading));
  const skeletons = dashboard.page.locator(".skeleton");
  await expect.poll(() => skeletons.count(), { timeout: patienceMs }).toBe(0);
}
