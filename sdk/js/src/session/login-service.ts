import { loginCancelled, loginInProgress } from "../errors/client-errors.js";
import { ErrorCode } from "../errors/error-code.js";
import type { ParleyException } from "../errors/parley-exception.js";
import type { Deadline } from "../http/deadline.js";
import { LoginAttempt } from "./login-attempt.js";
import type { LoginIdentity } from "./login-identity.js";
import type { LoginListeners } from "./login-listeners.js";
import type { SessionApi } from "./session-api.js";
import { sessionEndReason } from "./session-end.js";
import type { SessionRecord } from "./session-record.js";
import type { SessionState } from "./session-state.js";

/** Logs users in, one at a time. */
export class LoginService {
  private attempt: LoginAttempt | null = null;

  constructor(
    private readonly api: SessionApi,
    private readonly state: SessionState,
    private readonly listeners: LoginListeners,
  ) {}

  /** True while a login is running, started by the app or by the SDK. */
  get busy(): boolean {
    return this.attempt !== null;
  }

  /**
   * Logs in. Joins a running login of the same user. Rejects with LOGIN_IN_PROGRESS if a login of
   * another user is running.
   */
  login(identity: LoginIdentity, deadline: Deadline): Promise<SessionRecord> {
    const running = this.attempt;
    if (running?.identity) {
      return running.identity.isOfSameUser(identity)
        ? this.join(running, identity, deadline)
        : Promise.reject(loginInProgress());
    }
    running?.cancel(loginCancelled("another login started"));
    return this.begin(new LoginAttempt(identity), deadline, (attempt) =>
      this.logIn(attempt, identity, deadline),
    );
  }

  /** Fetches a token and logs in with it. Any login() of the app takes precedence. */
  loginInBackground(fetchToken: () => Promise<string>, deadline: Deadline): Promise<SessionRecord> {
    return this.begin(new LoginAttempt(null), deadline, async (attempt) => {
      const token = await fetchToken();
      return this.open(attempt, token, deadline);
    });
  }

  /** Cancels the running login because the user has logged out. */
  cancelForLogout(): void {
    if (this.attempt) this.attempt.loggedOut = true;
    this.cancel("logout() was called while it ran");
  }

  /**
   * Cancels a background login because another tab has logged in or out.
   * @param loggedOut - whether that tab has logged out, so that the token must be ended as well.
   */
  cancelBackground(loggedOut: boolean): void {
    if (this.attempt?.identity !== null) return;
    this.attempt.loggedOut = loggedOut;
    this.cancel(`another tab has logged ${loggedOut ? "out" : "in"}`);
  }

  /** Cancels the running login. Its promise rejects immediately. */
  cancel(why: string): void {
    this.attempt?.cancel(loginCancelled(why));
    this.attempt = null;
  }

  /** Waits for the running login, if any. Never rejects. */
  async settled(): Promise<void> {
    await this.attempt?.result.catch(() => undefined);
  }

  /**
   * Shares the session of a running login of the same user, for example when React's strict mode
   * runs an effect twice and each run has its own token. The spare token is ended on the server. If
   * the running login fails, this one is tried unless both are the same login or it was cancelled;
   * if the running one times out, this one is tried in any case, as long as it has time left.
   */
  private async join(
    running: LoginAttempt,
    identity: LoginIdentity,
    deadline: Deadline,
  ): Promise<SessionRecord> {
    const { token } = identity;
    try {
      const session = await running.result;
      if (token !== null && token !== session.token) this.api.discard(token);
      return session;
    } catch (error) {
      const timedOut = (error as ParleyException).code === ErrorCode.TIMEOUT;
      const isShared = running.isCancelled || running.identity?.equals(identity);
      if (timedOut ? !deadline.isOver : !isShared) return this.login(identity, deadline);
      if (token !== null && running.loggedOut) this.api.discard(token);
      throw error;
    }
  }

  private begin(
    attempt: LoginAttempt,
    deadline: Deadline,
    work: (attempt: LoginAttempt) => Promise<SessionRecord>,
  ): Promise<SessionRecord> {
    this.attempt = attempt;
    const done = deadline.bound(attempt.orCancelled(work(attempt)), () =>
      attempt.cancel(loginCancelled("timeout")),
    );
    attempt.result = this.announce(attempt, done, deadline);
    return attempt.result;
  }

  /** Allows the next login before listeners receive the result of this one. */
  private async announce(
    attempt: LoginAttempt,
    done: Promise<SessionRecord>,
    deadline: Deadline,
  ): Promise<SessionRecord> {
    try {
      const session = await done;
      await deadline.bound(attempt.stored).catch(() => undefined);
      attempt.throwIfCancelled();
      this.release(attempt);
      this.listeners.loginSuccess(session);
      return session;
    } catch (error) {
      this.release(attempt);
      this.listeners.loginFailure(error as ParleyException);
      throw error;
    }
  }

  private release(attempt: LoginAttempt): void {
    if (this.attempt === attempt) this.attempt = null;
  }

  private async logIn(
    attempt: LoginAttempt,
    identity: LoginIdentity,
    deadline: Deadline,
  ): Promise<SessionRecord> {
    const { current } = this.state;
    if (current && identity.owns(current)) {
      const resumed = await this.resume(attempt, current, identity, deadline);
      if (resumed) return resumed;
    }
    const { uid, secret } = identity;
    const token = uid === null ? secret : await this.api.createToken(uid, secret, deadline);
    return this.open(attempt, token, deadline);
  }

  /** Continues the current session if it is alive; null if a new one must be opened. */
  private async resume(
    attempt: LoginAttempt,
    current: SessionRecord,
    identity: LoginIdentity,
    deadline: Deadline,
  ): Promise<SessionRecord | null> {
    try {
      const user = await this.api.openSession(current.token, deadline);
      attempt.throwIfCancelled();
      // Another tab may have logged in or out meanwhile.
      if (this.state.current?.token !== current.token) return null;
      attempt.stored = this.state.refresh(current.token, user);
      return { token: current.token, user };
    } catch (error) {
      const reason = sessionEndReason(error);
      attempt.throwIfCancelled();
      if (!reason) throw error;
      if (this.state.current?.token === current.token) this.state.end(reason);
      if (identity.token !== null) throw error;
      return null;
    }
  }

  /** Opens a session with a token and makes it the current one. */
  private async open(
    attempt: LoginAttempt,
    token: string,
    deadline: Deadline,
  ): Promise<SessionRecord> {
    const { identity } = attempt;
    try {
      attempt.throwIfCancelled();
      const user = await this.api.openSession(token, deadline);
      attempt.throwIfCancelled();
      await this.leave(attempt, { token, user }, deadline);
      attempt.stored = this.state.start({ token, user });
      return { token, user };
    } catch (error) {
      // A token that the SDK created, or that a provider returned too late, is not used elsewhere.
      const isUnneeded = identity ? identity.token === null : attempt.isCancelled;
      if ((isUnneeded || attempt.loggedOut) && !this.isInUse(token)) this.api.discard(token);
      throw error;
    }
  }

  /**
   * Leaves the current session for a new valid one. The session of another user is ended on the
   * server first; if that fails, nothing changes. An older token of the same user is ended in the
   * background.
   */
  private async leave(
    attempt: LoginAttempt,
    next: SessionRecord,
    deadline: Deadline,
  ): Promise<void> {
    const { current } = this.state;
    if (!current || current.token === next.token) return;
    if (current.user.uid === next.user.uid) return this.api.discard(current.token);
    await this.api.endSession(current.token, deadline);
    if (this.state.current?.token === current.token) this.state.end("switched");
    attempt.throwIfCancelled();
  }

  /** Whether a token belongs to the current session or to a running login. */
  private isInUse(token: string): boolean {
    return token === this.state.current?.token || token === this.attempt?.identity?.token;
  }
}
