import { missingParameter } from "./errors/client-errors.js";
import { isString } from "./json.js";

/**
 * Returns a string argument, trimmed. Throws MISSING_PARAMETERS if it is empty or not a string.
 * @param name - the method and its parameter: `getUser(): uid`.
 */
export function requiredText(value: unknown, name: string): string {
  const text = isString(value) ? value.trim() : "";
  if (!text) throw missingParameter(`${name} must be a non-empty string.`);
  return text;
}

/** Whether the value is a list of non-empty strings. */
export function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => isString(item) && item.trim());
}

/** Throws MISSING_PARAMETERS if an argument is set, but not to a list of strings. */
export function checkTextList(value: unknown, method: string): void {
  if (value !== undefined && !isTextList(value)) {
    throw missingParameter(`${method} needs a list of strings.`);
  }
}

/** Throws MISSING_PARAMETERS if an argument is set, but not to true or false. */
export function checkFlag(value: unknown, method: string): void {
  if (value !== undefined && typeof value !== "boolean") {
    throw missingParameter(`${method} needs true or false.`);
  }
}

/**
 * Throws MISSING_PARAMETERS if JSON would omit or change something in a value: a BigInt, a function,
 * NaN, a Map or a cycle, for example. Also for numbers beyond 2^53-1, which the server refuses.
 */
export function checkJson(value: unknown, name: string): void {
  try {
    // The replacer sees what toJSON() returns: a Date is a string.
    JSON.stringify(value, (_, item: unknown) => {
      if (!isKept(item)) throw item;
      return item;
    });
  } catch {
    throw missingParameter(`${name} must be JSON, with numbers up to 2^53-1.`);
  }
}

function isKept(item: unknown): boolean {
  // From 1e21 on, numbers have an exponent and are not identifiers.
  return typeof item === "number"
    ? Math.abs(item) <= Number.MAX_SAFE_INTEGER || /e\+/.test(String(item))
    : / (Object|Array|String|Boolean|Null|Undefined)]$/.test(Object.prototype.toString.call(item));
}
