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

/** A call that failed, in the words of the server. */
export class Failure extends Error {
  readonly code: string;
  /** What to do about it, for a developer. */
  readonly devMessage: string | undefined;
  /** The refused fields, each with the reasons. */
  readonly details: Record<string, string[]>;
  /** HTTP status; undefined where no server answered. */
  readonly status: number | undefined;
  /** The `x-request-id` of the answer. */
  readonly requestId: string | undefined;
  /** Seconds to wait before trying again, where the server said so. */
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

  /** Reads the body of an answer that is not a success. */
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

  /** Whatever was thrown, as a Failure. */
  static from(error: unknown): Failure {
    if (error instanceof Failure) return error;
    // What fetch() throws.
    if (error instanceof TypeError) return Failure.unreachable();
    return new Failure({ code: "UNEXPECTED", message: String(error) });
  }

  /** No server answered. */
  static unreachable(): Failure {
    return new Failure({
      code: "UNREACHABLE",
      message: strings.unreachable,
      devMessage: strings.unreachableAdvice,
    });
  }
}

/** Whether the session that the call was made with is over. */
export function isSessionEnd(failure: Failure): boolean {
  return failure.code === "AUTH_ERR_ADMIN_SESSION_NOT_FOUND";
}
