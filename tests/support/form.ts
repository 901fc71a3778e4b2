/** Error messages next to the fields of dashboard forms. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import type { Answer } from "./client";

/** Waits until the message is shown next to a field, linked to it for screen readers. */
export async function says(field: Locator, reason: string): Promise<void> {
  // The form shows reasons with a capital first letter.
  await expect
    .poll(async () => (await beside(field)).toLowerCase())
    .toContain(reason.toLowerCase());
}

const beside = (field: Locator): Promise<string> =>
  field.evaluate((element) =>
    (element.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" "),
  );

/** Why the API refused a call: the reason for the one wrong field, or else the message. */
export function reasonOf({ error }: Answer): string {
  return Object.values(error.details ?? {})[0]?.[0] ?? error.message;
}
