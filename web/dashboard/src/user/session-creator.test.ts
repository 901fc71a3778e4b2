import { describe, expect, it } from "vitest";
import type { AuthToken } from "../api/types";
import { sessionCreator } from "./session-creator";

const session = (createdBy?: string) => ({ id: "ses_1", createdBy }) as AuthToken;

describe("the creator of a session", () => {
  it("has its name from the audit log, else its id", () => {
    const names = new Map([["ses_1", "ada@example.com"]]);
    expect(sessionCreator(session("adm_1"), names)).toBe("ada@example.com");
    expect(sessionCreator(session("adm_1"), new Map())).toBe("adm_1");
    expect(sessionCreator(session("key_1"), undefined)).toBe("key_1");
  });

  it("may be the server, or may not be recorded", () => {
    expect(sessionCreator(session("server"), undefined)).toBe("the server");
    expect(sessionCreator(session(), undefined)).toBeUndefined();
  });
});
