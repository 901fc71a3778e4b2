/**
 * Where the session is kept between two starts of the app. `localStorage` fits, and so does any
 * asynchronous store (React Native's AsyncStorage, a file, ...): give yours to
 * AppSettingsBuilder.setStorageMode(). A call that throws, rejects or hangs never breaks the SDK:
 * the session then lives in memory only.
 */
export interface SessionStorage {
  getItem(key: string): string | null | Promise<string | null>;
  setItem(key: string, value: string): void | Promise<void>;
  removeItem(key: string): void | Promise<void>;
}
