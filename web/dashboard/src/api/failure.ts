import { strings } from "../strings/failure";

interface Options {
  code: string;
  message: string;
  devMessage?: string | undefined;
  details?: Record<string, string[]> | undefined;
  status?: number | undefined;
  requestId?: string | undefined;
  retryAfter?: number | undefined;
}

/** A failed call: the server's error, or the reason why there was no response. */
export class Failure extends Error {
  readonly code: string;
  /** What a developer can do about it. */
  readonly devMessage: string | undefined;
  /** The reasons for each refused field. */
  readonly details: Record<string, string[]>;
  /** HTTP status; undefined if no server responded. */
  readonly status: number | undefined;
  /** The `x-request-id` of the response. */
  readonly requestId: string | undefined;
  /** Seconds to wait before trying again, if the server sent `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor(options: Options) {
    super(options.message);
    this.code = options.code;
    this.devMessage = options.devMessage;
    this.details = options.details ?? {};
    this.status = options.status;
    this.requestId = options.requestId;
    this.retryAfter = options.retryAfter;
  }

  /** Creates a Failure from an unsuccessful response. */
  static of(body: unknown, response: Response): Failure {
    const error = (body as { error?: Partial<Options> } | null | undefined)?.error;
    const retryAfter = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
    return new Failure({
      code: error?.code ?? "UNEXPECTED",
      message: error?.message ?? strings.unreadable(response.status),
      devMessage: error?.devMessage,
      details: error?.details,
      status: response.status,
      requestId: response.headers.get("x-request-id") ?? undefined,
      retryAfter: Number.isNaN(retryAfter) ? undefined : retryAfter,
    });
  }

  /** Converts anything thrown to a Failure. */
  static from(error: unknown): Failure {
    if (error instanceof Failure) return error;
    // fetch() throws a TypeError when no server responds.
    if (error instanceof TypeError) return Failure.unreachable();
    return new Failure({ code: "UNEXPECTED", message: String(error) });
  }

  /** The failure for a server that did not respond. */
  static unreachable(): Failure {
    return new Failure({
      code: "UNREACHABLE",
      message: strings.unreachable,
      devMessage: strings.unreachableAdvice,
    });
  }
}

/** Whether the call failed because the session has ended. */
export function isSessionEnd(failure: Failure): boolean {
  return failure.code === "AUTH_ERR_ADMIN_SESSION_NOT_FOUND";
}
