import { afterEach, describe, expect, it, vi } from "vitest";
import { MemoryStorage } from "./storage/memory-storage.js";
import { openTabChannel } from "./tab-channel.js";

const NAME = "parley:my-app";

/** Represents the window of another tab, which is notified of changes of the storage. */
function otherTab() {
  const window = new EventTarget();
  vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
  vi.stubGlobal("removeEventListener", window.removeEventListener.bind(window));
  const storage = new MemoryStorage();
  const heard: unknown[] = [];
  const channel = openTabChannel(storage, NAME, (message) => heard.push(message));
  const change = (event: Partial<StorageEvent>) =>
    window.dispatchEvent(Object.assign(new Event("storage"), { storageArea: storage, ...event }));
  return { channel, storage, heard, change };
}

describe("openTabChannel in a page", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("receives posted messages through the storage", () => {
    const { channel, storage, heard, change } = otherTab();
    channel?.post({ type: "session", reason: "logout" });
    change({ key: NAME, newValue: storage.getItem(NAME) });
    expect(heard).toEqual([{ type: "session", reason: "logout" }]);
  });

  it("writes a new value for the same message, so that other tabs are notified", () => {
    const { channel, storage } = otherTab();
    channel?.post("again");
    const first = storage.getItem(NAME);
    channel?.post("again");
    expect(storage.getItem(NAME)).not.toBe(first);
  });

  it("ignores other keys and other storages", () => {
    const { heard, change } = otherTab();
    const newValue = JSON.stringify({ message: "not for us" });
    change({ key: `${NAME}:session`, newValue });
    change({ key: NAME, newValue, storageArea: null });
    expect(heard).toEqual([]);
  });

  it.each([null, "junk", "null", "{}"])("ignores the value %s", (newValue) => {
    const { heard, change } = otherTab();
    change({ key: NAME, newValue });
    expect(heard).toEqual([undefined]);
  });

  it("tolerates a full storage, and receives nothing once closed", () => {
    const { channel, storage, heard, change } = otherTab();
    storage.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    channel?.post("message");
    channel?.close();
    change({ key: NAME, newValue: JSON.stringify({ message: "late" }) });
    expect(heard).toEqual([]);
  });
});

describe("openTabChannel outside a page", () => {
  it("carries messages between two channels with the same name", async () => {
    const heard = new Promise((resolve) => openTabChannel(null, NAME, resolve));
    const sender = openTabChannel(null, NAME, () => undefined);
    sender?.post({ type: "session" });
    expect(await heard).toEqual({ type: "session" });
    sender?.close();
  });
});
