/** What a {@link ParleyException} knows beyond its message. */
export interface ErrorDetails {
  /** What a developer can do about it, in the server's words. */
  readonly devMessage?: string;
  /** For a refused field: its name and the reasons. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** HTTP status of the answer. */
  readonly status?: number;
  /** The server's id for this request: quote it when you ask the operator. */
  readonly requestId?: string;
  /** Seconds to wait before trying again, when the server names them. */
  readonly retryAfter?: number;
  /** What the browser or Node said, word for word, when no answer came. */
  readonly platformError?: string;
}

/**
 * The one type every call of the SDK rejects with. `code` is stable and meant for programs,
 * `message` is meant for people. Neither ever holds a key or a token.
 */
export class ParleyException extends Error {
  /** A stable code: one of ErrorCode, or the server's. */
  readonly code: string;
  readonly details: ErrorDetails;
  /** The error of the browser or of Node behind this one, if there is one. */
  readonly cause?: unknown;

  constructor(code: string, message: string, details: ErrorDetails = {}, cause?: unknown) {
    super(message);
    this.name = "ParleyException";
    this.code = code;
    this.details = details;
    if (cause !== undefined) this.cause = cause;
  }

  /** All that is worth logging; an Error alone would print as `{}`. */
  toJSON(): { code: string; name: string; message: string; details: ErrorDetails } {
    return { code: this.code, name: this.name, message: this.message, details: this.details };
  }
}
