import { createRoute, redirect } from "@tanstack/react-router";
import { firstApp } from "../apps/last-app";
import { appsQuery } from "../apps/queries";
import { parseOverviewSearch } from "../overview/range";
import { NotFoundPage } from "../shell/not-found-page";
import { parseSignInSearch } from "../sign-in/search";
import { parseUserFilters } from "../users/filters";
import { appPages } from "./app-pages";
import { lazyPage } from "./lazy-page";
import { appRoute, rootRoute, signedInRoute } from "./root";
import { serverPages } from "./server-pages";

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: parseSignInSearch,
  component: lazyPage(() => import("../sign-in/sign-in-page"), "SignInPage"),
});

const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/",
  beforeLoad: async ({ context }) => {
    const app = firstApp(await context.client.ensureQueryData(appsQuery));
    if (app) throw redirect({ to: "/apps/$appId", params: { appId: app.appId }, replace: true });
    // The first app is created there.
    throw redirect({ to: "/apps", replace: true });
  },
});

const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/account",
  component: lazyPage(() => import("../account/account-page"), "AccountPage"),
});

/** Unknown paths: not-found page with navigation. */
const nowhereRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "$",
  component: NotFoundPage,
});

const overviewRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/",
  validateSearch: parseOverviewSearch,
  component: lazyPage(() => import("../overview/overview-page"), "OverviewPage"),
});

const usersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/users",
  validateSearch: parseUserFilters,
  component: lazyPage(() => import("../users/users-page"), "UsersPage"),
});

const userRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/users/$uid",
  component: lazyPage(() => import("../user/user-page"), "UserPage"),
});

export const routeTree = rootRoute.addChildren([
  signInRoute,
  signedInRoute.addChildren([
    homeRoute,
    accountRoute,
    nowhereRoute,
    ...serverPages,
    appRoute.addChildren([overviewRoute, usersRoute, userRoute, ...appPages]),
  ]),
]);
