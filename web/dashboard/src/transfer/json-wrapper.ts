import { FileProblem } from "./file-problem";
import { JsonNesting } from "./json-nesting";
import { isListName } from "./json-shape";

/**
 * Follows a JSON object around a list of users, one character at a time: `{"data": [...]}`, as lists
 * of the API, or `{"users": [...]}`, with any other fields before or after the list. The elements of
 * the list are left to JsonArrayReader.
 */
export class JsonWrapper {
  readonly #nesting = new JsonNesting();
  readonly #names = new Set<string>();
  #isOpen = false;
  #hasList = false;
  /** The text of the name of a field. */
  #nameText = "";
  /** Undefined until the colon after it. */
  #name: string | undefined;

  /**
   * Whether the list of users starts with this character. If so, the next call is for the character
   * after the end of the list.
   * @throws FileProblem if the object is a user itself, has several lists, or is not the whole file.
   */
  startsList(character: string): boolean {
    const { depth, isInString } = this.#nesting;
    if (depth === 0) {
      if (this.#isOpen && /\S/.test(character)) throw new FileProblem("json-object");
    } else if (depth === 1 && !isInString) {
      if (character === ",") {
        this.#name = undefined;
        this.#nameText = "";
        return false;
      }
      if (character === ":") this.#name = this.#endName();
      if (character === "[" && isListName(this.#name)) {
        if (this.#hasList) throw new FileProblem("ambiguous-json");
        this.#hasList = true;
        return true;
      }
    }
    this.#nesting.follow(character);
    if (depth > 0 && this.#name === undefined) this.#nameText += character;
    this.#isOpen ||= this.#nesting.depth > 0;
    return false;
  }

  /**
   * Whether the object was complete at the end of the file.
   * @throws FileProblem if it has no list.
   */
  end(): boolean {
    if (!this.#hasList) throw new FileProblem("json-object");
    return this.#nesting.depth === 0;
  }

  #endName(): string {
    const name = parseName(this.#nameText);
    if (name === "uid") throw new FileProblem("json-object");
    if (this.#names.has(name)) throw new FileProblem("ambiguous-json");
    this.#names.add(name);
    return name;
  }
}

function parseName(text: string): string {
  try {
    // Parsed, because the same name can be written with other escapes.
    return String(JSON.parse(text));
  } catch {
    throw new FileProblem("json-object");
  }
}
