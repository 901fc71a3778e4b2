import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemEnvironment } from "../environment.js";
import { Heartbeat } from "./heartbeat.js";

describe("Heartbeat", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function beating() {
    const [ping, dead] = [vi.fn(), vi.fn()];
    const heartbeat = new Heartbeat(systemEnvironment(), ping, dead);
    heartbeat.start();
    return { heartbeat, ping, dead };
  }

  it("pings every 15 s as long as it is answered", () => {
    const { heartbeat, ping, dead } = beating();
    for (let beat = 1; beat <= 4; beat++) {
      vi.advanceTimersByTime(14_999);
      expect(ping).toHaveBeenCalledTimes(beat - 1);
      vi.advanceTimersByTime(1);
      heartbeat.heard();
    }
    expect(ping).toHaveBeenCalledTimes(4);
    expect(dead).not.toHaveBeenCalled();
  });

  it("pings on time despite many messages", () => {
    const { heartbeat, ping } = beating();
    for (let second = 0; second < 15; second++) {
      heartbeat.heard();
      vi.advanceTimersByTime(1_000);
    }
    expect(ping).toHaveBeenCalledTimes(1);
  });

  it("is dead 5 s after an unanswered ping, and reports it once", () => {
    const { heartbeat, ping, dead } = beating();
    vi.advanceTimersByTime(19_999);
    heartbeat.probe();
    expect(dead).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100_000);
    expect(ping).toHaveBeenCalledTimes(1);
    expect(dead).toHaveBeenCalledTimes(1);
  });

  it("is dead without a ping after a sleep", () => {
    const { heartbeat, ping, dead } = beating();
    vi.setSystemTime(Date.now() + 45_001);
    heartbeat.probe();
    expect(dead).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100_000);
    expect(dead).toHaveBeenCalledTimes(1);
    expect(ping).not.toHaveBeenCalled();
  });

  it("does nothing once it is stopped", () => {
    const { heartbeat, ping, dead } = beating();
    heartbeat.stop();
    vi.advanceTimersByTime(100_000);
    expect(ping).not.toHaveBeenCalled();
    expect(dead).not.toHaveBeenCalled();
  });
});
