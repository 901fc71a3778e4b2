import { createRoute } from "@tanstack/react-router";
import { parseAuditFilters } from "../audit/filters";
import { lazyPage } from "./lazy-page";
import { appRoute } from "./root";

const getParentRoute = () => appRoute;

const apiKeysRoute = createRoute({
  getParentRoute,
  path: "/keys",
  component: lazyPage(() => import("../api-keys/api-keys-page"), "ApiKeysPage"),
});

const rolesRoute = createRoute({
  getParentRoute,
  path: "/roles",
  component: lazyPage(() => import("../roles/roles-page"), "RolesPage"),
});

const liveRoute = createRoute({
  getParentRoute,
  path: "/live",
  component: lazyPage(() => import("../live/live-page"), "LivePage"),
});

const auditRoute = createRoute({
  getParentRoute,
  path: "/audit",
  validateSearch: parseAuditFilters,
  component: lazyPage(() => import("../audit/audit-page"), "AuditPage"),
});

const transferRoute = createRoute({
  getParentRoute,
  path: "/transfer",
  component: lazyPage(() => import("../transfer/transfer-page"), "TransferPage"),
});

const settingsRoute = createRoute({
  getParentRoute,
  path: "/settings",
  component: lazyPage(() => import("../apps/app-settings-page"), "AppSettingsPage"),
});

/** The pages of an app, except the overview and the users. */
export const appPages = [
  apiKeysRoute,
  rolesRoute,
  liveRoute,
  auditRoute,
  transferRoute,
  settingsRoute,
] as const;
