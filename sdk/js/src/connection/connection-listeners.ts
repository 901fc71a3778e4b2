import type { ParleyException } from "../errors/parley-exception.js";
import { Listeners } from "../listeners.js";
import type { ConnectionListenerCallbacks } from "./connection-listener.js";
import type { ConnectionStatus } from "./connection-status.js";

const CALLBACKS = {
  connecting: "inConnecting",
  connected: "onConnected",
  disconnected: "onDisconnected",
} as const;

/** Notifies the app of state changes of the connection. */
export class ConnectionListeners extends Listeners<ConnectionListenerCallbacks> {
  constructor() {
    super("ConnectionListener", [...Object.values(CALLBACKS), "onConnectionError"]);
  }

  changed(status: ConnectionStatus): void {
    this.notify((listener) => listener[CALLBACKS[status]]?.());
  }

  failed(error: ParleyException): void {
    this.notify((listener) => listener.onConnectionError?.(error));
  }
}
