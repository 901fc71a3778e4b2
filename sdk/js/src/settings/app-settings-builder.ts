import type { WebSocketConstructor } from "../connection/web-socket.js";
import type { SessionStorage } from "../storage/session-storage.js";
import { StorageMode } from "../storage/storage-mode.js";
import type { AppSettings, TokenProvider } from "./app-settings.js";

/** Builds the settings for init(). Only setHost() is required. Every setter returns the builder. */
export class AppSettingsBuilder {
  private readonly settings: { -readonly [Name in keyof AppSettings]: AppSettings[Name] } = {
    presenceRoles: [],
    autoEstablishSocketConnection: true,
    storage: StorageMode.LOCAL,
    timeout: 15_000,
  };

  /**
   * Sets the address of the Parley server.
   * @param url - for example `http://localhost:8080` or `https://chat.example.com`. Public host
   * names default to https; IP addresses, local names and the ports 80 and 8080 need a scheme.
   * `/v3` is added if the address does not end in it.
   */
  setHost(url: string): this {
    this.settings.host = url;
    return this;
  }

  /** Sets the region label of your app. The server is set with setHost(), not by region. */
  setRegion(region: string): this {
    this.settings.region = region;
    return this;
  }

  /**
   * Sends the calls made with a key (createUser, updateUser, login by Auth Key) to another host.
   * @param host - host[:port][/path], https unless it starts with `http://`; undefined uses
   * the host from setHost().
   */
  overrideAdminHost(host: string | undefined): this {
    this.settings.adminHost = host;
    return this;
  }

  /**
   * Sends the calls of the logged-in user to another host.
   * @param host - host[:port][/path], https unless it starts with `http://`; undefined uses
   * the host from setHost().
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

  /** Subscribes to the presence of users with one of these roles. */
  subscribePresenceForRoles(roles: readonly string[]): this {
    this.settings.presenceSubscription = "ROLES";
    this.settings.presenceRoles = roles;
    return this;
  }

  /** Subscribes to the presence of the user's friends. */
  subscribePresenceForFriends(): this {
    this.settings.presenceSubscription = "FRIENDS";
    return this;
  }

  /**
   * Sets whether the realtime connection opens automatically after a login and for a restored
   * session; true by default. If false, call connect().
   */
  autoEstablishSocketConnection(isAuto = true): this {
    this.settings.autoEstablishSocketConnection = isAuto;
    return this;
  }

  /**
   * Sets where the session is stored: LOCAL (the default), SESSION, MEMORY, or your own storage,
   * synchronous or asynchronous.
   */
  setStorageMode(mode: StorageMode | SessionStorage): this {
    this.settings.storage = mode;
    return this;
  }

  /**
   * Makes the SDK log in again by itself when the session has ended on the server. The provider is
   * called once each time and must return a new token of the same user.
   */
  setTokenProvider(provider: TokenProvider): this {
    this.settings.tokenProvider = provider;
    return this;
  }

  /**
   * Sets the WebSocket class on platforms without one: in Node before version 22, that of the
   * package ws. Without it, there is no presence there, and the SDK warns once.
   * @param constructor - the class; undefined uses that of the browser or Node.
   */
  setWebSocket(constructor: WebSocketConstructor | undefined): this {
    this.settings.webSocket = constructor;
    return this;
  }

  /**
   * Sets how long a call may take before it rejects with TIMEOUT.
   * @param ms - milliseconds, 1 to 600000; 15000 by default.
   */
  setTimeout(ms: number): this {
    this.settings.timeout = ms;
    return this;
  }

  /** Returns the settings for init(), which checks them. */
  build(): AppSettings {
    return { ...this.settings };
  }
}
