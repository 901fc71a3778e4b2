/** The globals that identify a platform. */
interface Globals {
  readonly navigator?: { readonly product?: string; readonly userAgent?: string };
  readonly Deno?: unknown;
  readonly Bun?: unknown;
  readonly document?: unknown;
  readonly WorkerGlobalScope?: unknown;
  readonly importScripts?: unknown;
}

/** The platform that the SDK runs on. The server records it with the session. */
export type Platform = "react-native" | "cloudflare-workers" | "deno" | "bun" | "web" | "node";

/**
 * Detects the platform. Pages, web workers and service workers are `web`. Other platforms are
 * checked first, because some of them imitate parts of a browser.
 */
export function detectPlatform(globals: Globals = globalThis as Globals): Platform {
  const { navigator } = globals;
  if (navigator?.product === "ReactNative") return "react-native";
  if (navigator?.userAgent === "Cloudflare-Workers") return "cloudflare-workers";
  if (globals.Deno) return "deno";
  if (globals.Bun) return "bun";
  return globals.document || globals.WorkerGlobalScope || globals.importScripts ? "web" : "node";
}
