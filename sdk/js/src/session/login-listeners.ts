import { missingParameter } from "../errors/client-errors.js";
import type { ParleyException } from "../errors/parley-exception.js";
import { toUser } from "../users/user.js";
import type { LoginListenerCallbacks, LogoutReason } from "./login-listener.js";
import type { SessionRecord } from "./session-record.js";

/** The listeners of the app, by the id it gave them. They outlive init(). */
export class LoginListeners {
  private readonly listeners = new Map<string, LoginListenerCallbacks>();

  /** A second listener with the same id replaces the first. */
  add(id: string, listener: LoginListenerCallbacks): void {
    if (!id || typeof id !== "string" || typeof listener !== "object" || listener === null) {
      throw missingParameter("addLoginListener() needs an id and a LoginListener.");
    }
    this.listeners.set(id, listener);
  }

  remove(id: string): void {
    this.listeners.delete(id);
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

  /** A listener that throws must break neither the SDK nor the other listeners. */
  private notify(call: (listener: LoginListenerCallbacks) => void): void {
    for (const listener of [...this.listeners.values()]) {
      try {
        call(listener);
      } catch (error) {
        console.error("A login listener of the app has thrown:", error);
      }
    }
  }
}
