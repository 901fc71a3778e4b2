import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { CrashPage } from "../shell/crash-page";
import { NotFoundPage } from "../shell/not-found-page";
import { PageSkeleton } from "../shell/page-skeleton";
import { routeTree } from "./tree";

/** Creates the router of the dashboard, which is served at /dashboard. */
export function createDashboardRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    basepath: "/dashboard",
    context: { client },
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: CrashPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingComponent: PageSkeleton,
    scrollRestoration: true,
  });
}

export type DashboardRouter = ReturnType<typeof createDashboardRouter>;

declare module "@tanstack/react-router" {
  interface Register {
    router: DashboardRouter;
  }
}
