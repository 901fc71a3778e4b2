import type { UserJson } from "../users/user-json.js";
import type { LoginListeners } from "./login-listeners.js";
import type { LogoutReason } from "./login-listener.js";
import type { SessionRecord } from "./session-record.js";
import type { SessionStore } from "./session-store.js";
import type { Tabs } from "./tabs.js";

/**
 * The current session. `verified` is false until the server has confirmed it.
 * @private
 */
export interface Session extends SessionRecord {
  readonly verified: boolean;
}

/**
 * The only place that changes who is logged in. Each change is made synchronously in memory, then
 * in the storage; then the other tabs are notified.
 */
export class SessionState {
  private session: Session | null = null;
  /** Counts changes, so that the result of a slow read does not replace a newer change. */
  private version = 0;
  private tabs: Tabs | null = null;
  private onChange: (ended?: LogoutReason) => void = () => undefined;

  constructor(
    private readonly store: SessionStore,
    private readonly listeners: LoginListeners,
  ) {}

  get current(): Session | null {
    return this.session;
  }

  /** @param onChange - called synchronously on every change, with the reason if a session ended. */
  watch(onChange: (ended?: LogoutReason) => void): void {
    this.onChange = onChange;
  }

  /** Starts to notify other tabs. */
  connect(tabs: Tabs): void {
    this.tabs = tabs;
  }

  /** Restores the stored session, still to be verified. */
  async restore(): Promise<void> {
    const record = await this.store.load();
    if (record) this.set({ ...record, verified: false });
  }

  /**
   * Logs a user in. The session is current when this returns. The promise settles when it is
   * stored.
   */
  async start(record: SessionRecord): Promise<void> {
    this.set({ ...record, verified: true });
    await this.save(record);
  }

  /** Updates the user with data from the server, unless the session has changed meanwhile. */
  async refresh(token: string, user: UserJson): Promise<void> {
    if (this.session?.token !== token) return;
    const changed = JSON.stringify(user) !== JSON.stringify(this.session.user);
    this.set({ token, user, verified: true });
    if (changed) await this.save({ token, user });
  }

  /**
   * Removes the session without notifying the listeners. It is removed from memory and from a
   * synchronous storage when this returns.
   */
  async drop(reason: LogoutReason): Promise<void> {
    this.set(null, reason);
    await this.store.clear();
    this.tabs?.announce(reason);
  }

  /** Removes the session and notifies the listeners. */
  end(reason: LogoutReason): void {
    void this.drop(reason);
    this.listeners.logoutSuccess(reason);
  }

  /**
   * Follows a change that another tab has made in the storage. Changes nothing if the storage does
   * not respond.
   * @param ended - why that tab ended the session; undefined if it stored one.
   * @param onLogin - called before the stored session becomes the current one.
   */
  async follow(ended: LogoutReason | undefined, onLogin: () => void): Promise<void> {
    const { version } = this;
    const record = await this.store.load();
    if (this.version !== version) return;
    if (record) {
      onLogin();
      this.adopt(record);
    } else if (ended && record === null && this.session) this.forget(ended);
  }

  /**
   * Handles a token that the server has refused: uses the newer session of another tab if the
   * storage contains one, else ends the session.
   * @returns whether the session has ended.
   */
  async replaceDead(token: string, reason: LogoutReason): Promise<boolean> {
    const { version } = this;
    const record = await this.store.load();
    if (this.version !== version || this.session?.token !== token) return false;
    if (record && record.token !== token) {
      this.adopt(record);
      return false;
    }
    // A storage that does not respond may contain the newer session of another tab.
    if (record === undefined) this.forget(reason);
    else this.end(reason);
    return true;
  }

  /** Releases the session and the channel without changing what is stored. */
  dispose(): void {
    this.set(null);
    this.tabs?.close();
    this.tabs = null;
  }

  /** Ends the session in memory only. */
  private forget(reason: LogoutReason): void {
    this.set(null, reason);
    this.listeners.logoutSuccess(reason);
  }

  private async save(record: SessionRecord): Promise<void> {
    if (await this.store.save(record)) this.tabs?.announce();
  }

  private adopt(record: SessionRecord): void {
    const previous = this.session;
    const isSwitch = previous !== null && previous.user.uid !== record.user.uid;
    this.set({ ...record, verified: true }, isSwitch ? "switched" : undefined);
    if (previous?.token === record.token) return;
    if (isSwitch) this.listeners.logoutSuccess("switched");
    this.listeners.loginSuccess(record);
  }

  private set(session: Session | null, ended?: LogoutReason): void {
    this.session = session;
    this.version++;
    this.onChange(ended);
  }
}
