import { missingParameter } from "./errors/client-errors.js";

/**
 * Returns a string argument, trimmed. Throws MISSING_PARAMETERS if it is empty or not a string.
 * @param name - the method and its parameter: `getUser(): uid`.
 */
export function requiredText(value: unknown, name: string): string {
  const text = typeof value === "string" ? value.trim() : "";
  if (!text) throw missingParameter(`${name} must be a non-empty string.`);
  return text;
}

/** Whether the value is a list of non-empty strings. */
export function isTextList(value: unknown): value is string[] {
  return (
    Array.isArray(value) && value.every((item) => typeof item === "string" && item.trim() !== "")
  );
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
