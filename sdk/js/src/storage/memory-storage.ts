import type { SessionStorage } from "./session-storage.js";

/** Keeps the session for as long as the page or the process lives. */
export class MemoryStorage implements SessionStorage {
  private readonly items = new Map<string, string>();

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.items.delete(key);
  }
}
