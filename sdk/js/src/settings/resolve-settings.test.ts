import { describe, expect, it } from "vitest";
import { AppSettingsBuilder } from "./app-settings-builder.js";
import { resolveSettings } from "./resolve-settings.js";

const builder = () => new AppSettingsBuilder().setHost("http://localhost:8080");

describe("resolveSettings", () => {
  it("uses the host for all calls, https and defaults", () => {
    expect(resolveSettings(" my-app ", builder().build())).toMatchObject({
      appId: "my-app",
      clientUrl: "http://localhost:8080/v3",
      adminUrl: "http://localhost:8080/v3",
      storage: "LOCAL",
      timeout: 15_000,
      autoEstablishSocketConnection: true,
    });
  });

  it("uses the override hosts, and ignores undefined ones", () => {
    const overridden = new AppSettingsBuilder()
      .setRegion("eu")
      .overrideAdminHost("admin.example.com/v3.0")
      .overrideClientHost(undefined);
    expect(resolveSettings("my-app", overridden.build())).toMatchObject({
      clientUrl: "https://admin.example.com/v3.0",
      adminUrl: "https://admin.example.com/v3.0",
    });
  });

  it("accepts the presence settings of existing apps", () => {
    const settings = builder()
      .subscribePresenceForRoles(["moderator"])
      .autoEstablishSocketConnection(false)
      .build();
    expect(settings.presenceSubscription).toBe("ROLES");
    expect(settings.presenceRoles).toEqual(["moderator"]);
    expect(settings.autoEstablishSocketConnection).toBe(false);
    expect(builder().subscribePresenceForAllUsers().build().presenceSubscription).toBe("ALL_USERS");
    expect(builder().subscribePresenceForFriends().build().presenceSubscription).toBe("FRIENDS");
  });

  it.each([
    ["no App ID", "", builder().build(), "init(): appId"],
    ["an App ID that no header can carry", "my\u2011app", builder().build(), "Copy it again"],
    ["no settings", "my-app", undefined, "AppSettingsBuilder"],
    [
      "a region alone",
      "my-app",
      new AppSettingsBuilder().setRegion("eu").build(),
      "a region is not one",
    ],
    ["no time", "my-app", builder().setTimeout(0).build(), "1 to 600000"],
    ["no number", "my-app", builder().setTimeout(NaN).build(), "1 to 600000"],
    [
      "a storage that cannot store",
      "my-app",
      builder()
        .setStorageMode({} as never)
        .build(),
      "getItem",
    ],
    [
      "an unknown storage",
      "my-app",
      builder()
        .setStorageMode("DISK" as never)
        .build(),
      "LOCAL",
    ],
    [
      "a provider that is a token",
      "my-app",
      builder()
        .setTokenProvider("t" as never)
        .build(),
      "function",
    ],
    [
      "a WebSocket that is not a class",
      "my-app",
      builder()
        .setWebSocket({} as never)
        .build(),
      "setWebSocket()",
    ],
  ])("says what is wrong with %s", (_, appId, settings, hint) => {
    const resolve = () => resolveSettings(appId, settings as never);
    expect(resolve).toThrow(hint);
    expect(resolve).toThrow(expect.objectContaining({ code: "MISSING_PARAMETERS" }) as Error);
  });
});
