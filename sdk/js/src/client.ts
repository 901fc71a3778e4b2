import { BlockingApi } from "./blocking/blocking-api.js";
import type { ConnectionListeners } from "./connection/connection-listeners.js";
import { ConnectionService } from "./connection/connection-service.js";
import { DevicesApi } from "./devices/devices-api.js";
import type { Environment } from "./environment.js";
import { Deadline } from "./http/deadline.js";
import { Transport } from "./http/transport.js";
import { AuthenticatedCalls } from "./session/authenticated-calls.js";
import { LoginIdentity } from "./session/login-identity.js";
import type { LogoutReason } from "./session/login-listener.js";
import type { LoginListeners } from "./session/login-listeners.js";
import { LoginService } from "./session/login-service.js";
import { type LogoutResult, LogoutService } from "./session/logout-service.js";
import { SessionApi } from "./session/session-api.js";
import { SessionHealer } from "./session/session-healer.js";
import { SessionState } from "./session/session-state.js";
import { SessionStore } from "./session/session-store.js";
import { SessionVerifier } from "./session/session-verifier.js";
import { Tabs } from "./session/tabs.js";
import type { ResolvedSettings } from "./settings/resolve-settings.js";
import { openStorage } from "./storage/open-storage.js";
import type { SessionStorage } from "./storage/session-storage.js";
import { toUser, type User } from "./users/user.js";
import type { UserListeners } from "./users/user-listeners.js";
import { UsersApi } from "./users/users-api.js";

/**
 * What is kept when init() is called again.
 * @private
 */
export interface Shared {
  readonly listeners: LoginListeners;
  readonly connectionListeners: ConnectionListeners;
  readonly userListeners: UserListeners;
  /** Holds the session if there is no other storage. */
  readonly memory: SessionStorage;
}

/** The SDK for one app on one server, created by init(). */
export class Client {
  readonly users: UsersApi;
  readonly blocking: BlockingApi;
  readonly devices: DevicesApi;
  readonly connection: ConnectionService;
  private readonly loginService: LoginService;
  private readonly logoutService: LogoutService;
  private readonly healer: SessionHealer;
  private readonly verifier: SessionVerifier;

  private constructor(
    private readonly env: Environment,
    private settings: ResolvedSettings,
    private readonly state: SessionState,
    deviceId: string,
    shared: Shared,
    isShared: boolean,
  ) {
    const { listeners } = shared;
    const transport = new Transport(env, settings);
    const api = new SessionApi(env, transport, deviceId);
    const login = new LoginService(api, state, listeners);
    this.loginService = login;
    this.healer = new SessionHealer(env, () => this.settings, state, login);
    this.logoutService = new LogoutService(api, state, login, this.healer, listeners);
    this.verifier = new SessionVerifier(api, state, this.healer);
    const calls = new AuthenticatedCalls(transport, state, this.healer);
    this.users = new UsersApi(transport, calls, state);
    this.blocking = new BlockingApi(calls);
    this.devices = new DevicesApi(calls);
    const { healer, verifier } = this;
    this.connection = new ConnectionService(env, {
      settings: () => this.settings,
      state,
      healer,
      verifier,
      deviceId,
      isShared,
      connectionListeners: shared.connectionListeners,
      userListeners: shared.userListeners,
    });
  }

  /** Reads the stored session. Does not call the server, so it works offline. Never rejects. */
  static async open(env: Environment, settings: ResolvedSettings, shared: Shared): Promise<Client> {
    const { storage, shared: isShared } = openStorage(env, settings.storage, shared.memory);
    const store = new SessionStore(env, storage, settings.appId, settings.clientUrl);
    const state = new SessionState(store, shared.listeners);
    await state.restore();
    const client = new Client(env, settings, state, await store.deviceId(), shared, isShared);
    if (isShared) {
      state.connect(new Tabs(env, settings.appId, (ended) => void client.follow(ended)));
    }
    return client;
  }

  /** Starts to check the stored session, and connects. */
  start(): void {
    void this.verifier.verify(this.deadline());
    this.connection.update();
  }

  /** Applies new settings. Returns false if they require a new client. */
  reconfigure(settings: ResolvedSettings): boolean {
    const fixed = ["appId", "clientUrl", "adminUrl", "storage"] as const;
    if (fixed.some((name) => settings[name] !== this.settings[name])) return false;
    this.settings = settings;
    this.connection.update();
    return true;
  }

  /** Releases the connection and the session. A running login rejects. */
  dispose(): void {
    this.connection.dispose();
    this.healer.cancel();
    this.loginService.cancel("init() was called again");
    this.state.dispose();
  }

  deadline(): Deadline {
    return new Deadline(this.env, this.settings.timeout);
  }

  async login(args: readonly unknown[]): Promise<User> {
    const identity = LoginIdentity.from(args);
    this.healer.cancel();
    const { user, token } = await this.loginService.login(identity, this.deadline());
    return toUser(user, { authToken: token });
  }

  async getLoggedinUser(): Promise<User | null> {
    const deadline = this.deadline();
    const settled = this.verifier.verify(deadline).then(() => this.loginService.settled());
    await deadline.bound(settled).catch(() => undefined);
    const session = this.state.current;
    return (
      session && toUser(session.user, { authToken: session.token, isStale: !session.verified })
    );
  }

  /**
   * Follows a login or logout in another tab. After either, this tab must not log in again itself.
   */
  private follow(ended: LogoutReason | undefined): Promise<void> {
    const stopHealing = (loggedOut: boolean): void => {
      this.healer.cancel();
      this.loginService.cancelBackground(loggedOut);
    };
    if (ended === "logout") stopHealing(true);
    return this.state.follow(ended, () => stopHealing(false));
  }

  logout(): Promise<LogoutResult> {
    return this.logoutService.logout(this.deadline());
  }
}
