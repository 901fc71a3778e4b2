/** The globals that tell platforms apart. */
interface Globals {
  readonly navigator?: { readonly product?: string; readonly userAgent?: string };
  readonly Deno?: unknown;
  readonly Bun?: unknown;
  readonly document?: unknown;
  readonly WorkerGlobalScope?: unknown;
  readonly importScripts?: unknown;
}

/** What the SDK runs in; the server records it with the session. */
export type Platform = "react-native" | "cloudflare-workers" | "deno" | "bun" | "web" | "node";

/**
 * Finds out what the SDK runs in. Web workers and service workers are `web`, as pages are. Others
 * than browsers come first, because some of them imitate parts of one.
 */
export function detectPlatform(globals: Globals = globalThis as Globals): Platform {
  const { navigator } = globals;
  if (navigator?.product === "ReactNative") return "react-native";
  if (navigator?.userAgent === "Cloudflare-Workers") return "cloudflare-workers";
  if (globals.Deno) return "deno";
  if (globals.Bun) return "bun";
  return globals.document || globals.WorkerGlobalScope || globals.importScripts ? "web" : "node";
}
