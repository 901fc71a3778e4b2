import type { WebSocketConstructor } from "../connection/web-socket.js";
import type { SessionStorage } from "../storage/session-storage.js";
import type { StorageMode } from "../storage/storage-mode.js";

/**
 * Returns a new auth token of the user, usually from your own back end. If it rejects, the SDK does not
 * pass the error on, because it may hold a secret: log it here.
 */
export type TokenProvider = () => Promise<string>;

/** Which users' presence the app receives. */
export type PresenceSubscription = "ALL_USERS" | "ROLES" | "FRIENDS";

/** The settings for init(), built with AppSettingsBuilder. */
export interface AppSettings {
  readonly host?: string | undefined;
  readonly region?: string | undefined;
  readonly clientHost?: string | undefined;
  readonly adminHost?: string | undefined;
  readonly presenceSubscription?: PresenceSubscription | undefined;
  readonly presenceRoles: readonly string[];
  readonly autoEstablishSocketConnection: boolean;
  readonly storage: StorageMode | SessionStorage;
  readonly tokenProvider?: TokenProvider | undefined;
  readonly webSocket?: WebSocketConstructor | undefined;
  /** Milliseconds. */
  readonly timeout: number;
}
