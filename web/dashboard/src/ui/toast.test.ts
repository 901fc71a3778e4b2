import { MutationObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Failure } from "../api/failure";
import { createQueryClient } from "../api/query-client";
import { currentToasts, dismissSuccesses, dismissToast, showFailure, showToast } from "./toast";

const texts = () => currentToasts().map(({ text }) => text);
const failed = (message: string) => new Failure({ code: "ERR_BAD_REQUEST", message });

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  for (const { id } of currentToasts()) dismissToast(id);
  vi.useRealTimers();
});

describe("notifications", () => {
  it("of a success disappear after a few seconds, those of a failure do not", () => {
    showFailure(failed("No."));
    showToast("Saved.");
    expect(texts()).toEqual(["No.", "Saved."]);
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual(["No."]);
  });

  it("of a success disappear when something fails", () => {
    showToast("Saved.");
    showFailure(failed("No."));
    showToast("Saved again.");
    showFailure(failed("Again no."));
    expect(texts()).toEqual(["No.", "Again no."]);
    showToast("Saved.");
    dismissSuccesses();
    expect(texts()).toEqual(["No.", "Again no."]);
  });

  it("of a success disappear when any action fails, wherever its failure is shown", async () => {
    showToast("Saved.");
    const action = new MutationObserver(createQueryClient(vi.fn()), {
      mutationFn: () => Promise.reject(failed("No.")),
    });
    await expect(action.mutate()).rejects.toThrow("No.");
    expect(texts()).toEqual([]);
  });
});
