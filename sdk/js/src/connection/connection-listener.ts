import type { ParleyException } from "../errors/parley-exception.js";

export interface ConnectionListenerCallbacks {
  /** The connection is being opened. Called once, however many attempts it takes. */
  inConnecting?(): void;
  /** The connection is open, and the server has accepted the user. */
  onConnected?(): void;
  /**
   * The connection is gone: lost, closed by disconnect(), or ended with the session. If it was
   * lost, inConnecting follows by itself.
   */
  onDisconnected?(): void;
  /**
   * Why the connection was lost or an attempt to open it has failed, called for each attempt; or what
   * the server did not understand. Nothing needs to be done: further attempts follow by themselves.
   */
  onConnectionError?(error: ParleyException): void;
}

/** Receives changes of the realtime connection; see addConnectionListener(). */
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
