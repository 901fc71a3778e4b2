import { expect, it } from "vitest";
import { systemEnvironment } from "../environment.js";
import { BackOff } from "./back-off.js";

function backOff(random: number) {
  let time = 0;
  const env = { ...systemEnvironment(), now: () => time, random: () => random };
  return { waits: new BackOff(env), pass: (ms: number) => (time += ms) };
}

it("starts without delay and doubles up to a minute", () => {
  const { waits } = backOff(1);
  const all = Array.from({ length: 9 }, () => waits.next());
  expect(all).toEqual([0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
});

it("spreads clients over half of the time", () => {
  const { waits } = backOff(0);
  expect([waits.next(), waits.next(), waits.next()]).toEqual([0, 500, 1_000]);
});

it("restarts after a calm period", () => {
  const { waits, pass } = backOff(1);
  waits.next();
  pass(300_000);
  expect(waits.next()).toBe(1_000);
  pass(300_001);
  expect(waits.next()).toBe(0);
});
