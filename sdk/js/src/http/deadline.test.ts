import { describe, expect, it, vi } from "vitest";
import { systemEnvironment } from "../environment.js";
import { Deadline } from "./deadline.js";

function clock() {
  let time = 0;
  const timers: { ms: number; run: () => void }[] = [];
  const cancelled: number[] = [];
  const after = (ms: number, run: () => void) => {
    timers.push({ ms, run });
    return () => void cancelled.push(ms);
  };
  const env = { ...systemEnvironment(), now: () => time, after };
  return { env, timers, cancelled, setTime: (ms: number) => (time = ms) };
}

describe("Deadline", () => {
  it("is shared by all requests of a call", async () => {
    const { env, timers, setTime } = clock();
    const deadline = new Deadline(env, 1_000);
    await deadline.bound(Promise.resolve());
    setTime(700);
    await deadline.bound(Promise.resolve());
    setTime(2_000);
    await deadline.bound(Promise.resolve());
    expect(timers.map(({ ms }) => ms)).toEqual([1_000, 300, 0]);
  });

  it("settles as the work does, and stops its timer", async () => {
    const { env, cancelled } = clock();
    const deadline = new Deadline(env, 1_000);
    await expect(deadline.bound(Promise.resolve(7))).resolves.toBe(7);
    await expect(deadline.bound(Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(cancelled).toHaveLength(2);
  });

  it("stops the work and rejects when the time is up", async () => {
    const { env, timers } = clock();
    const stop = vi.fn();
    const bound = new Deadline(env, 1_000).bound(new Promise(() => undefined), stop);
    timers[0]?.run();
    await expect(bound).rejects.toMatchObject({ code: "TIMEOUT" });
    expect(stop).toHaveBeenCalledOnce();
  });
});
