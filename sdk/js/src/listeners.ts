import { missingParameter } from "./errors/client-errors.js";

/** The listeners of the app, by id. They are kept when init() is called again. */
export class Listeners<Callbacks extends object> {
  private readonly listeners = new Map<string, Callbacks>();

  /** @param kind - the name of the type, for example `LoginListener`. */
  constructor(private readonly kind: string) {}

  /**
   * Adds a listener. A second one with the same id replaces the first. Throws MISSING_PARAMETERS.
   */
  add(id: string, listener: Callbacks): void {
    if (!id || typeof id !== "string" || typeof listener !== "object" || listener === null) {
      throw missingParameter(`add${this.kind}() needs an id and a ${this.kind}.`);
    }
    this.listeners.set(id, listener);
  }

  remove(id: string): void {
    this.listeners.delete(id);
  }

  /** Calls all listeners. One that throws does not affect the SDK or the others. */
  protected notify(call: (listener: Callbacks) => void): void {
    for (const listener of [...this.listeners.values()]) {
      try {
        call(listener);
      } catch (error) {
        console.error(`A ${this.kind} of the app threw:`, error);
      }
    }
  }
}
