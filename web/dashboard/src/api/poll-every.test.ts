import { expect, it } from "vitest";
import { pollEvery } from "./poll-every";

it("polls only once there is data, even if that is null", () => {
  const interval = pollEvery(4_000);
  expect(interval({ state: { data: undefined } })).toBe(false);
  expect(interval({ state: { data: null } })).toBe(4_000);
});
