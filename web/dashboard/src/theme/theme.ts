import { readStored, writeStored } from "../base/stored";

export type Theme = "light" | "dark";

const dark = matchMedia("(prefers-color-scheme: dark)");
const watchers = new Set<() => void>();

/** The colours in use: those that the viewer chose in this browser, else those of the system. */
export function currentTheme(): Theme {
  const stored = readStored("theme");
  if (stored === "light" || stored === "dark") return stored;
  return dark.matches ? "dark" : "light";
}

/** Chooses the colours; choosing what the system says follows the system again. */
export function chooseTheme(theme: Theme): void {
  writeStored("theme", (theme === "dark") === dark.matches ? undefined : theme);
  applyTheme();
}

/** Brings the colours to the page, and keeps them with the system's. */
export function startTheme(): void {
  dark.addEventListener("change", applyTheme);
  applyTheme();
}

/** For useSyncExternalStore. */
export function watchTheme(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function applyTheme(): void {
  document.documentElement.dataset.theme = currentTheme();
  for (const watcher of watchers) watcher();
}
