import { describe, expect, it } from "vitest";
import { parseRecord, writeRecord } from "./session-record.js";

const HOST = "https://chat.example.com/v3";
const RECORD = { token: "t", user: { uid: "andrew", name: "Andrew" } };

describe("the stored session", () => {
  it("is read as it was written", () => {
    expect(parseRecord(writeRecord(RECORD, HOST), HOST)).toEqual(RECORD);
  });

  it("is ignored for another server", () => {
    expect(parseRecord(writeRecord(RECORD, HOST), "https://evil.example.com/v3")).toBeNull();
  });

  it.each([
    null,
    "",
    "{",
    "null",
    "[]",
    "7",
    JSON.stringify({ host: HOST, token: "t" }),
    JSON.stringify({ host: HOST, token: "", user: { uid: "a" } }),
    JSON.stringify({ host: HOST, token: 7, user: { uid: "a" } }),
    JSON.stringify({ host: HOST, token: "t", user: {} }),
  ])("is ignored if it is damaged: %s", (text) => expect(parseRecord(text, HOST)).toBeNull());
});
