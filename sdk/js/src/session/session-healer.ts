import type { Environment } from "../environment.js";
import { tokenProviderFailed } from "../errors/client-errors.js";
import { Deadline } from "../http/deadline.js";
import { headerText } from "../http/request.js";
import type { TokenProvider } from "../settings/app-settings.js";
import type { ResolvedSettings } from "../settings/resolve-settings.js";
import { BackOff } from "./back-off.js";
import type { LogoutReason } from "./login-listener.js";
import type { LoginService } from "./login-service.js";
import { sessionEndReason } from "./session-end.js";
import type { SessionState } from "./session-state.js";

/**
 * Ends sessions that the server has refused and, if the app has a token provider, logs in again,
 * once for each session that ends. The first login is immediate; if sessions keep ending, each
 * login waits longer than the previous one.
 */
export class SessionHealer {
  private readonly backOff: BackOff;
  private cancelWait: () => void = () => undefined;

  constructor(
    private readonly env: Environment,
    private readonly settings: () => ResolvedSettings,
    private readonly state: SessionState,
    private readonly login: LoginService,
  ) {
    this.backOff = new BackOff(env);
  }

  /**
   * Handles a failed call with this token. If the error means that the token is dead, ends the
   * session and starts the new login. Settles by the deadline. Never rejects.
   */
  async callFailed(token: string, error: unknown, deadline: Deadline): Promise<void> {
    const reason = sessionEndReason(error);
    if (reason) await deadline.bound(this.tokenRefused(token, reason)).catch(() => undefined);
  }

  /**
   * Handles the end of a session that the server has reported. Waits for a running login first,
   * which may have ended the session itself and knows the reason better. Never rejects.
   */
  async sessionEnded(token: string, reason: LogoutReason): Promise<void> {
    await this.loginSettled();
    await this.tokenRefused(token, reason);
  }

  /** Waits for the login that is running, if any; never rejects. */
  loginSettled(): Promise<void> {
    return this.login.settled();
  }

  private async tokenRefused(token: string, reason: LogoutReason): Promise<void> {
    const ended = await this.state.replaceDead(token, reason);
    if (!ended || reason === "logout" || !this.settings().tokenProvider) return;
    const wait = this.backOff.next();
    if (wait === 0) this.logInAgain();
    else this.cancelWait = this.env.after(wait, () => this.logInAgain(), true);
  }

  /** Cancels a login that is waiting for its delay. */
  cancel(): void {
    this.cancelWait();
  }

  private logInAgain(): void {
    const { tokenProvider, timeout } = this.settings();
    // A listener may have logged a user in already.
    if (!tokenProvider || this.state.current || this.login.busy) return;
    this.login
      .loginInBackground(() => askFor(tokenProvider), new Deadline(this.env, timeout))
      .catch(() => undefined); // The listeners have been notified.
  }
}

async function askFor(tokenProvider: TokenProvider): Promise<string> {
  let token: unknown;
  try {
    token = await tokenProvider();
  } catch {
    throw tokenProviderFailed(); // Without the app's own error, which might hold a secret.
  }
  return headerText(token, "setTokenProvider(): token");
}
