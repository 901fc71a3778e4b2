import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { requestTabLock } from "./tab-lock.js";

type Hold = () => Promise<void> | undefined;

/** A lock manager controlled by the test. */
function page() {
  const requests: {
    options: { steal?: boolean; signal?: AbortSignal };
    hold: Hold;
    reject: (error: Error) => void;
  }[] = [];
  const request = vi.fn(
    (_: string, options: object, hold: Hold) =>
      new Promise((_resolve, reject) => requests.push({ options, hold, reject })),
  );
  vi.stubGlobal("navigator", { locks: { request } });
  const handler = { granted: vi.fn(), lost: vi.fn(), denied: vi.fn() };
  return { requests, handler };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("requestTabLock", () => {
  beforeEach(() => void vi.stubGlobal("document", {}));
  afterEach(() => vi.unstubAllGlobals());

  it("holds the lock until it is released", async () => {
    const { requests, handler } = page();
    const release = requestTabLock("name", false, handler);
    const held = requests[0]?.hold();
    expect(handler.granted).toHaveBeenCalledTimes(1);
    let isHeld = true;
    void held?.then(() => (isHeld = false));
    await settle();
    expect(isHeld).toBe(true);
    release?.();
    await settle();
    expect(isHeld).toBe(false);
  });

  it("cancels a request, and ignores a lock granted anyway", async () => {
    const { requests, handler } = page();
    requestTabLock("name", false, handler)?.();
    expect(requests[0]?.options.signal?.aborted).toBe(true);
    expect(requests[0]?.hold()).toBeUndefined();
    requests[0]?.reject(new DOMException("aborted", "AbortError"));
    await settle();
    expect(handler.granted).not.toHaveBeenCalled();
    expect(handler.denied).not.toHaveBeenCalled();
  });

  it("distinguishes a stolen lock from one that was never granted", async () => {
    const { requests, handler } = page();
    requestTabLock("name", true, handler);
    requestTabLock("name", false, handler);
    expect(requests[0]?.options).toEqual({ steal: true });
    requests[0]?.hold();
    requests[0]?.reject(new DOMException("stolen", "AbortError"));
    await settle();
    expect(handler.lost).toHaveBeenCalledTimes(1);
    requests[1]?.reject(new DOMException("no", "SecurityError"));
    await settle();
    expect(handler.denied).toHaveBeenCalledTimes(1);
  });

  it("returns null on insecure pages and outside pages", () => {
    const { handler } = page();
    vi.stubGlobal("navigator", {});
    expect(requestTabLock("name", false, handler)).toBeNull();
    page();
    vi.stubGlobal("document", undefined);
    expect(requestTabLock("name", false, handler)).toBeNull();
  });
});
