import { useQuery } from "@tanstack/react-query";
import { Outlet, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { Failure } from "../api/failure";
import { rememberApp } from "../apps/last-app";
import { appQuery } from "../apps/queries";
import { strings } from "../strings/shell";
import { ButtonLink } from "../ui/button-link";
import { EmptyState } from "../ui/empty-state";
import { Page } from "../ui/page";

/** Around the pages of one app: remembers it, and says when there is no such app. */
export function AppFrame() {
  const { appId } = useParams({ from: "/signed-in/apps/$appId" });
  const { isSuccess, error } = useQuery(appQuery(appId));
  useEffect(() => {
    if (isSuccess) rememberApp(appId);
  }, [isSuccess, appId]);

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
