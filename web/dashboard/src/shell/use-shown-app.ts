import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { App } from "../api/types";
import { firstApp } from "../apps/last-app";
import { appsQuery } from "../apps/queries";

interface ShownApp {
  /** Undefined on a server without apps. */
  appId: string | undefined;
  /** Undefined while the apps are loading, and where there is no such app. */
  app: App | undefined;
  /** Nobody knows yet which app it is. */
  isPending: boolean;
}

/**
 * The app whose pages the navigation shows: that of the page, and on pages of the server the one
 * looked at last.
 */
export function useShownApp(): ShownApp {
  const { appId } = useParams({ strict: false });
  const { data: apps = [], isPending } = useQuery(appsQuery);
  const app = appId === undefined ? firstApp(apps) : apps.find((each) => each.appId === appId);
  return { appId: appId ?? app?.appId, app, isPending: appId === undefined && isPending };
}
