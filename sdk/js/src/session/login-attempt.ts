import type { ParleyException } from "../errors/parley-exception.js";
import type { LoginIdentity } from "./login-identity.js";
import type { SessionRecord } from "./session-record.js";

/** A running login. Once cancelled, its result no longer changes who is logged in. */
export class LoginAttempt {
  result!: Promise<SessionRecord>;
  /** Settles when the session has been stored. Never rejects. */
  stored: Promise<void> = Promise.resolve();
  /** True if logout() cancelled it: then even a token provided by the app must be ended. */
  loggedOut = false;
  private cancellation: ParleyException | null = null;
  private rejectCancelled!: (error: ParleyException) => void;
  private readonly cancelled = new Promise<never>((_, reject) => {
    this.rejectCancelled = reject;
  });

  /** @param identity - null for a login by the SDK itself, which any other login cancels. */
  constructor(readonly identity: LoginIdentity | null) {
    this.cancelled.catch(() => undefined);
  }

  get isCancelled(): boolean {
    return this.cancellation !== null;
  }

  cancel(error: ParleyException): void {
    this.cancellation ??= error;
    this.rejectCancelled(error);
  }

  throwIfCancelled(): void {
    if (this.cancellation) throw this.cancellation;
  }

  /** Settles as the work does, or rejects as soon as the attempt is cancelled. */
  orCancelled<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.cancelled]);
  }
}
