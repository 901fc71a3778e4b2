import type { Environment } from "../environment.js";
import { isObject } from "../json.js";
import type { SessionStorage } from "../storage/session-storage.js";
import { parseRecord, type SessionRecord, writeRecord } from "./session-record.js";

/** How long callers wait for a storage that does not respond. */
const PATIENCE_MS = 2_000;

/**
 * Keeps the session in a storage that may be slow, full or inaccessible. Never rejects. Operations
 * run in call order, so a slow save can never undo a later clear. With a synchronous storage they
 * are done when the call returns.
 */
export class SessionStore {
  private readonly key: string;
  private busy: Promise<void> | null = null;

  constructor(
    private readonly env: Environment,
    private readonly storage: SessionStorage,
    private readonly appId: string,
    private readonly host: string,
  ) {
    this.key = `parley:${appId}:session`;
  }

  /** The stored session; null if there is none, undefined if the storage fails or is too slow. */
  async load(): Promise<SessionRecord | null | undefined> {
    const text = await this.attempt(() => this.storage.getItem(this.key));
    return text === false ? undefined : parseRecord(text, this.host);
  }

  /**
   * Stores a session. If the storage refuses it, an older copy of the same session stays, and any
   * other session is removed. If the storage is too slow, it may still store the session later.
   * @returns whether the session is now stored.
   */
  save(record: SessionRecord): Promise<boolean> {
    const text = writeRecord(record, this.host);
    return this.attempt(() =>
      done(
        () => this.storage.setItem(this.key, text),
        () => this.removeOther(record.token),
      ),
    );
  }

  /** Removes the stored session; resolves with whether it has been removed. */
  clear(): Promise<boolean> {
    return this.attempt(() => done(() => this.storage.removeItem(this.key)));
  }

  /**
   * The id of this device. Created by the first call and kept permanently if the storage allows.
   */
  async deviceId(): Promise<string> {
    const key = `parley:${this.appId}:device`;
    const known = await this.attempt(() => this.storage.getItem(key));
    if (known) return known;
    const id = this.newDeviceId();
    if (known !== false) await this.attempt(() => this.storage.setItem(key, id));
    return id;
  }

  private async removeOther(token: string): Promise<false> {
    const stored = parseRecord(await this.storage.getItem(this.key), this.host);
    if (stored?.token !== token) await this.storage.removeItem(this.key);
    return false;
  }

  private newDeviceId(): string {
    const digits = Array.from({ length: 32 }, () =>
      Math.floor(this.env.random() * 16).toString(16),
    );
    return digits.join("");
  }

  /** Runs an operation after previous ones; false if it fails or takes too long. */
  private attempt<T>(operation: () => T | Promise<T>): Promise<T | false> {
    if (this.busy) return this.queue(this.busy.then(operation));
    try {
      const result = operation();
      return isThenable(result) ? this.queue(Promise.resolve(result)) : Promise.resolve(result);
    } catch {
      return Promise.resolve(false);
    }
  }

  private queue<T>(running: Promise<T>): Promise<T | false> {
    const settled: Promise<void> = running.then(ignore, ignore).then(() => {
      if (this.busy === settled) this.busy = null;
    });
    this.busy = settled;
    return new Promise((resolve) => {
      const giveUp = this.env.after(PATIENCE_MS, () => resolve(false));
      running.then(resolve, () => resolve(false)).finally(giveUp);
    });
  }
}

function ignore(): void {}

function isThenable<T>(value: T | Promise<T>): value is Promise<T> {
  return isObject(value) && "then" in value;
}

/**
 * Returns true if the operation succeeds. Synchronous if the operation is.
 * @param onFailure - runs if the operation throws or rejects.
 */
function done(
  operation: () => void | Promise<void>,
  onFailure = async (): Promise<boolean> => false,
): boolean | Promise<boolean> {
  try {
    const result = operation();
    return isThenable(result) ? result.then(() => true, onFailure) : true;
  } catch {
    return onFailure();
  }
}
