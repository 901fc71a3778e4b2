import type { QueryClient } from "@tanstack/react-query";
import { forgetSignedIn } from "../session/signed-in";
import type { DashboardRouter } from "./router";

/** The session is over: to the sign-in page, which says so and comes back here. */
export function leaveForSignIn(router: DashboardRouter, client: QueryClient): void {
  const { pathname, publicHref } = router.state.location;
  if (pathname === "/sign-in") return;
  void router
    .navigate({ to: "/sign-in", search: { why: "ended", next: publicHref } })
    .then(() => forgetSignedIn(client));
}
