import { describe, expect, it } from "vitest";
import { systemEnvironment } from "../environment.js";
import { MemoryStorage } from "../storage/memory-storage.js";
import type { SessionStorage } from "../storage/session-storage.js";
import { SessionStore } from "./session-store.js";

const HOST = "https://chat.example.com/v3";
const RECORD = { token: "t", user: { uid: "andrew" } };
const KEY = "parley:my-app:session";

function open(storage: SessionStorage, after = systemEnvironment().after): SessionStore {
  return new SessionStore({ ...systemEnvironment(), after }, storage, "my-app", HOST);
}

describe("SessionStore", () => {
  it("is done when the call returns, with a synchronous storage", () => {
    const storage = new MemoryStorage();
    const store = open(storage);
    void store.save(RECORD);
    expect(storage.getItem(KEY)).toContain("andrew");
    void store.clear();
    expect(storage.getItem(KEY)).toBeNull();
  });

  it("keeps order, so that a slow save cannot undo a later clear", async () => {
    const memory = new MemoryStorage();
    let finishSave = (): void => undefined;
    const store = open({
      getItem: async (key) => memory.getItem(key),
      setItem: (key, value) =>
        new Promise((resolve) => {
          finishSave = () => resolve(memory.setItem(key, value));
        }),
      removeItem: async (key) => memory.removeItem(key),
    });

    const saved = store.save(RECORD);
    const cleared = store.clear();
    finishSave();

    expect(await saved).toBe(true);
    expect(await cleared).toBe(true);
    expect(await store.load()).toBeNull();
  });

  it.each<[string, SessionStorage]>([
    ["throws", { getItem: fail, setItem: fail, removeItem: fail }],
    ["rejects", { getItem: failLater, setItem: failLater, removeItem: failLater }],
  ])("works with a storage that %s", async (_, storage) => {
    const store = open(storage);
    expect(await store.load()).toBeUndefined();
    expect(await store.save(RECORD)).toBe(false);
    expect(await store.clear()).toBe(false);
    expect(await store.deviceId()).toMatch(/^[0-9a-f]{32}$/);
  });

  it("works with a storage that never responds", async () => {
    const never = () => new Promise<never>(() => undefined);
    const storage = { getItem: never, setItem: never, removeItem: never };
    const store = open(storage, (_, run) => {
      setImmediate(run);
      return () => undefined;
    });
    expect(await store.load()).toBeUndefined();
    expect(await store.save(RECORD)).toBe(false);
  });

  it("leaves no older session behind when the storage is full", async () => {
    const storage = new MemoryStorage();
    await open(storage).save(RECORD);
    storage.setItem = fail;
    expect(await open(storage).save({ token: "new", user: { uid: "george" } })).toBe(false);
    expect(storage.getItem(KEY)).toBeNull();
  });

  it("keeps an older copy of the same session when the storage is full", async () => {
    const storage = new MemoryStorage();
    await open(storage).save(RECORD);
    const before = storage.getItem(KEY);
    storage.setItem = fail;
    const grown = { token: "t", user: { uid: "andrew", metadata: { text: "x".repeat(9_000) } } };
    expect(await open(storage).save(grown)).toBe(false);
    expect(storage.getItem(KEY)).toBe(before);
  });

  it("lets a save that takes too long finish", async () => {
    const memory = new MemoryStorage();
    let finishSave = (): void => undefined;
    const storage = {
      getItem: async (key: string) => memory.getItem(key),
      setItem: (key: string, value: string) =>
        new Promise<void>((resolve) => {
          finishSave = () => resolve(memory.setItem(key, value));
        }),
      removeItem: async (key: string) => memory.removeItem(key),
    };
    const store = open(storage, (_, run) => {
      const timer = setTimeout(run, 5);
      return () => clearTimeout(timer);
    });
    expect(await store.save(RECORD)).toBe(false);
    finishSave();
    expect(await store.load()).toEqual(RECORD);
  });

  it("distinguishes a storage that fails from an empty one", async () => {
    const storage = new MemoryStorage();
    expect(await open(storage).load()).toBeNull();
    storage.getItem = fail;
    expect(await open(storage).load()).toBeUndefined();
  });

  it("keeps the id of the device when the storage fails once", async () => {
    const storage = new MemoryStorage();
    const id = await open(storage).deviceId();
    const getItem = storage.getItem.bind(storage);
    storage.getItem = fail;
    await open(storage).deviceId();
    storage.getItem = getItem;
    expect(await open(storage).deviceId()).toBe(id);
  });

  it("remembers the id of the device", async () => {
    const storage = new MemoryStorage();
    expect(await open(storage).deviceId()).toBe(await open(storage).deviceId());
  });
});

function fail(): never {
  throw new DOMException("full", "QuotaExceededError");
}

async function failLater(): Promise<never> {
  return fail();
}
