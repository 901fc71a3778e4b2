import type { Deadline } from "../http/deadline.js";
import type { SessionApi } from "./session-api.js";
import { sessionEndReason } from "./session-end.js";
import type { SessionHealer } from "./session-healer.js";
import type { SessionState } from "./session-state.js";

/** Asks the server whether the stored session is alive. */
export class SessionVerifier {
  private running: Promise<void> | null = null;

  constructor(
    private readonly api: SessionApi,
    private readonly state: SessionState,
    private readonly healer: SessionHealer,
  ) {}

  /**
   * Checks an unverified session. Settles when it is known to be alive, has been ended, or could
   * not be checked because the server did not respond. Never rejects.
   */
  verify(deadline: Deadline): Promise<void> {
    this.running ??= this.check(deadline).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /**
   * Checks a session again, even if it was verified before.
   * @returns whether it is alive; null if the server did not respond. A dead session has been
   * ended.
   */
  async recheck(token: string, deadline: Deadline): Promise<boolean | null> {
    await this.healer.loginSettled(); // The login may be about to end this session itself.
    return this.ask(token, deadline);
  }

  private async check(deadline: Deadline): Promise<void> {
    const session = this.state.current;
    if (session && !session.verified) await this.ask(session.token, deadline);
  }

  private async ask(token: string, deadline: Deadline): Promise<boolean | null> {
    try {
      await this.state.refresh(token, await this.api.openSession(token, deadline));
      return true;
    } catch (error) {
      await this.healer.callFailed(token, error, deadline);
      return sessionEndReason(error) ? false : null;
    }
  }
}
