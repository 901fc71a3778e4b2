/** What forms of the dashboard say about a field. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import type { Answer } from "./client";

/** Waits until this is said beside a field, where a screen reader finds it too. */
export async function says(field: Locator, reason: string): Promise<void> {
  // Reasons begin with a capital there.
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

/** Why the API refused a call: what it says of the one field that is wrong, or at all. */
export function reasonOf({ error }: Answer): string {
  return Object.values(error.details ?? {})[0]?.[0] ?? error.message;
}
