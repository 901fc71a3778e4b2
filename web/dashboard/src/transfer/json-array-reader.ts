import { JsonNesting } from "./json-nesting";
import { JsonWrapper } from "./json-wrapper";

/** The text of one element of a JSON array. */
export interface JsonElement {
  /** The position in the array, counted from 1. Not the line: an array may be on one line. */
  entry: number;
  text: string;
  /** The file ended before its JSON did. */
  unclosed?: true;
}

interface Options {
  /** The array is a field of an object. */
  isWrapped: boolean;
}

/**
 * Splits a JSON array, in chunks of any length, into the texts of its elements. Skips text before
 * it, or the other fields of an object around it. Other text after it counts as an element. Does not
 * check that the elements are valid JSON.
 */
export class JsonArrayReader {
  readonly #wrapper: JsonWrapper | undefined;
  #count = 0;
  #isOpen = false;
  #isClosed = false;
  #element: JsonElement | undefined;
  #nesting = new JsonNesting();

  constructor({ isWrapped }: Options) {
    if (isWrapped) this.#wrapper = new JsonWrapper();
  }

  /** @throws FileProblem if the array is in an object that cannot be read as a list of users. */
  push(text: string): JsonElement[] {
    const elements: JsonElement[] = [];
    for (const character of text) {
      if (!this.#isOpen) {
        this.#isOpen = this.#wrapper?.startsList(character) ?? character === "[";
      } else if (this.#isEnd(character)) {
        elements.push(...this.#take());
        if (character === "]") this.#close();
      } else if (this.#element || /\S/.test(character)) {
        this.#element ??= this.#next();
        this.#element.text += character;
        this.#nesting.follow(character);
      }
    }
    return elements;
  }

  /** Returns what is left at the end of the file. Throws like push(). */
  end(): JsonElement[] {
    const isComplete = this.#wrapper?.end() ?? true;
    if (this.#isClosed && isComplete) return this.#take();
    return [{ ...(this.#element ?? this.#next()), unclosed: true }];
  }

  #next(): JsonElement {
    this.#count += 1;
    return { entry: this.#count, text: "" };
  }

  #isEnd(character: string): boolean {
    const { depth, isInString } = this.#nesting;
    return !isInString && depth === 0 && /[,\]]/.test(character);
  }

  #close(): void {
    this.#isClosed = true;
    // Text after the array is then the wrapper's.
    if (this.#wrapper) this.#isOpen = false;
  }

  /** The completed element; none between a trailing comma and the end of the array. */
  #take(): JsonElement[] {
    const element = this.#element;
    this.#element = undefined;
    return element ? [element] : [];
  }
}
