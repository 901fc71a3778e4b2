/** The built-in places for the session. */
export const StorageMode = {
  /** localStorage: survives a restart of the browser, shared by all tabs. The default. */
  LOCAL: "LOCAL",
  /** sessionStorage: one tab, until it is closed. */
  SESSION: "SESSION",
  /** Nowhere: gone with the page or the process. What Node gets unless it brings its own. */
  MEMORY: "MEMORY",
} as const;

export type StorageMode = (typeof StorageMode)[keyof typeof StorageMode];
