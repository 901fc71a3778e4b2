import type { Deadline } from "../http/deadline.js";
import type { SessionApi } from "./session-api.js";
import { sessionEndReason } from "./session-end.js";
import type { SessionHealer } from "./session-healer.js";
import type { SessionState } from "./session-state.js";

/** Asks the server whether the session that the storage kept still lives. */
export class SessionVerifier {
  private running: Promise<void> | null = null;

  constructor(
    private readonly api: SessionApi,
    private readonly state: SessionState,
    private readonly healer: SessionHealer,
  ) {}

  /**
   * Settles when the session is known to live or has been ended, or could not be checked for lack
   * of an answer. Does nothing for a session that is verified. Never rejects.
   */
  verify(deadline: Deadline): Promise<void> {
    this.running ??= this.check(deadline).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /**
   * Asks about a session that is in doubt although it was verified once.
   * @returns whether it lives; null if there was no answer. If it does not, it has been ended.
   */
  async recheck(token: string, deadline: Deadline): Promise<boolean | null> {
    await this.healer.loginSettled(); // It may be about to end this session itself.
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
