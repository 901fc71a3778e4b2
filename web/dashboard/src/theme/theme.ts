import { readStored, writeStored } from "../base/stored";

export type Theme = "light" | "dark";

const dark = matchMedia("(prefers-color-scheme: dark)");
const watchers = new Set<() => void>();

/** The current theme: the one chosen in this browser, else that of the system. */
export function currentTheme(): Theme {
  const stored = readStored("theme");
  if (stored === "light" || stored === "dark") return stored;
  return dark.matches ? "dark" : "light";
}

/** Chooses a theme. Choosing the theme of the system follows the system from then on. */
export function chooseTheme(theme: Theme): void {
  writeStored("theme", (theme === "dark") === dark.matches ? undefined : theme);
  applyTheme();
}

/** Applies the theme to the page, and follows changes of the system's theme. */
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
