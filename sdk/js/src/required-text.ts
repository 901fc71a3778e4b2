import { missingParameter } from "./errors/client-errors.js";

/** What an app passed as a text, trimmed. Throws MISSING_PARAMETERS, saying `need`, if it is none. */
export function requiredText(value: unknown, need: string): string {
  const text = typeof value === "string" ? value.trim() : "";
  if (!text) throw missingParameter(need);
  return text;
}
