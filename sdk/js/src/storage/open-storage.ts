import type { Environment } from "../environment.js";
import type { SessionStorage } from "./session-storage.js";
import { StorageMode } from "./storage-mode.js";

/**
 * A storage, and whether other tabs may share it.
 * @private
 */
export interface OpenedStorage {
  readonly storage: SessionStorage;
  readonly shared: boolean;
}

/**
 * Opens the storage selected in the settings.
 * @param memory - the fallback if the platform has no other storage.
 */
export function openStorage(
  env: Environment,
  mode: StorageMode | SessionStorage,
  memory: SessionStorage,
): OpenedStorage {
  // Outside a browser, each SDK instance of a process probably has its own storage.
  if (typeof mode === "object") return { storage: mode, shared: env.platform === "web" };
  if (mode === StorageMode.LOCAL) {
    const local = env.webStorage("localStorage");
    if (local) return { storage: local, shared: true };
  }
  if (mode === StorageMode.SESSION) {
    const session = env.webStorage("sessionStorage");
    if (session) return { storage: session, shared: false };
  }
  return { storage: memory, shared: false };
}
