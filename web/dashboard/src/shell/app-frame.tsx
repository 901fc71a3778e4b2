import { useQuery } from "@tanstack/react-query";
import { Outlet, useParams } from "@tanstack/react-router";
import { useLayoutEffect } from "react";
import { Failure } from "../api/failure";
import { rememberApp } from "../apps/last-app";
import { appQuery } from "../apps/queries";
import { strings } from "../strings/shell";
import { ButtonLink } from "../ui/button-link";
import { EmptyState } from "../ui/empty-state";
import { Page } from "../ui/page";
import { useShownApp } from "./use-shown-app";

/** The frame of the pages of one app. Remembers the app, and reports an app that does not exist. */
export function AppFrame() {
  const { appId } = useParams({ from: "/signed-in/apps/$appId" });
  const { error } = useQuery(appQuery(appId));
  const { app } = useShownApp();
  // A layout effect, so that the app is remembered before its page is visible.
  useLayoutEffect(() => {
    if (app) rememberApp(app.appId);
  }, [app]);

  if (error && Failure.from(error).code === "AUTH_ERR_INVALID_APPID") {
    return (
      <Page title={strings.appNotFound.title}>
        <EmptyState icon="app" text={strings.appNotFound.text(appId)}>
          <ButtonLink to="/">{strings.appNotFound.home}</ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  return <Outlet />;
}
