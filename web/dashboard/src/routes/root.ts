import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, redirect } from "@tanstack/react-router";
import { sessionQuery } from "../session/queries";
import { AppFrame } from "../shell/app-frame";
import { Shell } from "../shell/shell";

interface Context {
  client: QueryClient;
}

export const rootRoute = createRootRouteWithContext<Context>()();

/** The pages that require signing in, inside the shell. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "signed-in",
  beforeLoad: async ({ context, location }) => {
    const signedIn = await context.client.ensureQueryData(sessionQuery);
    if (signedIn) return;
    throw redirect({ to: "/sign-in", search: { next: location.publicHref } });
  },
  component: Shell,
});

/** The pages of one app. */
export const appRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/apps/$appId",
  component: AppFrame,
});
