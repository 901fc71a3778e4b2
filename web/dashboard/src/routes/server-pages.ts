import { createRoute } from "@tanstack/react-router";
import { parseAuditFilters } from "../audit/filters";
import { lazyPage } from "./lazy-page";
import { signedInRoute } from "./root";

const getParentRoute = () => signedInRoute;

const appsRoute = createRoute({
  getParentRoute,
  path: "/apps",
  component: lazyPage(() => import("../apps/apps-page"), "AppsPage"),
});

const administratorsRoute = createRoute({
  getParentRoute,
  path: "/administrators",
  component: lazyPage(() => import("../administrators/administrators-page"), "AdministratorsPage"),
});

const serverAuditRoute = createRoute({
  getParentRoute,
  path: "/audit",
  validateSearch: parseAuditFilters,
  component: lazyPage(() => import("../audit/server-audit-page"), "ServerAuditPage"),
});

/** The pages of the server itself. */
export const serverPages = [appsRoute, administratorsRoute, serverAuditRoute] as const;
