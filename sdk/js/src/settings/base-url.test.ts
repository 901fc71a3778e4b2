import { describe, expect, it } from "vitest";
import { toBaseUrl, toRealtimeUrl } from "./base-url.js";

describe("toBaseUrl", () => {
  it.each([
    ["http://localhost:8080", "http://localhost:8080/v3"],
    [" http://localhost:8080/ ", "http://localhost:8080/v3"],
    ["localhost:8443", "https://localhost:8443/v3"],
    ["chat.example.com", "https://chat.example.com/v3"],
    ["HTTPS://Chat.Example.com", "https://chat.example.com/v3"],
    ["chat.example.com/v3", "https://chat.example.com/v3"],
    ["localhost:8443/v3.0", "https://localhost:8443/v3.0"],
    ["http://example.com/chat/", "http://example.com/chat/v3"],
    ["http://[::1]:8080", "http://[::1]:8080/v3"],
  ])("%s -> %s", (host, url) => expect(toBaseUrl(host)).toBe(url));

  it.each([
    "",
    "  ",
    "ftp://example.com",
    "http://user@example.com",
    "a b",
    "x.com?q=1",
    "x.com#a",
  ])('refuses "%s"', (host) =>
    expect(() => toBaseUrl(host)).toThrow("The server address must look like"),
  );

  it("refuses what is no text", () => {
    expect(() => toBaseUrl(8080 as unknown as string)).toThrow("must look like");
  });
});

describe("toRealtimeUrl", () => {
  it.each([
    ["http://localhost:8080/v3", "ws://localhost:8080/v3/realtime"],
    ["https://chat.example.com/v3.0", "wss://chat.example.com/v3.0/realtime"],
    ["https://example.com/chat/v3", "wss://example.com/chat/v3/realtime"],
  ])("%s -> %s", (base, url) => expect(toRealtimeUrl(base)).toBe(url));
});
