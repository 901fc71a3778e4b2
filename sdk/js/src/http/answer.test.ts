import { describe, expect, it } from "vitest";
import { readAnswer } from "./answer.js";

const SERVER = "https://chat.example.com";

function read(text: string, init: ResponseInit = {}) {
  return () => readAnswer(new Response(null, init), text, SERVER);
}

function failing(code: string): Error {
  return expect.objectContaining({ code }) as Error;
}

describe("readAnswer", () => {
  it("returns the data", () => {
    expect(read('{"data":[1],"meta":{"pagination":{}}}')()).toEqual({ data: [1] });
    expect(read('{"data":null}')()).toEqual({ data: null });
  });

  it("throws the server's error whatever the status", () => {
    const error = '{"error":{"code":"ERR_X","message":"It broke."}}';
    for (const status of [200, 401, 500]) {
      expect(read(error, { status })).toThrow(failing("ERR_X"));
      expect(read(error, { status })).toThrow("It broke.");
    }
  });

  it("uses the code as the message if the server sent none", () => {
    expect(read('{"error":{"code":"ERR_X"}}', { status: 400 })).toThrow("ERR_X");
  });

  it.each([
    ["data with a status of failure", '{"data":{"uid":"a"}}', 502],
    ["an object without data", "{}", 200],
    ["an error without a code", '{"error":{}}', 400],
    ["a list", "[]", 200],
    ["no JSON", "<html>", 200],
    ["half a JSON", '{"data":{', 200],
    ["nothing", "", 204],
  ])("refuses %s", (_, text, status) => {
    expect(read(text, { status })).toThrow(failing("FAILED_TO_FETCH"));
    expect(read(text, { status })).toThrow(SERVER);
  });

  it("never includes text from other programs", () => {
    expect(read("<html>top secret", { status: 500 })).not.toThrow("top secret");
  });
});
