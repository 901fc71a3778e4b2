/** Details of a {@link ParleyException} beyond its message. */
export interface ErrorDetails {
  /** The server's advice for developers. */
  readonly devMessage?: string;
  /** The reasons for each refused field, by name. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** The HTTP status of the response. */
  readonly status?: number;
  /** The server's id for this request. Include it in support requests. */
  readonly requestId?: string;
  /** Seconds to wait before trying again, if the server sent them. */
  readonly retryAfter?: number;
  /** The error text of the browser or Node if there was no response. */
  readonly platformError?: string;
}

/**
 * The only type that calls of the SDK reject with. `code` is stable and meant for programs,
 * `message` is meant for people. Neither ever contains a key or a token.
 */
export class ParleyException extends Error {
  /** A stable code: one of ErrorCode, or the server's. */
  readonly code: string;
  readonly details: ErrorDetails;
  /** The error of the browser or Node that caused this one, if any. */
  readonly cause?: unknown;

  constructor(code: string, message: string, details: ErrorDetails = {}, cause?: unknown) {
    super(message);
    this.name = "ParleyException";
    this.code = code;
    this.details = details;
    if (cause !== undefined) this.cause = cause;
  }

  /** For logging: without it, JSON.stringify() would return `{}`. */
  toJSON(): { code: string; name: string; message: string; details: ErrorDetails } {
    return { code: this.code, name: this.name, message: this.message, details: this.details };
  }
}
