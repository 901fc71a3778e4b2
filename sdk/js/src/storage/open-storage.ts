import type { Environment } from "../environment.js";
import type { SessionStorage } from "./session-storage.js";
import { StorageMode } from "./storage-mode.js";

/** A storage, and whether other tabs or processes see the same one. */
export interface OpenedStorage {
  readonly storage: SessionStorage;
  readonly shared: boolean;
}

/**
 * Opens what the settings ask for.
 * @param memory - what is used where the browser or Node has nothing else.
 */
export function openStorage(
  env: Environment,
  mode: StorageMode | SessionStorage,
  memory: SessionStorage,
): OpenedStorage {
  if (typeof mode === "object") return { storage: mode, shared: true };
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
