import type { WebSocketConstructor } from "../connection/web-socket.js";
import type { SessionStorage } from "../storage/session-storage.js";
import { StorageMode } from "../storage/storage-mode.js";
import type { AppSettings, PresenceSubscription, TokenProvider } from "./app-settings.js";

/** Builds the settings for init(). Only setHost() is needed; every setter returns the builder. */
export class AppSettingsBuilder {
  private host: string | undefined;
  private region: string | undefined;
  private clientHost: string | undefined;
  private adminHost: string | undefined;
  private presenceSubscription: PresenceSubscription | undefined;
  private presenceRoles: readonly string[] = [];
  private autoEstablish = true;
  private storage: StorageMode | SessionStorage = StorageMode.LOCAL;
  private tokenProvider: TokenProvider | undefined;
  private webSocket: WebSocketConstructor | undefined;
  private timeout = 15_000;

  /**
   * Names the Parley server.
   * @param url - for example `http://localhost:8080` or `https://chat.example.com`. `https://` is
   * assumed where no scheme is given. `/v3` is added where the address names no version.
   */
  setHost(url: string): this {
    this.host = url;
    return this;
  }

  /** Keeps the region label of your app. Parley servers are found by setHost(), not by region. */
  setRegion(region: string): this {
    this.region = region;
    return this;
  }

  /**
   * Sends the calls made with a key (createUser, updateUser, login by Auth Key) to another host.
   * @param host - host[:port][/path] with an optional scheme; undefined changes nothing.
   */
  overrideAdminHost(host: string | undefined): this {
    this.adminHost = host;
    return this;
  }

  /**
   * Sends the calls of the logged-in user to another host.
   * @param host - host[:port][/path] with an optional scheme; undefined changes nothing.
   */
  overrideClientHost(host: string | undefined): this {
    this.clientHost = host;
    return this;
  }

  /** Subscribes to the presence of every user of the app; see addUserListener(). */
  subscribePresenceForAllUsers(): this {
    this.presenceSubscription = "ALL_USERS";
    return this;
  }

  /** Subscribes to the presence of the users that have one of these roles. */
  subscribePresenceForRoles(roles: readonly string[]): this {
    this.presenceSubscription = "ROLES";
    this.presenceRoles = [...roles];
    return this;
  }

  /** Subscribes to the presence of the user's friends. */
  subscribePresenceForFriends(): this {
    this.presenceSubscription = "FRIENDS";
    return this;
  }

  /**
   * Says whether the realtime connection opens by itself, after a login and for the session that the
   * last visit left; true unless set. If not, call connect().
   */
  autoEstablishSocketConnection(isAuto: boolean): this {
    this.autoEstablish = isAuto;
    return this;
  }

  /**
   * Chooses where the session is kept: LOCAL (the default), SESSION, MEMORY, or a storage of your
   * own, synchronous or not.
   */
  setStorageMode(mode: StorageMode | SessionStorage): this {
    this.storage = mode;
    return this;
  }

  /**
   * Lets the SDK log in again by itself when the session has ended on the server. The provider is
   * asked once each time, and must return a new token of the same user.
   */
  setTokenProvider(provider: TokenProvider): this {
    this.tokenProvider = provider;
    return this;
  }

  /**
   * Gives the SDK a WebSocket where there is none: in Node before version 22, that of the package ws.
   * @param constructor - the class; undefined takes that of the browser or of Node.
   */
  setWebSocket(constructor: WebSocketConstructor | undefined): this {
    this.webSocket = constructor;
    return this;
  }

  /**
   * Sets how long a call may take before it rejects with TIMEOUT.
   * @param ms - milliseconds, 1 to 600000; 15000 unless set.
   */
  setTimeout(ms: number): this {
    this.timeout = ms;
    return this;
  }

  /** Returns the settings. They are checked by init(), which says what is wrong with them. */
  build(): AppSettings {
    return {
      host: this.host,
      region: this.region,
      clientHost: this.clientHost,
      adminHost: this.adminHost,
      presenceSubscription: this.presenceSubscription,
      presenceRoles: this.presenceRoles,
      autoEstablishSocketConnection: this.autoEstablish,
      storage: this.storage,
      tokenProvider: this.tokenProvider,
      webSocket: this.webSocket,
      timeout: this.timeout,
    };
  }
}
