import type { AuthToken } from "../api/types";
import { browserName } from "../base/browser-name";
import { strings } from "../strings/user";

const { sessions: texts } = strings;

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

/**
 * The app of a session, or else its SDK, if the client reported it: "Chat 4.2.0", "JavaScript SDK
 * 0.1.0", "Version 4.2.0".
 */
export function appName({ appInfo, platform }: AuthToken): string | undefined {
  const [name, sdk, version] = [appInfo?.name, appInfo?.sdk, appInfo?.version].map((value) =>
    typeof value === "string" && value !== "" ? value : undefined,
  );
  // Published JavaScript SDKs report only their version.
  const isJavascript = sdk === "parley-js" || (sdk === undefined && platform === "javascript");
  const program = name ?? (version && isJavascript ? texts.javascriptSdk : sdk);
  if (!program) return version && texts.version(version);
  return [program, version].filter(Boolean).join(" ");
}
