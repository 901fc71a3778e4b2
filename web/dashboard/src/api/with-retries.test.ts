import { describe, expect, it } from "vitest";
import { Failure } from "./failure";
import { withRetries } from "./with-retries";

const failure = (status: number, retryAfter?: number) =>
  new Failure({ code: "ERR", message: "It failed.", status, retryAfter });

async function attempt(failures: unknown[]) {
  const waits: number[] = [];
  let tries = 0;
  const task = async () => {
    const error = failures[tries++];
    if (error) throw error;
    return "done";
  };
  const result = await withRetries(task, {
    signal: new AbortController().signal,
    onWait: (seconds) => seconds > 0 && waits.push(seconds),
    sleep: async () => undefined,
  }).catch((error: Failure) => error.message);
  return { result, tries, waits };
}

describe("a failed task", () => {
  it("is retried if no server responded, after increasing waits", async () => {
    const lost = new TypeError("network");
    expect(await attempt([lost, lost, lost])).toEqual({
      result: "done",
      tries: 4,
      waits: [1, 2, 4],
    });
  });

  it("is retried if a proxy gets no response", async () => {
    expect((await attempt([failure(502), failure(504)])).result).toBe("done");
  });

  it("waits as long as the server says", async () => {
    expect((await attempt([failure(429, 7), failure(503, 2), failure(503)])).waits).toEqual([
      7, 2, 4,
    ]);
  });

  it("is not retried after a permanent failure", async () => {
    expect(await attempt([failure(400)])).toEqual({ result: "It failed.", tries: 1, waits: [] });
    expect((await attempt([failure(500)])).tries).toBe(1);
  });

  it("is given up after too many attempts", async () => {
    const failures = Array.from({ length: 20 }, () => failure(503));
    const { result, tries, waits } = await attempt(failures);
    expect({ result, tries }).toEqual({ result: "It failed.", tries: 8 });
    expect(Math.max(...waits)).toBe(30);
  });
});
