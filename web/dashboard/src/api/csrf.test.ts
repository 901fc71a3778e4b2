import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchWithCsrfToken, rememberSession } from "./csrf";
import type { SignedIn } from "./types";

const sessionOf = (id: string, csrfToken: string) =>
  ({ administrator: { id }, csrfToken }) as SignedIn;

/** A server with one session. Returns the calls that it accepted. */
function serve(current: SignedIn): string[] {
  const accepted: string[] = [];
  vi.stubGlobal("fetch", async (call: Request | string) => {
    if (typeof call === "string") return Response.json({ data: current });
    const body = await call.text();
    if (call.headers.get("x-csrf-token") !== current.csrfToken) {
      return Response.json({ error: { code: "AUTH_ERR_CSRF" } }, { status: 403 });
    }
    accepted.push(body);
    return Response.json({ data: {} });
  });
  return accepted;
}

const change = () =>
  fetchWithCsrfToken(new Request("http://server/roles", { method: "POST", body: "a role" }));

describe("a call that changes something", () => {
  beforeEach(() => rememberSession(sessionOf("ada", "old")));
  afterEach(() => vi.unstubAllGlobals());

  it("is repeated with the new token after a sign-in in another tab", async () => {
    const accepted = serve(sessionOf("ada", "new"));
    expect((await change()).status).toBe(200);
    expect((await change()).status).toBe(200);
    expect(accepted).toEqual(["a role", "a role"]);
  });

  it("stays refused if someone else has signed in", async () => {
    const accepted = serve(sessionOf("bob", "new"));
    const response = await change();
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ error: { code: "AUTH_ERR_CSRF" } });
    expect(accepted).toEqual([]);
  });
});
