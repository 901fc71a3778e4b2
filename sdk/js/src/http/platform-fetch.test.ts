import { afterEach, describe, expect, it, vi } from "vitest";
import { platformFetch } from "./platform-fetch.js";

const URL = "https://chat.example.com/v3/me";

afterEach(() => vi.unstubAllGlobals());

describe("platformFetch", () => {
  it("reports a missing fetch()", async () => {
    vi.stubGlobal("fetch", undefined);
    await expect(platformFetch(URL, {})).rejects.toMatchObject({
      code: "FETCH_UNAVAILABLE",
      message: expect.stringContaining("Node 18") as string,
    });
  });

  it("does not change errors of the platform", async () => {
    const error = new TypeError("Failed to fetch");
    vi.stubGlobal("fetch", () => Promise.reject(error));
    await expect(platformFetch(URL, {})).rejects.toBe(error);
  });

  /** A page whose browser reports this violation shortly after a failed fetch. */
  async function failureWith(violation: object, url = URL): Promise<unknown> {
    const document = new EventTarget();
    vi.stubGlobal("document", document);
    const removed = vi.spyOn(document, "removeEventListener");
    vi.stubGlobal("fetch", () => {
      const event = Object.assign(new Event("securitypolicyviolation"), violation);
      setTimeout(() => document.dispatchEvent(event), 1);
      return Promise.reject(new TypeError("Failed to fetch"));
    });
    const failure: unknown = await platformFetch(url, {}).catch((error: unknown) => error);
    expect(removed).toHaveBeenCalledOnce();
    return failure;
  }

  it("reports that the policy of the page blocks the call", async () => {
    expect(await failureWith({ blockedURI: URL, disposition: "enforce" })).toMatchObject({
      code: "BLOCKED_BY_CSP",
      message: expect.stringContaining("connect-src") as string,
      details: { platformError: "TypeError: Failed to fetch" },
      cause: expect.any(TypeError) as TypeError,
    });
  });

  it.each([
    ["https://chat.example.com:443/v3/me", URL],
    ["https://b\u00fccher.example/v3/me", "https://xn--bcher-kva.example/v3/me"],
    ["https://x.com/v3/users?searchKey='", "https://x.com/v3/users?searchKey=%27"],
  ])("recognizes %s in the form reported by the browser", async (url, blockedURI) => {
    expect(await failureWith({ blockedURI, disposition: "enforce" }, url)).toMatchObject({
      code: "BLOCKED_BY_CSP",
    });
  });

  it.each([
    ["something else", { blockedURI: "https://other.example.com/", disposition: "enforce" }],
    ["it, but only reports", { blockedURI: URL, disposition: "report" }],
  ])("ignores that the policy blocks %s", async (_, violation) => {
    expect(await failureWith(violation)).toBeInstanceOf(TypeError);
  });
});
