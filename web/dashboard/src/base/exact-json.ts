import { replaceRoundedNumbers } from "./rounded-number";

// Marks the texts that stand for numbers. Made up at random, so that no text of a user begins so.
const MARK = `number ${Math.random()}:`;
const MARKED = new RegExp(`"${MARK}([^"]*)"`, "g");

/** JSON.parse() for what stringifyExactly() writes: a number that JavaScript would round is a text. */
export function parseExactly(json: string): unknown {
  return JSON.parse(replaceRoundedNumbers(json, (number) => `"${MARK}${number}"`));
}

/** JSON.stringify() that writes each number as it stood in the text that parseExactly() read. */
export function stringifyExactly(value: unknown): string {
  return JSON.stringify(value).replace(MARKED, "$1");
}
