import { notLoggedIn } from "../errors/client-errors.js";
import type { Deadline } from "../http/deadline.js";
import type { ApiRequest } from "../http/request.js";
import type { Transport } from "../http/transport.js";
import type { SessionHealer } from "./session-healer.js";
import type { SessionState } from "./session-state.js";

/** Sends calls as the logged-in user, and notices when the server refuses the session. */
export class AuthenticatedCalls {
  constructor(
    private readonly transport: Transport,
    private readonly state: SessionState,
    private readonly healer: SessionHealer,
  ) {}

  /**
   * Rejects as Transport.send() does, or with USER_NOT_LOGGED_IN. If it rejects because the
   * session is dead, the session has been ended here as well.
   */
  async send<T>(request: Omit<ApiRequest<T>, "credential">, deadline: Deadline): Promise<T> {
    const session = this.state.current;
    if (!session) throw notLoggedIn();
    const credential = { authToken: session.token };
    try {
      return await this.transport.send({ ...request, credential }, deadline);
    } catch (error) {
      await this.healer.callFailed(session.token, error, deadline);
      throw error;
    }
  }
}
