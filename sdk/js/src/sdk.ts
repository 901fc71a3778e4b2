import { Client, type Shared } from "./client.js";
import { ConnectionListeners } from "./connection/connection-listeners.js";
import { CONNECTION_STATUS, type ConnectionStatus } from "./connection/connection-status.js";
import type { Environment } from "./environment.js";
import { notInitialized } from "./errors/client-errors.js";
import { LoginListeners } from "./session/login-listeners.js";
import type { AppSettings } from "./settings/app-settings.js";
import { resolveSettings } from "./settings/resolve-settings.js";
import { MemoryStorage } from "./storage/memory-storage.js";
import { UserListeners } from "./users/user-listeners.js";

/** Holds the client that init() creates, for both names of the SDK. */
export class Sdk {
  readonly shared: Shared = {
    listeners: new LoginListeners(),
    connectionListeners: new ConnectionListeners(),
    userListeners: new UserListeners(),
    memory: new MemoryStorage(),
  };
  private client: Client | null = null;
  private lastInit: Promise<unknown> = Promise.resolve();

  constructor(private readonly env: Environment) {}

  get initialized(): boolean {
    return this.client !== null;
  }

  get connectionStatus(): ConnectionStatus {
    return this.client?.connection.status ?? CONNECTION_STATUS.DISCONNECTED;
  }

  /**
   * Starts or restarts the SDK. With the same app, server and storage as before, the session and a
   * running login are kept. Changes nothing if it rejects with MISSING_PARAMETERS.
   */
  async init(appId: unknown, settings: AppSettings): Promise<true> {
    const resolved = resolveSettings(appId, settings);
    const opening = this.lastInit.then(async () => {
      if (this.client?.reconfigure(resolved)) return;
      const client = await Client.open(this.env, resolved, this.shared);
      this.client?.dispose();
      this.client = client;
      client.start();
    });
    this.lastInit = opening.catch(() => undefined);
    await opening;
    return true;
  }

  /** @param code - the error code if init() has not completed. */
  require(code: string): Client {
    if (!this.client) throw notInitialized(code);
    return this.client;
  }
}
