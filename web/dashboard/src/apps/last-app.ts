import type { App } from "../api/types";
import { readStored, writeStored } from "../base/stored";

/** Remembers the last viewed app in this browser. */
export function rememberApp(appId: string): void {
  writeStored("app", appId);
}

/** The app to open first: the last viewed one if it still exists, else the first in the list. */
export function firstApp(apps: readonly App[]): App | undefined {
  const stored = readStored("app");
  return apps.find(({ appId }) => appId === stored) ?? apps[0];
}
