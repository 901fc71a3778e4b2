import { requiredText } from "./arguments.js";
import { missingParameter } from "./errors/client-errors.js";

/** The listeners of the app, by id. They are kept when init() is called again. */
export class Listeners<Callbacks extends object> {
  private readonly listeners = new Map<string, Callbacks>();

  /**
   * @param kind - the name of the type, for example `LoginListener`.
   * @param methods - the methods that a listener can have.
   */
  constructor(
    private readonly kind: string,
    private readonly methods: readonly (keyof Callbacks)[],
  ) {}

  /**
   * Adds a listener. A second one with the same id replaces the first. Throws MISSING_PARAMETERS.
   * @param listener - with at least one of the methods.
   */
  add(id: string, listener: Callbacks): void {
    const method = `add${this.kind}()`;
    requiredText(id, `${method}: id`);
    if (!this.methods.some((name) => typeof listener?.[name] === "function")) {
      throw missingParameter(`${method}: listener has none of ${this.methods.join("(), ")}().`);
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
