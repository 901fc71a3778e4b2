import { expect, it } from "vitest";
import { longestWait } from "./longest-wait";

it("shows a wait until all tasks go on", () => {
  let shown = 0;
  const begin = longestWait((seconds) => (shown = seconds));
  const [first, second] = [begin(), begin()];
  first(2);
  second(8);
  expect(shown).toBe(8);
  second(0);
  expect(shown).toBe(2);
  first(0);
  expect(shown).toBe(0);
});
