/** The judge itself: it must let good answers pass and find every way in which one can be bad. */
import { describe, expect, it } from "vitest";
import { checkAnswer, operations } from "./contract";
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

describe("checkAnswer lets pass", () => {
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

it("knows who may make each call", () => {
  expect(operations.length).toBeGreaterThan(30);
  for (const { id, access } of operations) expect(access.length, id).toBeGreaterThan(0);
});
