import { describe, expect, it } from "vitest";
import { parseFrame } from "./frame.js";

const parse = (frame: unknown) => parseFrame(JSON.stringify(frame));

describe("parseFrame", () => {
  it("parses the responses to the auth frame", () => {
    expect(parse({ type: "auth", body: { code: "200", status: "OK" } })).toEqual({
      type: "accepted",
    });
    const error = { code: "AUTH_ERR_AUTH_TOKEN_EXPIRED", message: "Old.", devMessage: "Renew." };
    expect(parse({ type: "auth", body: { code: "401", error } })).toMatchObject({
      type: "refused",
      error: { code: error.code, message: "Old.", details: { devMessage: "Renew." } },
    });
    expect(parse({ type: "auth", body: {} })).toMatchObject({ error: { code: "ERR_EXCEPTION" } });
  });

  it.each([
    ["presence", "online"],
    ["presence", "offline"],
    ["user", "updated"],
    ["user", "blocked"],
    ["user", "unblocked"],
  ])("parses %s %s, with the user fields that have the right type", (type, action) => {
    const user = { uid: "george", name: 7, status: "available", unknown: true };
    expect(parse({ type, appId: "my-app", body: { action, user } })).toEqual({
      type: "user",
      action,
      user: { uid: "george", status: "available" },
    });
  });

  it.each([
    ["limit", "limit"],
    ["deleted", "deleted"],
    ["switched", "revoked"],
    ["toString", "revoked"],
    [undefined, "revoked"],
  ])("reads a session that has ended because of %s as %s", (reason, expected) => {
    const frame = { type: "session", body: { action: "ended", reason } };
    expect(parse(frame)).toEqual({ type: "ended", reason: expected });
  });

  it("parses resync and error", () => {
    expect(parse({ type: "resync", body: { reason: "slow" } })).toEqual({ type: "resync" });
    const body = { code: "ERR_BAD_REQUEST", message: "No." };
    expect(parse({ type: "error", body })).toMatchObject({ type: "error", error: body });
  });

  it.each([
    '{"action":"pong","ack":"true"}',
    "",
    "{",
    "null",
    "[]",
    '{"type":"presence"}',
    '{"type":"presence","body":{"action":"online"}}',
    '{"type":"presence","body":{"action":"toString","user":{"uid":"a"}}}',
    '{"type":"user","body":{"action":["updated"],"user":{"uid":"a"}}}',
    '{"type":"session","body":{"action":"begun"}}',
    '{"type":"message","body":{}}',
    new ArrayBuffer(4),
    undefined,
  ])("ignores %j", (data) => expect(parseFrame(data)).toBeNull());
});
