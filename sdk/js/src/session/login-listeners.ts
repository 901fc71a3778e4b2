import type { ParleyException } from "../errors/parley-exception.js";
import { Listeners } from "../listeners.js";
import { toUser } from "../users/user.js";
import type { LoginListenerCallbacks, LogoutReason } from "./login-listener.js";
import type { SessionRecord } from "./session-record.js";

/** Notifies the app of logins and logouts. */
export class LoginListeners extends Listeners<LoginListenerCallbacks> {
  constructor() {
    super("LoginListener", ["loginSuccess", "loginFailure", "logoutSuccess", "logoutFailure"]);
  }

  loginSuccess(session: SessionRecord): void {
    const { token, user } = session;
    this.notify((listener) => listener.loginSuccess?.(toUser(user, { authToken: token })));
  }

  loginFailure(error: ParleyException): void {
    this.notify((listener) => listener.loginFailure?.(error));
  }

  logoutSuccess(reason: LogoutReason): void {
    this.notify((listener) => listener.logoutSuccess?.({ reason }));
  }

  logoutFailure(error: ParleyException): void {
    this.notify((listener) => listener.logoutFailure?.(error));
  }
}
