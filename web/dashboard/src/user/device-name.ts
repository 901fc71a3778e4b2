import type { AuthToken } from "../api/types";
import { browserName } from "../base/browser-name";

const PLATFORMS: Record<string, string> = {
  android: "Android",
  ios: "iOS",
  javascript: "Web",
  web: "Web",
};

/** What a session runs on: "Web, Firefox on Linux", "iOS"; undefined where nothing is known. */
export function deviceName({ platform, userAgent }: AuthToken): string | undefined {
  const parts = [platform && (PLATFORMS[platform] ?? platform), browserName(userAgent)];
  return parts.filter(Boolean).join(", ") || undefined;
}

/** The app that a session belongs to, where it said so: "Chat 4.2.0". */
export function appName({ appInfo }: AuthToken): string | undefined {
  const parts = [appInfo?.name, appInfo?.version].filter((part) => typeof part === "string");
  return parts.join(" ") || undefined;
}
