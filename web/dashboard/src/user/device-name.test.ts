import { describe, expect, it } from "vitest";
import type { AuthToken } from "../api/types";
import { appName, deviceName } from "./device-name";

const SESSION = { id: "ses_1" } as AuthToken;

describe("the name of a device", () => {
  it("has the platform and the browser", () => {
    const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    expect(deviceName({ ...SESSION, platform: "javascript", userAgent })).toBe(
      "Web, Firefox on Linux",
    );
    expect(deviceName({ ...SESSION, platform: "tv" })).toBe("tv");
    expect(deviceName(SESSION)).toBeUndefined();
  });

  it("has the app where it told", () => {
    const appInfo = { name: "Chat", version: "4.2.0", build: 7 };
    expect(appName({ ...SESSION, appInfo })).toBe("Chat 4.2.0");
    expect(appName({ ...SESSION, appInfo: { version: 4 } })).toBeUndefined();
  });
});
