import type { Environment } from "../environment.js";
import type { SessionStorage } from "../storage/session-storage.js";
import { parseRecord, type SessionRecord, writeRecord } from "./session-record.js";

/** Callers wait this long for a storage that does not answer, then go on without it. */
const PATIENCE_MS = 2_000;

/**
 * Keeps the session in a storage that may be slow, full or forbidden. Never rejects. Operations
 * run in the order they were asked for, so a slow save can never undo a later clear; with a
 * synchronous storage they are done when the call returns.
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

  /** The stored session; null if there is none or the storage fails. */
  async load(): Promise<SessionRecord | null> {
    const text = await this.attempt(() => this.storage.getItem(this.key));
    return parseRecord(text ?? null, this.host);
  }

  /** @returns whether the session is now stored. If not, no older one is left in its place. */
  async save(record: SessionRecord): Promise<boolean> {
    const text = writeRecord(record, this.host);
    const saved = await this.attempt(() => done(() => this.storage.setItem(this.key, text)));
    if (saved !== true) await this.clear();
    return saved === true;
  }

  /** @returns whether the storage holds no session any more. */
  async clear(): Promise<boolean> {
    return (await this.attempt(() => done(() => this.storage.removeItem(this.key)))) === true;
  }

  /** The id of this device, made at the first call and kept for good where the storage allows. */
  async deviceId(): Promise<string> {
    const key = `parley:${this.appId}:device`;
    const known = await this.attempt(() => this.storage.getItem(key));
    if (typeof known === "string" && known) return known;
    const id = this.newDeviceId();
    await this.attempt(() => this.storage.setItem(key, id));
    return id;
  }

  private newDeviceId(): string {
    const digits = Array.from({ length: 32 }, () =>
      Math.floor(this.env.random() * 16).toString(16),
    );
    return digits.join("");
  }

  /** Runs an operation after those before it; undefined if it fails or takes too long. */
  private attempt<T>(operation: () => T | Promise<T>): Promise<T | undefined> {
    if (this.busy) return this.queue(this.busy.then(operation));
    try {
      const result = operation();
      return isThenable(result) ? this.queue(Promise.resolve(result)) : Promise.resolve(result);
    } catch {
      return Promise.resolve(undefined);
    }
  }

  private queue<T>(running: Promise<T>): Promise<T | undefined> {
    const settled: Promise<void> = running.then(ignore, ignore).then(() => {
      if (this.busy === settled) this.busy = null;
    });
    this.busy = settled;
    return new Promise((resolve) => {
      const giveUp = this.env.after(PATIENCE_MS, () => resolve(undefined));
      running.then(resolve, () => resolve(undefined)).finally(giveUp);
    });
  }
}

function ignore(): void {}

function isThenable<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof value === "object" && value !== null && "then" in value;
}

/** Turns "nothing thrown" into true, without waiting where there is nothing to wait for. */
function done(operation: () => void | Promise<void>): true | Promise<true> {
  const result = operation();
  return isThenable(result) ? result.then(() => true as const) : true;
}
