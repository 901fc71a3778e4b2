import type { AuthToken } from "../api/types";
import { browserName } from "../base/browser-name";

const PLATFORMS: Record<string, string> = {
  android: "Android",
  ios: "iOS",
  javascript: "Web",
  web: "Web",
};

/**
 * The device of a session: "Web, Firefox on Linux", "Safari on iOS", "iOS"; undefined if nothing is
 * known.
 */
export function deviceName({ platform, userAgent }: AuthToken): string | undefined {
  const system = platform && (PLATFORMS[platform] ?? platform);
  const browser = browserName(userAgent);
  if (system && browser?.endsWith(` on ${system}`)) return browser;
  return [system, browser].filter(Boolean).join(", ") || undefined;
}

/** Whether a session runs on a phone or tablet. */
export function isHandheld(session: AuthToken): boolean {
  return /\b(?:Android|iOS)$/.test(deviceName(session) ?? "");
}

/** The app of a session, if the client reported it: "Chat 4.2.0". */
export function appName({ appInfo }: AuthToken): string | undefined {
  const parts = [appInfo?.name, appInfo?.version].filter((part) => typeof part === "string");
  return parts.join(" ") || undefined;
}
