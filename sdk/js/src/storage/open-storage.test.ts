import { expect, it } from "vitest";
import { systemEnvironment } from "../environment.js";
import { MemoryStorage } from "./memory-storage.js";
import { openStorage } from "./open-storage.js";
import { StorageMode } from "./storage-mode.js";

const [local, session, memory, own] = Array.from({ length: 4 }, () => new MemoryStorage());
const browser = {
  ...systemEnvironment(),
  platform: "web" as const,
  webStorage: (name: string) => (name === "localStorage" ? local! : session!),
};

it.each([
  ["LOCAL in a browser", browser, StorageMode.LOCAL, local, true],
  ["SESSION in a browser", browser, StorageMode.SESSION, session, false],
  ["MEMORY in a browser", browser, StorageMode.MEMORY, memory, false],
  ["a storage of the app in a browser", browser, own!, own, true],
  ["a storage of the app in Node", systemEnvironment(), own!, own, false],
  ["LOCAL in Node", systemEnvironment(), StorageMode.LOCAL, memory, false],
  ["SESSION in Node", systemEnvironment(), StorageMode.SESSION, memory, false],
])("%s", (_, env, mode, storage, shared) => {
  const opened = openStorage(env, mode, memory!);
  expect(opened.storage).toBe(storage);
  expect(opened.shared).toBe(shared);
});
