import { missingParameter } from "./errors/client-errors.js";

/**
 * Returns a string argument, trimmed. Throws MISSING_PARAMETERS with the message `need` if empty.
 */
export function requiredText(value: unknown, need: string): string {
  const text = typeof value === "string" ? value.trim() : "";
  if (!text) throw missingParameter(need);
  return text;
}
