import type { App } from "../api/types";
import { readStored, writeStored } from "../base/stored";

/** Remembers, in this browser, the app that was looked at last. */
export function rememberApp(appId: string): void {
  writeStored("app", appId);
}

/** The app to begin with: the one looked at last, else the first. */
export function firstApp(apps: readonly App[]): App | undefined {
  const stored = readStored("app");
  return apps.find(({ appId }) => appId === stored) ?? apps[0];
}
