import { describe, expect, it } from "vitest";
import { originOf, toBaseUrl, toRealtimeUrl } from "./base-url.js";

describe("toBaseUrl", () => {
  it.each([
    ["http://localhost:8080", "http://localhost:8080/v3"],
    [" http://localhost:8080/ ", "http://localhost:8080/v3"],
    ["chat.example.com", "https://chat.example.com/v3"],
    ["chat.example.com:8443/v3.0", "https://chat.example.com:8443/v3.0"],
    ["HTTPS://Chat.Example.com", "https://chat.example.com/v3"],
    ["HTTP://Chat.Example.com/Chat", "http://chat.example.com/Chat/v3"],
    ["chat.example.com/v3", "https://chat.example.com/v3"],
    ["https://localhost:8443/v3.0", "https://localhost:8443/v3.0"],
    ["http://example.com/chat/", "http://example.com/chat/v3"],
    ["http://[::1]:8080", "http://[::1]:8080/v3"],
    ["http://10.0.2.2:8080", "http://10.0.2.2:8080/v3"],
    ["http://parley_server:8080", "http://parley_server:8080/v3"],
    ["https://b\u00fccher.example", "https://b\u00fccher.example/v3"],
    ["https://chat.example.com./", "https://chat.example.com./v3"],
  ])("%s -> %s", (host, url) => expect(toBaseUrl(host, "setHost()")).toBe(url));

  it.each([
    ["https://chat.example.com/v4", "/v4"],
    ["chat.example.com/v2", "/v2"],
    ["http://localhost:8080/chat/V3/", "/V3"],
    ["https://chat.example.com/v3.1", "/v3.1"],
  ])("refuses the version of %s", (host, version) =>
    expect(() => toBaseUrl(host, "overrideClientHost()")).toThrow(
      `overrideClientHost(): the SDK uses /v3, not ${version}. Omit it.`,
    ),
  );

  it.each([
    "",
    "  ",
    "ftp://example.com",
    "ftp://me:secret@example.com",
    "ws://localhost:8080",
    "WSS://chat.example.com",
    "htps://chat.example.com",
    "http://user@example.com",
    "https://user:secret@chat.example.com/v3",
    "https://chat.example.com/v3?region=eu",
    "https://chat.example.com/#/users",
    "a b",
    "x.com?q=1",
    "x.com#a",
    "ht!tp:/x y",
    "http:/chat.example.com",
    "http:chat.example.com",
    "http//chat.example.com",
    "http:\\\\chat.example.com",
    "://chat.example.com",
    "https://",
    "https://:8080",
    "https://.example.com",
    "https://chat..example.com",
    "https://chat.example.com:port",
    "https://chat.example.com:123456",
    "https://chat.example.com:65536",
    "http://localhost:99999",
    "http://localhost:0",
    "https://999.1.1.1",
    "https://chat.example.1",
    "http://[:::]",
    "http://[1::2::3]:8080",
    "https://chat.example.com//v3",
    "https://chat,example.com",
    "https://<host>",
    "https://${HOST}",
    "https://chat.example.com/a b",
    "https://chat\u00a0.example.com",
  ])('refuses "%s"', (host) =>
    expect(() => toBaseUrl(host, "setHost()")).toThrow(
      "setHost() needs a URL like http://localhost:8080, without user, query or fragment",
    ),
  );

  it("shows the address in the error, but no password", () => {
    expect(() => toBaseUrl("ht!tp:/x y", "setHost()")).toThrow('not "ht!tp:/x y"');
    expect(() => toBaseUrl("http://me:secret@x.com", "setHost()")).not.toThrow("secret");
  });

  it("refuses a value that is not a string", () => {
    expect(() => toBaseUrl(8080 as unknown as string, "setHost()")).toThrow(/ or fragment\.$/);
  });

  it.each([
    "localhost",
    "localhost:8080",
    "localhost:8443/v3.0",
    "LOCALHOST:8080",
    "127.0.0.1:8080",
    "192.168.1.7",
    "[::1]:8080",
    "parley",
    "parley:8080",
    "my-mac.local:8080",
    "app.localhost",
    "chat.example.com:8080",
    "chat.example.com:80",
  ])("requires a scheme for %s", (host) => {
    expect(() => toBaseUrl(host, "setHost()")).toThrow(`Write http://${host} or https://${host}.`);
    expect(toBaseUrl(host, "overrideClientHost()")).toMatch(/^https:/);
  });
});

describe("toRealtimeUrl", () => {
  it.each([
    ["http://localhost:8080/v3", "ws://localhost:8080/v3/realtime"],
    ["https://chat.example.com/v3.0", "wss://chat.example.com/v3.0/realtime"],
    ["https://example.com/chat/v3", "wss://example.com/chat/v3/realtime"],
  ])("%s -> %s", (base, url) => expect(toRealtimeUrl(base)).toBe(url));
});

describe("originOf", () => {
  it.each([
    ["http://localhost:8080/v3", "http://localhost:8080"],
    ["https://chat.example.com/chat/v3.0", "https://chat.example.com"],
    ["http://[::1]:8080/v3", "http://[::1]:8080"],
  ])("%s -> %s", (base, origin) => expect(originOf(base)).toBe(origin));
});
