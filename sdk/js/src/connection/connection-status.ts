/** What getConnectionStatus() answers. */
export const CONNECTION_STATUS = {
  /** The connection is being opened, or opened again after it was lost. */
  CONNECTING: "connecting",
  /** The server has accepted the user: presence arrives. */
  CONNECTED: "connected",
  /** There is no connection, and none is being opened. */
  DISCONNECTED: "disconnected",
} as const;

export type ConnectionStatus = (typeof CONNECTION_STATUS)[keyof typeof CONNECTION_STATUS];
