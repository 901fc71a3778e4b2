import type { WebSocketConstructor } from "../connection/web-socket.js";
import type { SessionStorage } from "../storage/session-storage.js";
import { StorageMode } from "../storage/storage-mode.js";
import type { AppSettings, TokenProvider } from "./app-settings.js";

/** Builds the settings for init(). Only setHost() is needed; every setter returns the builder. */
export class AppSettingsBuilder {
  private readonly settings: { -readonly [Name in keyof AppSettings]: AppSettings[Name] } = {
    presenceRoles: [],
    autoEstablishSocketConnection: true,
    storage: StorageMode.LOCAL,
    timeout: 15_000,
  };

  /**
   * Names the Parley server.
   * @param url - for example `http://localhost:8080` or `https://chat.example.com`. Without a scheme
   * a public name means https; an IP address, a local name and the ports 80 and 8080 need one.
   * `/v3` is added where the address names no version.
   */
  setHost(url: string): this {
    this.settings.host = url;
    return this;
  }

  /** Keeps the region label of your app. Parley servers are found by setHost(), not by region. */
  setRegion(region: string): this {
    this.settings.region = region;
    return this;
  }

  /**
   * Sends the calls made with a key (createUser, updateUser, login by Auth Key) to another host.
   * @param host - host[:port][/path], https unless it begins with `http://`; undefined changes
   * nothing.
   */
  overrideAdminHost(host: string | undefined): this {
    this.settings.adminHost = host;
    return this;
  }

  /**
   * Sends the calls of the logged-in user to another host.
   * @param host - host[:port][/path], https unless it begins with `http://`; undefined changes
   * nothing.
   */
  overrideClientHost(host: string | undefined): this {
    this.settings.clientHost = host;
    return this;
  }

  /** Subscribes to the presence of every user of the app; see addUserListener(). */
  subscribePresenceForAllUsers(): this {
    this.settings.presenceSubscription = "ALL_USERS";
    return this;
  }

  /** Subscribes to the presence of the users that have one of these roles. */
  subscribePresenceForRoles(roles: readonly string[]): this {
    this.settings.presenceSubscription = "ROLES";
    this.settings.presenceRoles = [...roles];
    return this;
  }

  /** Subscribes to the presence of the user's friends. */
  subscribePresenceForFriends(): this {
    this.settings.presenceSubscription = "FRIENDS";
    return this;
  }

  /**
   * Says whether the realtime connection opens by itself, after a login and for the session that the
   * last visit left; true unless set. If not, call connect().
   */
  autoEstablishSocketConnection(isAuto: boolean): this {
    this.settings.autoEstablishSocketConnection = isAuto;
    return this;
  }

  /**
   * Chooses where the session is kept: LOCAL (the default), SESSION, MEMORY, or a storage of your
   * own, synchronous or not.
   */
  setStorageMode(mode: StorageMode | SessionStorage): this {
    this.settings.storage = mode;
    return this;
  }

  /**
   * Lets the SDK log in again by itself when the session has ended on the server. The provider is
   * asked once each time, and must return a new token of the same user.
   */
  setTokenProvider(provider: TokenProvider): this {
    this.settings.tokenProvider = provider;
    return this;
  }

  /**
   * Gives the SDK a WebSocket where there is none: in Node before version 22, that of the package ws.
   * @param constructor - the class; undefined takes that of the browser or of Node.
   */
  setWebSocket(constructor: WebSocketConstructor | undefined): this {
    this.settings.webSocket = constructor;
    return this;
  }

  /**
   * Sets how long a call may take before it rejects with TIMEOUT.
   * @param ms - milliseconds, 1 to 600000; 15000 unless set.
   */
  setTimeout(ms: number): this {
    this.settings.timeout = ms;
    return this;
  }

  /** Returns the settings. They are checked by init(), which says what is wrong with them. */
  build(): AppSettings {
    return { ...this.settings };
  }
}
