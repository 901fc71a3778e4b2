import type { ParleyException } from "../errors/parley-exception.js";
import type { Deadline } from "../http/deadline.js";
import type { LoginListeners } from "./login-listeners.js";
import type { LoginService } from "./login-service.js";
import type { SessionApi } from "./session-api.js";
import type { SessionHealer } from "./session-healer.js";
import type { SessionState } from "./session-state.js";

/** The result of logout(). */
export interface LogoutResult {
  readonly message: string;
}

/** Logs the user out: on this device immediately, then on the server. */
export class LogoutService {
  constructor(
    private readonly api: SessionApi,
    private readonly state: SessionState,
    private readonly login: LoginService,
    private readonly healer: SessionHealer,
    private readonly listeners: LoginListeners,
  ) {}

  /**
   * When this returns, the session has been removed and the call to the server sent, so a redirect
   * may follow. The promise settles with the server's response.
   */
  async logout(deadline: Deadline): Promise<LogoutResult> {
    this.healer.cancel();
    this.login.cancelForLogout();
    const session = this.state.current;
    const dropped = this.state.drop("logout");
    const ended = session ? this.api.endSession(session.token, deadline) : Promise.resolve();
    if (session) this.listeners.logoutSuccess("logout");
    try {
      await ended;
    } catch (error) {
      this.listeners.logoutFailure(error as ParleyException);
      throw error;
    }
    await deadline.bound(dropped).catch(() => undefined);
    return { message: "Logout completed successfully" };
  }
}
