import type { Environment } from "../environment.js";
import { type Answer, unexpectedData } from "../http/answer.js";
import { Deadline } from "../http/deadline.js";
import { pathSegment } from "../http/request.js";
import type { Transport } from "../http/transport.js";
import { isObject } from "../json.js";
import { readOwnUser, type UserJson } from "../users/user-json.js";
import { SDK_VERSION } from "../version.js";
import { sessionEndReason } from "./session-end.js";

/** The time limit for ending a token in the background. */
const QUIET_LIMIT_MS = 10_000;

/** The calls of the wire contract that open, check and end a session. */
export class SessionApi {
  constructor(
    private readonly env: Environment,
    private readonly transport: Transport,
    private readonly deviceId: string,
  ) {}

  /**
   * Creates an auth token with a key: the first half of a login by Auth Key.
   * @param uid - in lower case.
   */
  createToken(uid: string, apiKey: string, deadline: Deadline): Promise<string> {
    return this.transport.send(
      {
        method: "POST",
        path: `/users/${pathSegment(uid)}/auth_tokens`,
        body: {},
        credential: { apikey: apiKey },
        read: (answer) => readToken(answer, uid),
      },
      deadline,
    );
  }

  /** Opens the session of a token on this device, and returns its user. */
  openSession(authToken: string, deadline: Deadline): Promise<UserJson> {
    const { origin, platform } = this.env;
    return this.transport.send(
      {
        method: "PUT",
        path: "/me",
        body: {
          platform,
          deviceId: this.deviceId,
          appInfo: { sdk: "parley-js", version: SDK_VERSION, ...(origin ? { origin } : {}) },
        },
        credential: { authToken },
        read: (answer) => readOwnUser(answer, authToken),
      },
      deadline,
    );
  }

  /** Ends the token on the server, even if the page is closed. Resolves if it is already dead. */
  async endSession(authToken: string, deadline: Deadline): Promise<void> {
    try {
      await this.transport.send(
        {
          method: "DELETE",
          path: "/me",
          credential: { authToken },
          keepalive: true,
          read: () => undefined,
        },
        deadline,
      );
    } catch (error) {
      if (!sessionEndReason(error)) throw error;
    }
  }

  /** Ends an unused token in the background. If that fails, it stays valid until it expires. */
  discard(authToken: string): void {
    this.endSession(authToken, new Deadline(this.env, QUIET_LIMIT_MS)).catch(() => undefined);
  }
}

function readToken({ data }: Answer, uid: string): string {
  const token = isObject(data) && data.uid === uid ? data.authToken : undefined;
  if (typeof token !== "string" || !/^[\x21-\x7e]+$/.test(token)) {
    throw unexpectedData(`auth token for ${uid}`);
  }
  return token;
}
