/** The text of one element of a JSON array. */
export interface JsonElement {
  /** The position in the array, counted from 1. Not the line: an array may be on one line. */
  entry: number;
  text: string;
  /** The file ended before the array did. */
  unclosed?: true;
}

interface Options {
  /** The array is a field of an object: text after it is skipped. */
  isWrapped: boolean;
}

/**
 * Splits a JSON array, in chunks of any length, into the texts of its elements. Skips text before
 * it. Text after it counts as an element, unless it is wrapped. Does not check that the elements
 * are valid JSON.
 */
export class JsonArrayReader {
  readonly #isWrapped: boolean;
  #count = 0;
  #isOpen = false;
  #isClosed = false;
  #element: JsonElement | undefined;
  #depth = 0;
  #state: "plain" | "string" | "escape" = "plain";

  constructor({ isWrapped }: Options) {
    this.#isWrapped = isWrapped;
  }

  push(text: string): JsonElement[] {
    const elements: JsonElement[] = [];
    for (const character of text) {
      if (this.#isClosed && this.#isWrapped) break;
      if (!this.#isOpen) {
        this.#isOpen = character === "[";
      } else if (this.#isEnd(character)) {
        this.#isClosed ||= character === "]";
        elements.push(...this.#take());
      } else if (this.#element || /\S/.test(character)) {
        this.#element ??= this.#next();
        this.#element.text += character;
        this.#follow(character);
      }
    }
    return elements;
  }

  /** Returns what is left at the end of the file. */
  end(): JsonElement[] {
    if (this.#isClosed) return this.#take();
    return [{ ...(this.#element ?? this.#next()), unclosed: true }];
  }

  #next(): JsonElement {
    this.#count += 1;
    return { entry: this.#count, text: "" };
  }

  #isEnd(character: string): boolean {
    return this.#state === "plain" && this.#depth === 0 && /[,\]]/.test(character);
  }

  /** The completed element; none between a trailing comma and the end of the array. */
  #take(): JsonElement[] {
    const element = this.#element;
    this.#element = undefined;
    return element ? [element] : [];
  }

  #follow(character: string): void {
    if (this.#state === "escape") this.#state = "string";
    else if (this.#state === "string") {
      if (character === "\\") this.#state = "escape";
      else if (character === '"') this.#state = "plain";
    } else if (character === '"') this.#state = "string";
    else if (/[[{]/.test(character)) this.#depth += 1;
    else if (/[\]}]/.test(character)) this.#depth -= 1;
  }
}
