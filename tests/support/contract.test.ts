/** Tests the checker itself: it must accept good answers and detect every kind of bad one. */
import { describe, expect, it } from "vitest";
import { adminOperations, checkAnswer, operations } from "./contract";
import type { HttpAnswer } from "./http";

const json = { "content-type": "application/json; charset=utf-8", "x-request-id": "4f2c9d1e7b3a" };
const answer = (status: number, body: unknown, headers: object = {}): HttpAnswer => ({
  status,
  headers: { ...json, ...headers },
  text: typeof body === "string" ? body : JSON.stringify(body),
});
const error = (code: string, extra: object = {}) => ({
  error: { code, message: "m", devMessage: "d", source: "chat-api", ...extra },
});
const success = { data: { success: true, message: "Logout completed successfully" } };
const challenge = { "www-authenticate": "Bearer" };

describe("checkAnswer accepts", () => {
  it.each<[string, string, HttpAnswer]>([
    ["DELETE", "/v3/me", answer(200, success)],
    ["DELETE", "/v3.0/me?x=1", answer(200, success)],
    ["GET", "/v3/users/a", answer(404, error("ERR_UID_NOT_FOUND"))],
    ["GET", "/v3/me", answer(401, error("AUTH_ERR_EMPTY_AUTH_TOKEN"), challenge)],
    ["GET", "/v3/nothing", answer(404, error("ERR_API_NOT_FOUND"))],
    ["OPTIONS", "/v3/me", answer(204, "")],
  ])("%s %s", (method, path, good) => {
    expect(() => checkAnswer(method, path, good)).not.toThrow();
  });
});

describe("checkAnswer refuses", () => {
  it.each<[string, string, string, HttpAnswer, RegExp]>([
    ["an empty body", "DELETE", "/v3/me", answer(200, ""), /has no body/],
    ["HTML", "DELETE", "/v3/me", answer(200, "<html>"), /is not JSON/],
    ["a field too many", "DELETE", "/v3/me", answer(200, { ...success, x: 1 }), /additional/],
    ["a wrong type", "DELETE", "/v3/me", answer(200, { data: { success: 1 } }), /message/],
    ["an unknown status", "DELETE", "/v3/me", answer(201, success), /not documented/],
    [
      "a code of another call",
      "GET",
      "/v3/me",
      answer(403, error("ERR_ROLE_DELETE_DENIED")),
      /code/,
    ],
    ["an undocumented call", "GET", "/v3/secret", answer(200, success), /not in the contract/],
    [
      "no request id",
      "DELETE",
      "/v3/me",
      answer(200, success, { "x-request-id": "" }),
      /request-id/,
    ],
    ["no challenge", "GET", "/v3/me", answer(401, error("AUTH_ERR_EMPTY_AUTH_TOKEN")), /WWW/],
    ["a chatty 500", "GET", "/v3/me", answer(500, error("ERR_EXCEPTION", { sql: "" })), /sql/],
    ["a 500 without its id", "GET", "/v3/me", answer(500, error("ERR_EXCEPTION")), /request id/],
    ["a body after 204", "OPTIONS", "/v3/me", answer(204, "x"), /has a body/],
  ])("%s", (_name, method, path, bad, problem) => {
    expect(() => checkAnswer(method, path, bad)).toThrow(problem);
  });
});

const closed = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};
const server = { data: { version: "0.1.0", development: false } };

describe("of the dashboard", () => {
  it.each<[string, HttpAnswer]>([
    ["/admin/v1/server", answer(200, server, closed)],
    ["/admin/v1/apps/a/live", answer(200, "", { ...closed, "content-type": "text/event-stream" })],
    ["/admin/v1/apps/a/users/b", answer(404, error("ERR_UID_NOT_FOUND"), closed)],
    ["/admin/v1/nothing", answer(404, error("ERR_API_NOT_FOUND"), closed)],
  ])("%s passes", (path, good) => {
    expect(() => checkAnswer("GET", path, good)).not.toThrow();
  });

  const open = { ...closed, "access-control-allow-origin": "*" };
  it.each<[string, string, HttpAnswer, RegExp]>([
    ["a wrong type", "/admin/v1/server", answer(200, { data: {} }, closed), /version/],
    ["no CSP", "/admin/v1/server", answer(200, server), /content-security-policy is undefined/],
    ["an open door", "/admin/v1/server", answer(200, server, open), /access-control-allow-origin/],
    ["no such call", "/admin/v1/users", answer(200, server, closed), /not in the contract/],
    ["a call of /v3 alone", "/admin/v1/me", answer(200, success, closed), /not in the contract/],
    ["JSON for events", "/admin/v1/apps/a/live", answer(200, server, closed), /content-type/],
  ])("%s is refused", (_name, path, bad, problem) => {
    expect(() => checkAnswer("GET", path, bad)).toThrow(problem);
  });
});

it("knows who can make each call", () => {
  expect(operations.length).toBeGreaterThan(30);
  expect(adminOperations.length).toBeGreaterThan(50);
  for (const { id, access } of [...operations, ...adminOperations]) {
    expect(access.length, id).toBeGreaterThan(0);
  }
});
