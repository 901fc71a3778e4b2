import { useState } from "react";

const PREFIX = "parley-dashboard:";

/** Reads a value stored in this browser; undefined if there is none or storage is unavailable. */
export function readStored(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** Stores a value in this browser; `undefined` removes it. Ignored if storage is unavailable. */
export function writeStored(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Stored values are only a convenience.
  }
}

/** State that is stored in this browser. `parse` returns undefined for invalid values. */
export function useStored<Value>(name: string, parse: (stored: unknown) => Value | undefined) {
  const [value, setValue] = useState<Value | undefined>(() => parse(readStored(name)));
  const store = (next: Value | undefined) => {
    writeStored(name, next);
    setValue(next);
  };
  return [value, store] as const;
}
