import type { ParleyException } from "../errors/parley-exception.js";
import type { User } from "../users/user.js";

/** Why a session ended. */
export type LogoutReason =
  /** logout() was called, here or anywhere else the token is used. */
  | "logout"
  /** login() was called for another user, here or in another tab. */
  | "switched"
  /**
   * The server no longer knows the token: it was revoked, or it ended for another reason while
   * there was no realtime connection to report it.
   */
  | "revoked"
  /** The lifetime or the idle timeout of the token has passed. */
  | "expired"
  /** The user was deactivated. */
  | "deactivated"
  /** The user was deleted. */
  | "deleted"
  /** The user exceeded the maximum number of sessions, so the oldest one was ended. */
  | "limit";

/** The argument of logoutSuccess. */
export interface LogoutEvent {
  readonly reason: LogoutReason;
}

export interface LoginListenerCallbacks {
  /**
   * A user was logged in, by login(), the token provider or another tab. Not called for the session
   * restored by init(): use getLoggedinUser() for that.
   */
  loginSuccess?(user: User): void;
  /** login() or a login with the token provider failed. */
  loginFailure?(error: ParleyException): void;
  /** The user was logged out. Called once for each session that ends, for whatever reason. */
  logoutSuccess?(event: LogoutEvent): void;
  /** logout() rejected. */
  logoutFailure?(error: ParleyException): void;
}

/** Receives logins and logouts; see addLoginListener(). */
export class LoginListener implements LoginListenerCallbacks {
  loginSuccess?: (user: User) => void;
  loginFailure?: (error: ParleyException) => void;
  logoutSuccess?: (event: LogoutEvent) => void;
  logoutFailure?: (error: ParleyException) => void;

  /** @param callbacks - any of the four. */
  constructor(callbacks: LoginListenerCallbacks = {}) {
    Object.assign(this, callbacks);
  }
}
