import { missingParameter } from "./errors/client-errors.js";

/** Listeners of the app, by the id it gave them. They outlive init(). */
export class Listeners<Callbacks extends object> {
  private readonly listeners = new Map<string, Callbacks>();

  /** @param kind - what they are called, for example `LoginListener`. */
  constructor(private readonly kind: string) {}

  /** A second listener with the same id replaces the first. Throws MISSING_PARAMETERS. */
  add(id: string, listener: Callbacks): void {
    if (!id || typeof id !== "string" || typeof listener !== "object" || listener === null) {
      throw missingParameter(`add${this.kind}() needs an id and a ${this.kind}.`);
    }
    this.listeners.set(id, listener);
  }

  remove(id: string): void {
    this.listeners.delete(id);
  }

  /** A listener that throws must break neither the SDK nor the other listeners. */
  protected notify(call: (listener: Callbacks) => void): void {
    for (const listener of [...this.listeners.values()]) {
      try {
        call(listener);
      } catch (error) {
        console.error(`A ${this.kind} of the app has thrown:`, error);
      }
    }
  }
}
