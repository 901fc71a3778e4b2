import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { App } from "../api/types";
import { firstApp } from "../apps/last-app";
import { appsQuery } from "../apps/queries";

interface ShownApp {
  /** Undefined on a server without apps. */
  appId: string | undefined;
  /** Undefined while the apps are loading, or if the app does not exist. */
  app: App | undefined;
  /** Whether it is not known yet which app to show. */
  isPending: boolean;
}

/**
 * The app whose pages the navigation shows: that of the page or, on pages of the server, the last
 * viewed one.
 */
export function useShownApp(): ShownApp {
  const { appId } = useParams({ strict: false });
  const { data: apps = [], isPending } = useQuery(appsQuery);
  const app = appId === undefined ? firstApp(apps) : apps.find((each) => each.appId === appId);
  return { appId: appId ?? app?.appId, app, isPending: appId === undefined && isPending };
}
