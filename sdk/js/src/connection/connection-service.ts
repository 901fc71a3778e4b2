import type { Environment } from "../environment.js";
import { connectionClosed, notLoggedIn, webSocketMissing } from "../errors/client-errors.js";
import { ParleyException } from "../errors/parley-exception.js";
import { Deadline } from "../http/deadline.js";
import type { LogoutReason } from "../session/login-listener.js";
import type { SessionHealer } from "../session/session-healer.js";
import type { Session, SessionState } from "../session/session-state.js";
import type { SessionVerifier } from "../session/session-verifier.js";
import { toRealtimeUrl } from "../settings/base-url.js";
import type { ResolvedSettings } from "../settings/resolve-settings.js";
import type { UserListeners } from "../users/user-listeners.js";
import type { Dial } from "./connection.js";
import type { ConnectionListeners } from "./connection-listeners.js";
import { CONNECTION_STATUS, type ConnectionStatus } from "./connection-status.js";
import type { RealtimeEvent } from "./realtime-event.js";
import { SharedConnection } from "./shared-connection.js";
import type { WebSocketConstructor } from "./web-socket.js";

/**
 * The dependencies of the connection service.
 * @private
 */
export interface ConnectionNeeds {
  readonly settings: () => ResolvedSettings;
  readonly state: SessionState;
  readonly healer: SessionHealer;
  readonly verifier: SessionVerifier;
  readonly deviceId: string;
  /** Whether other tabs share the session. */
  readonly isShared: boolean;
  readonly connectionListeners: ConnectionListeners;
  readonly userListeners: UserListeners;
}

/** Opens and closes the realtime connection as users log in and out, and notifies the app. */
export class ConnectionService {
  private connection: SharedConnection | null = null;
  /** Identifies the connection. Another user or subscription needs another connection. */
  private name: string | null = null;
  private token: string | undefined;
  private isWanted: boolean;
  private lastStatus: ConnectionStatus = CONNECTION_STATUS.DISCONNECTED;
  private readonly waiting = new Set<(error?: ParleyException) => void>();
  private hasWarned = false;
  private readonly stopWatching: () => void;

  constructor(
    private readonly env: Environment,
    private readonly needs: ConnectionNeeds,
  ) {
    this.isWanted = needs.settings().autoEstablishSocketConnection;
    needs.state.watch((ended) => this.sessionChanged(ended));
    this.stopWatching = env.watchForSigns((sign) => this.connection?.wake(sign));
  }

  get status(): ConnectionStatus {
    return this.lastStatus;
  }

  /**
   * Opens the connection and keeps it open. Resolves when it is open. Rejects with
   * USER_NOT_LOGGED_IN, WEBSOCKET_UNAVAILABLE, CONNECTION_FAILED after disconnect(), or TIMEOUT,
   * after which attempts continue.
   */
  async connect(deadline: Deadline): Promise<void> {
    if (!this.needs.state.current) throw notLoggedIn();
    if (!this.webSocket()) throw webSocketMissing();
    this.isWanted = true;
    this.update();
    if (this.status === CONNECTION_STATUS.CONNECTED) return;
    if (!this.connection) throw connectionClosed("a listener closed it");
    this.connection.wake("visible"); // Try now instead of waiting for the next attempt.
    let settle: (error?: ParleyException) => void = () => undefined;
    const open = new Promise<void>((resolve, reject) => {
      settle = (error) => (error ? reject(error) : resolve());
    });
    this.waiting.add(settle);
    await deadline.bound(open).finally(() => this.waiting.delete(settle));
  }

  /** Closes the connection and keeps it closed until connect() or the next login after a logout. */
  disconnect(): void {
    this.isWanted = false;
    this.update(connectionClosed("disconnect() was called"));
  }

  /** Updates the connection after a change of the session, the settings or `isWanted`. */
  update(why: ParleyException = notLoggedIn()): void {
    const session = this.needs.state.current;
    const name = session && this.isWanted && this.hasWebSocket() ? this.nameFor(session) : null;
    const isRenewed = name === this.name && session?.token !== this.token;
    this.token = session?.token;
    if (name !== this.name) this.replace(name, why);
    else if (isRenewed) this.connection?.renew();
  }

  dispose(): void {
    this.stopWatching();
    this.disconnect();
  }

  private sessionChanged(ended?: LogoutReason): void {
    // Without auto-connect, the app calls connect() after each login, but not after a re-login.
    if (ended === "logout" || ended === "switched") {
      this.isWanted = this.needs.settings().autoEstablishSocketConnection;
    }
    this.update();
  }

  private replace(name: string | null, why: ParleyException): void {
    this.connection?.close();
    this.connection = null;
    this.name = name;
    if (name === null) {
      this.changed(CONNECTION_STATUS.DISCONNECTED);
      for (const settle of [...this.waiting]) settle(why);
      return;
    }
    this.changed(CONNECTION_STATUS.CONNECTING);
    if (this.name !== name) return; // A listener has changed the connection.
    const { healer, isShared } = this.needs;
    this.connection = new SharedConnection(this.env, name, isShared, {
      dial: () => this.dial(),
      isAlive: (token) => this.isAlive(token),
      sessionEnded: (token, reason) => void healer.sessionEnded(token, reason),
      tell: (event) => this.tell(event),
    });
  }

  private nameFor({ user }: Session): string {
    const { appId, clientUrl, presenceSubscription, presenceRoles } = this.needs.settings();
    const parts = [appId, clientUrl, user.uid, presenceSubscription, presenceRoles];
    return `parley:connection:${JSON.stringify(parts)}`;
  }

  /** Without a WebSocket, warns once that there will be no presence. */
  private hasWebSocket(): boolean {
    if (this.webSocket()) return true;
    if (!this.hasWarned) {
      this.hasWarned = true;
      const error = webSocketMissing();
      this.env.warn(error.message);
      this.needs.connectionListeners.failed(error);
    }
    return false;
  }

  private webSocket(): WebSocketConstructor | null {
    return this.needs.settings().webSocket ?? this.env.webSocket();
  }

  private dial(): Dial | null {
    const session = this.needs.state.current;
    const WebSocket = this.webSocket();
    if (!session || !WebSocket) return null;
    const { appId, clientUrl, presenceSubscription, presenceRoles } = this.needs.settings();
    const { deviceId } = this.needs;
    const { token, user } = session;
    const body = {
      auth: token,
      deviceId,
      presenceSubscription,
      // Without roles, the server sends the presence of all users, as for published clients.
      roles: presenceSubscription === "ROLES" ? presenceRoles : undefined,
    };
    return {
      WebSocket,
      url: toRealtimeUrl(clientUrl),
      token,
      authFrame: JSON.stringify({ type: "auth", appId, deviceId, sender: user.uid, body }),
    };
  }

  private isAlive(token: string): Promise<boolean | null> {
    const deadline = new Deadline(this.env, this.needs.settings().timeout);
    return this.needs.verifier.recheck(token, deadline);
  }

  private tell(event: RealtimeEvent): void {
    const { connectionListeners, userListeners, state } = this.needs;
    switch (event.type) {
      case "status":
        return this.changed(event.status);
      case "error":
        return connectionListeners.failed(
          new ParleyException(event.code, event.message, event.details),
        );
      case "resync":
        return userListeners.missedChanges();
      case "user":
        // Before the listeners, so that they see the updated user.
        if (event.action === "updated" && this.token) void state.refresh(this.token, event.user);
        return userListeners.happened(event.action, event.user);
    }
  }

  private changed(status: ConnectionStatus): void {
    if (this.lastStatus === status) return;
    this.lastStatus = status;
    this.needs.connectionListeners.changed(status);
    if (status === CONNECTION_STATUS.CONNECTED) {
      for (const settle of [...this.waiting]) settle();
    }
  }
}
