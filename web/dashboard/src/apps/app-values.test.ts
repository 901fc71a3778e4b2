import { describe, expect, it } from "vitest";
import type { App } from "../api/types";
import {
  appUpdateOf,
  appValuesOf,
  checkAppId,
  checkLifetime,
  checkLimit,
  checkMaxTokens,
  checkRegion,
  namingLines,
} from "./app-values";

const app: App = {
  appId: "my-app",
  name: "My app",
  region: "local",
  mode: "development",
  tokenTtl: 0,
  idleTimeout: 604_800,
  maxTokensPerUser: 100,
  allowedOrigins: ["https://a.example"],
  corePerMinute: 0,
  otherPerMinute: 0,
  createdAt: 1,
  updatedAt: 1,
};

describe("the settings of an app", () => {
  it("are sent only if they changed", () => {
    const before = appValuesOf(app);
    expect(appUpdateOf(before, before)).toEqual({});
    expect(
      appUpdateOf(before, {
        ...before,
        idleTimeout: { count: "168", unit: "hour" },
        tokenTtl: { count: "30", unit: "day" },
        allowedOrigins: "https://a.example\n\n  https://b.example:8443 ",
        corePerMinute: "60",
      }),
    ).toEqual({
      tokenTtl: 2_592_000,
      allowedOrigins: ["https://a.example", "https://b.example:8443"],
      corePerMinute: 60,
    });
  });

  it("check the limits of the session cap", () => {
    expect(checkMaxTokens("")).toBe("must be a whole number of 0 or more");
    for (const count of ["0", "10001"]) expect(checkMaxTokens(count)).toBe("must be 1 to 10000");
    expect(checkMaxTokens("10000")).toBeUndefined();
  });

  it("check the limits of a lifetime, with a unit for none instead of 0", () => {
    expect(checkLifetime({ count: "3650", unit: "day" })).toBeUndefined();
    expect(checkLifetime({ count: "3651", unit: "day" })).toMatch(/ten years/);
    expect(checkLifetime({ count: "1.5", unit: "hour" })).toMatch(/whole number/);
    expect(checkLifetime({ count: "0", unit: "minute" })).toMatch(/or unlimited/);
    expect(checkLifetime({ count: "", unit: "never" })).toBeUndefined();
  });

  it("accept rate limits as large as the server does", () => {
    expect(checkLimit("4294967295")).toBeUndefined();
    expect(checkLimit("4294967296")).toBe("is too large");
    expect(checkLimit("-1")).toBe("must be a whole number of 0 or more");
  });
});

describe("a region", () => {
  it.each(["a", "eu-west-1", "a".repeat(63)])("may be %j", (value) =>
    expect(checkRegion(value)).toBeUndefined(),
  );
  it.each(["", "-eu", "eu-", "-", "EU", "a".repeat(64)])("may not be %j", (value) =>
    expect(checkRegion(value)).toContain("must not start or end with -"),
  );
});

describe("an App ID", () => {
  it.each(["", "a", "my-app", "a".repeat(63)])("may be %j", (value) =>
    expect(checkAppId(value)).toBeUndefined(),
  );
  it.each(["-a", "a-", "My-App", "a.b", "a".repeat(64)])("may not be %j", (value) =>
    expect(checkAppId(value)).toBeDefined(),
  );
});

it("names the line of a refused origin as typed", () => {
  const error = "allowedOrigins[1] must be an origin.";
  expect(namingLines(error, "https://a.example\n\nb.example")).toBe("Line 3 must be an origin.");
});
