/** The built-in storages for the session. */
export const StorageMode = {
  /** localStorage: kept when the browser restarts, shared by all tabs. The default. */
  LOCAL: "LOCAL",
  /** sessionStorage: for one tab, until it is closed. */
  SESSION: "SESSION",
  /**
   * Not stored: lost with the page or the process. The fallback without web storage, as in Node.
   */
  MEMORY: "MEMORY",
} as const;

export type StorageMode = (typeof StorageMode)[keyof typeof StorageMode];
