import { useState } from "react";

const PREFIX = "parley-dashboard:";

/** What was kept in this browser under the name; undefined where nothing can be or was. */
export function readStored(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value in this browser; `undefined` forgets it. Browsers that refuse lose it with the page. */
export function writeStored(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // What is kept here is a convenience only.
  }
}

/** A state that this browser keeps. `parse` answers undefined for what is not such a value. */
export function useStored<Value>(name: string, parse: (stored: unknown) => Value | undefined) {
  const [value, setValue] = useState<Value | undefined>(() => parse(readStored(name)));
  const store = (next: Value | undefined) => {
    writeStored(name, next);
    setValue(next);
  };
  return [value, store] as const;
}
