/** Follows JSON text, one character at a time, through strings, objects and arrays. */
export class JsonNesting {
  /** How many objects and arrays are open. */
  depth = 0;
  #state: "plain" | "string" | "escape" = "plain";

  get isInString(): boolean {
    return this.#state !== "plain";
  }

  follow(character: string): void {
    if (this.#state === "escape") this.#state = "string";
    else if (this.#state === "string") {
      if (character === "\\") this.#state = "escape";
      else if (character === '"') this.#state = "plain";
    } else if (character === '"') this.#state = "string";
    else if (/[[{]/.test(character)) this.depth += 1;
    else if (/[\]}]/.test(character)) this.depth -= 1;
  }
}
