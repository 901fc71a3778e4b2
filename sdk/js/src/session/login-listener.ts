import type { ParleyException } from "../errors/parley-exception.js";
import type { User } from "../users/user.js";

/** Why a session has ended. */
export type LogoutReason =
  /** logout() was called, here or wherever else the token is used. */
  | "logout"
  /** login() was called for somebody else, here or in another tab. */
  | "switched"
  /**
   * The server does not know the token any more: it was revoked, or ended for one of the other
   * reasons while there was no realtime connection to tell which.
   */
  | "revoked"
  /** The token is past its lifetime, or was not used for too long. */
  | "expired"
  /** The user was deactivated. */
  | "deactivated"
  /** The user was deleted. */
  | "deleted"
  /** The user has logged in on so many devices that the oldest session had to end. */
  | "limit";

/** What logoutSuccess receives. */
export interface LogoutEvent {
  readonly reason: LogoutReason;
}

export interface LoginListenerCallbacks {
  /**
   * Somebody is logged in: by login(), by the token provider, or in another tab. Not called for a
   * session that was there at init(): ask getLoggedinUser().
   */
  loginSuccess?(user: User): void;
  /** login(), or the log-in with the token provider, has failed. */
  loginFailure?(error: ParleyException): void;
  /** Nobody is logged in any more. Called once for each session that ends, whatever ended it. */
  logoutSuccess?(event: LogoutEvent): void;
  /** logout() has rejected. */
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
