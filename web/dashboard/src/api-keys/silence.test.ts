import { describe, expect, it } from "vitest";
import type { ApiKey } from "../api/types";
import { roughly, silenceOf, wasUsedToday } from "./silence";

const NOW = 1_800_000_000;

const key = (part: Partial<ApiKey>): ApiKey => ({
  id: "key_1",
  apiKey: "0123...abc",
  name: "Back end",
  scope: "fullAccess",
  createdAt: NOW - 1_000_000,
  createdBy: "server",
  ...part,
});

describe("a key that is being replaced", () => {
  const successor = key({ id: "key_2", createdAt: NOW - 10_000 });

  it("is in use if it was used after its successor was created", () => {
    expect(silenceOf(key({ lastUsedAt: NOW - 60 }), successor, NOW)).toEqual({
      state: "in-use",
      seconds: 60,
    });
  });

  it("is silent after an hour without use", () => {
    expect(silenceOf(key({ lastUsedAt: NOW - 3_600 }), successor, NOW).state).toBe("silent");
    expect(silenceOf(key({ lastUsedAt: NOW - 3_599 }), successor, NOW).state).toBe("in-use");
  });

  it("is waited for while its successor is new, even if it was never used", () => {
    const young = key({ id: "key_2", createdAt: NOW - 120 });
    expect(silenceOf(key({}), young, NOW)).toEqual({ state: "waiting", seconds: 120 });
    expect(silenceOf(key({ lastUsedAt: NOW - 90_000 }), young, NOW).seconds).toBe(120);
  });
});

describe("wasUsedToday", () => {
  it("looks back one day", () => {
    expect(wasUsedToday(key({ lastUsedAt: NOW - 86_399 }), NOW)).toBe(true);
    expect(wasUsedToday(key({ lastUsedAt: NOW - 86_400 }), NOW)).toBe(false);
    expect(wasUsedToday(key({}), NOW)).toBe(false);
  });
});

describe("roughly", () => {
  it.each([
    [59, "0 minutes"],
    [60, "1 minute"],
    [7_300, "2 hours"],
    [100_000, "27 hours"],
    [200_000, "2 days"],
  ])("says %i seconds as %s", (seconds, text) => expect(roughly(seconds)).toBe(text));
});
