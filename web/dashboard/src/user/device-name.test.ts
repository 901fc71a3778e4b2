import { describe, expect, it } from "vitest";
import type { AuthToken } from "../api/types";
import { appName, deviceName, isHandheld } from "./device-name";

const SESSION = { id: "ses_1" } as AuthToken;

describe("deviceName and appName", () => {
  it("contains the platform and the browser", () => {
    const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    expect(deviceName({ ...SESSION, platform: "javascript", userAgent })).toBe(
      "Web, Firefox on Linux",
    );
    expect(deviceName({ ...SESSION, platform: "tv" })).toBe("tv");
    expect(deviceName(SESSION)).toBeUndefined();
  });

  it("does not repeat the system", () => {
    const userAgent = "Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140.0 Mobile Safari/537.36";
    expect(deviceName({ ...SESSION, platform: "android", userAgent })).toBe("Chrome on Android");
    expect(deviceName({ ...SESSION, platform: "web", userAgent })).toBe("Web, Chrome on Android");
  });

  it("recognizes handheld devices", () => {
    const userAgent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36";
    expect(isHandheld({ ...SESSION, platform: "ios" })).toBe(true);
    expect(isHandheld({ ...SESSION, platform: "web", userAgent })).toBe(false);
    expect(isHandheld(SESSION)).toBe(false);
  });

  it("contains the app if it was reported", () => {
    const appInfo = { name: "Chat", version: "4.2.0", build: 7 };
    expect(appName({ ...SESSION, appInfo })).toBe("Chat 4.2.0");
    expect(appName({ ...SESSION, appInfo: { version: 4 } })).toBeUndefined();
    expect(appName({ ...SESSION, appInfo: { name: "Chat" }, platform: "javascript" })).toBe("Chat");
  });

  it("says what a version belongs to", () => {
    const sdk = { sdk: "parley-js", version: "0.1.0" };
    expect(appName({ ...SESSION, appInfo: sdk })).toBe("JavaScript SDK 0.1.0");
    const appInfo = { version: "4.0.9" };
    expect(appName({ ...SESSION, platform: "javascript", appInfo })).toBe("JavaScript SDK 4.0.9");
    expect(appName({ ...SESSION, platform: "ios", appInfo })).toBe("Version 4.0.9");
    expect(appName({ ...SESSION, appInfo: { sdk: "chat-kit", version: "2" } })).toBe("chat-kit 2");
    expect(appName({ ...SESSION, platform: "javascript" })).toBeUndefined();
  });
});
