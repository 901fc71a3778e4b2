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

  /** True while a login runs, whoever began it. */
  get busy(): boolean {
    return this.attempt !== null;
  }

  /**
   * Logs in. Joins a login of the same user that is running already, and rejects with
   * LOGIN_IN_PROGRESS if one of somebody else is.
   */
  login(identity: LoginIdentity, deadline: Deadline): Promise<SessionRecord> {
    const running = this.attempt;
    if (running?.identity) {
      return running.identity.isOfSameUser(identity)
        ? this.join(running, identity, deadline)
        : Promise.reject(loginInProgress());
    }
    running?.cancel(loginCancelled("another login has begun"));
    return this.begin(new LoginAttempt(identity), deadline, (attempt) =>
      this.logIn(attempt, identity, deadline),
    );
  }

  /** Logs in with a token that is yet to be fetched; any login() of the app takes precedence. */
  loginInBackground(fetchToken: () => Promise<string>, deadline: Deadline): Promise<SessionRecord> {
    return this.begin(new LoginAttempt(null), deadline, async (attempt) => {
      const token = await fetchToken();
      return this.open(attempt, token, deadline);
    });
  }

  /** Cancels the login that is running, because the user has logged out. */
  cancelForLogout(): void {
    if (this.attempt) this.attempt.loggedOut = true;
    this.cancel("logout() was called while it ran");
  }

  /**
   * Cancels a login in the background, because another tab has logged in or out.
   * @param loggedOut - true if nobody is to be logged in, so that its token ends as well.
   */
  cancelBackground(loggedOut: boolean): void {
    if (this.attempt?.identity !== null) return;
    this.attempt.loggedOut = loggedOut;
    this.cancel(`another tab has logged ${loggedOut ? "out" : "in"}`);
  }

  /** Cancels the login that is running. Its promise rejects at once. */
  cancel(why: string): void {
    this.attempt?.cancel(loginCancelled(why));
    this.attempt = null;
  }

  /** Waits for the login that is running, if any; never rejects. */
  async settled(): Promise<void> {
    await this.attempt?.result.catch(() => undefined);
  }

  /**
   * Shares the session of a login of the same user, as when React's strict mode runs an effect twice
   * and each run brings a token. The token that is left over ends on the server. If the other login
   * fails, this one has its turn, unless it is the same login; if the other one runs out of time, this
   * one has its turn in any case, as long as it has time left.
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

  /** Frees the way for the next login before any listener receives the result of this one. */
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

  /** Uses the session that is there, if it still lives; null if it has to be opened again. */
  private async resume(
    attempt: LoginAttempt,
    current: SessionRecord,
    identity: LoginIdentity,
    deadline: Deadline,
  ): Promise<SessionRecord | null> {
    try {
      const user = await this.api.openSession(current.token, deadline);
      attempt.throwIfCancelled();
      // Another tab may have logged out, or in, meanwhile.
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

  /** Makes a token the session. */
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
      // Nobody else needs a token that the SDK has made, or that a provider brings too late.
      const isUnneeded = identity ? identity.token === null : attempt.isCancelled;
      if ((isUnneeded || attempt.loggedOut) && !this.isInUse(token)) this.api.discard(token);
      throw error;
    }
  }

  /**
   * Makes room for a session that is known to be good. Somebody else's ends on the server first:
   * if that fails, nothing changes. An older token of the same user just ends.
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

  /** Whether a token is the session, or what a login that is running brings. */
  private isInUse(token: string): boolean {
    return token === this.state.current?.token || token === this.attempt?.identity?.token;
  }
}
