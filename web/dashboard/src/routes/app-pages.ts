import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { parseAuditFilters } from "../audit/filters";
import { appRoute } from "./root";

const getParentRoute = () => appRoute;

const apiKeysRoute = createRoute({
  getParentRoute,
  path: "/keys",
  component: lazyRouteComponent(() => import("../api-keys/api-keys-page"), "ApiKeysPage"),
});

const rolesRoute = createRoute({
  getParentRoute,
  path: "/roles",
  component: lazyRouteComponent(() => import("../roles/roles-page"), "RolesPage"),
});

const liveRoute = createRoute({
  getParentRoute,
  path: "/live",
  component: lazyRouteComponent(() => import("../live/live-page"), "LivePage"),
});

const auditRoute = createRoute({
  getParentRoute,
  path: "/audit",
  validateSearch: parseAuditFilters,
  component: lazyRouteComponent(() => import("../audit/audit-page"), "AuditPage"),
});

const transferRoute = createRoute({
  getParentRoute,
  path: "/transfer",
  component: lazyRouteComponent(() => import("../transfer/transfer-page"), "TransferPage"),
});

const settingsRoute = createRoute({
  getParentRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("../apps/app-settings-page"), "AppSettingsPage"),
});

/** What an app is administered with, apart from its users. */
export const appPages = [
  apiKeysRoute,
  rolesRoute,
  liveRoute,
  auditRoute,
  transferRoute,
  settingsRoute,
] as const;
