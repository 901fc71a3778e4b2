import { describe, expect, it, vi } from "vitest";
import { systemEnvironment } from "./environment.js";

describe("systemEnvironment in Node", () => {
  it("is the platform node, without an origin or a storage", () => {
    const env = systemEnvironment();
    expect(env.platform).toBe("node");
    expect(env.origin).toBeUndefined();
    expect(env.webStorage("localStorage")).toBeNull();
  });

  it("works in a page that is denied access to storage", () => {
    vi.stubGlobal("document", {});
    Object.defineProperty(globalThis, "sessionStorage", {
      configurable: true,
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
    expect(systemEnvironment().webStorage("sessionStorage")).toBeNull();
    Reflect.deleteProperty(globalThis, "sessionStorage");
    vi.unstubAllGlobals();
  });

  it("cancels a timer", async () => {
    const env = systemEnvironment();
    const ran: string[] = [];
    env.after(0, () => ran.push("cancelled"))();
    await new Promise<void>((resolve) => env.after(0, resolve));
    expect(ran).toEqual([]);
  });
});
