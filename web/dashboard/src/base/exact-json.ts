import { replaceRoundedNumbers } from "./rounded-number";

// Marks strings that stand for numbers. Random, so that no string from a user starts with it.
const MARK = `number ${Math.random()}:`;
const MARKED = new RegExp(`"${MARK}([^"]*)"`, "g");

/** Like JSON.parse(), but keeps numbers that JavaScript would round as marked strings. */
export function parseExactly(json: string): unknown {
  return JSON.parse(replaceRoundedNumbers(json, (number) => `"${MARK}${number}"`));
}

/** Like JSON.stringify(), but writes such numbers exactly as parseExactly() read them. */
export function stringifyExactly(value: unknown): string {
  return JSON.stringify(value).replace(MARKED, "$1");
}
