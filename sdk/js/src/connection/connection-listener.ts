import type { ParleyException } from "../errors/parley-exception.js";

export interface ConnectionListenerCallbacks {
  /** The connection is being opened. Called once, even if it takes several attempts. */
  inConnecting?(): void;
  /** The connection is open, and the server has accepted the user. */
  onConnected?(): void;
  /**
   * The connection was lost, closed by disconnect(), or ended with the session. If it was lost, the
   * SDK reconnects and calls inConnecting.
   */
  onDisconnected?(): void;
  /**
   * The connection was lost, an attempt to open it failed, or the server did not understand a
   * message. Called for each attempt. No action is required: the SDK keeps trying. Exception: with
   * WEBSOCKET_UNAVAILABLE (Node before version 22, see setWebSocket()) it does not. This code comes
   * once, when a user is logged in, and the console shows its message.
   */
  onConnectionError?(error: ParleyException): void;
}

/** Receives state changes of the realtime connection; see addConnectionListener(). */
export class ConnectionListener implements ConnectionListenerCallbacks {
  inConnecting?: () => void;
  onConnected?: () => void;
  onDisconnected?: () => void;
  onConnectionError?: (error: ParleyException) => void;

  /** @param callbacks - any of the four. */
  constructor(callbacks: ConnectionListenerCallbacks = {}) {
    Object.assign(this, callbacks);
  }
}
