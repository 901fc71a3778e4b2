import type { QueryClient } from "@tanstack/react-query";
import { forgetSignedIn } from "../session/signed-in";
import type { DashboardRouter } from "./router";

/** Goes to the sign-in page because the session has ended. Signing in leads back here. */
export function leaveForSignIn(router: DashboardRouter, client: QueryClient): void {
  const { pathname, publicHref } = router.state.location;
  if (pathname === "/sign-in") return;
  void router
    .navigate({ to: "/sign-in", search: { why: "ended", next: publicHref } })
    .then(() => forgetSignedIn(client));
}
