import { describe, expect, it } from "vitest";
import type { ImportResult } from "../api/types";
import { outcomeOf } from "./send-batch";

const error = (code: string, details?: Record<string, string[]>) => ({
  code,
  message: `It is ${code}.`,
  devMessage: "",
  source: "chat-api",
  ...(details && { details }),
});
const results = {
  a: { success: true },
  b: { success: false, error: error("ERR_UID_ALREADY_EXISTS") },
  c: {
    success: false,
    error: error("ERR_BAD_REQUEST", { role: ["must exist"], name: ["x", "y"] }),
  },
  d: { success: false, error: error("ERR_LIMIT_EXCEEDED") },
} as unknown as Record<string, ImportResult>;

describe("the outcome of a batch", () => {
  it("counts results, and lists failures by line", () => {
    const rows = ["a", "b", "c", "d", "toString"].map((uid, index) => ({
      line: index + 2,
      uid,
      user: { name: uid },
    }));
    const bad = [{ line: 3, uid: "", reasons: ["uid must not be empty"] }];
    expect(
      outcomeOf({ index: 0, rows, bad, unit: "entry", read: 1, ignored: [] }, results),
    ).toEqual({
      created: 1,
      existing: 1,
      failed: 4,
      failures: [
        { line: 3, uid: "", reasons: ["uid must not be empty"] },
        { line: 4, uid: "c", reasons: ["role must exist", "name x", "name y"] },
        { line: 5, uid: "d", reasons: ["It is ERR_LIMIT_EXCEEDED."] },
        { line: 6, uid: "toString", reasons: ["the server returned no result for this user"] },
      ],
      unit: "entry",
    });
  });
});
