/**
 * Stores the session between two starts of the app. `localStorage` has this interface, as has any
 * asynchronous store (React Native's AsyncStorage, a file, ...). Pass yours to
 * AppSettingsBuilder.setStorageMode(). If a call throws, rejects or hangs, the SDK continues with
 * the session in memory only.
 */
export interface SessionStorage {
  getItem(key: string): string | null | Promise<string | null>;
  setItem(key: string, value: string): void | Promise<void>;
  removeItem(key: string): void | Promise<void>;
}
