/** The values of getConnectionStatus(). */
export const CONNECTION_STATUS = {
  /** The connection is being opened, or reopened after it was lost. */
  CONNECTING: "connecting",
  /** The server has accepted the user; events arrive. */
  CONNECTED: "connected",
  /** There is no connection, and none is being opened. */
  DISCONNECTED: "disconnected",
} as const;

export type ConnectionStatus = (typeof CONNECTION_STATUS)[keyof typeof CONNECTION_STATUS];
