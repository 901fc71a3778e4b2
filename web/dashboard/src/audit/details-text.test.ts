import { describe, expect, it } from "vitest";
import { detailsText } from "./details-text";

const text = (details: Record<string, unknown>) =>
  detailsText(details as Parameters<typeof detailsText>[0]);

describe("the details of an entry", () => {
  it.each([
    [{}, ""],
    [{ fields: ["name", "role"] }, "Changed: name, role"],
    [{ fields: [] }, "Nothing changed"],
    [{ sessions: 1 }, "1 session ended"],
    [{ movedUsers: 1200 }, /^1.200 users moved to default$/],
    [{ uids: ["a", "b"] }, "a, b"],
    [{ uids: ["a", "b", "c", "d", "e", "f", "g"] }, "a, b, c, d, e and 2 more"],
    [{ sessionId: "ses_1" }, "Session ses_1"],
    [{ issuedBefore: 1_796_116_260 }, /^Issued before .*2026.*:11:00/],
    [{ issuedBefore: "soon" }, "issuedBefore: soon"],
    [{ later: { than: "this" } }, 'later: {"than":"this"}'],
    [{ fields: "all", role: "guest" }, "fields: all · role: guest"],
  ])("%j are described", (details, expected) => {
    if (typeof expected === "string") expect(text(details)).toBe(expected);
    else expect(text(details)).toMatch(expected);
  });
});
