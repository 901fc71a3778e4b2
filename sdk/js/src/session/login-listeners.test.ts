import { describe, expect, it, vi } from "vitest";
import { LoginListener } from "./login-listener.js";
import { LoginListeners } from "./login-listeners.js";

describe("LoginListeners", () => {
  it("continues if a listener throws, and logs it", () => {
    const printed = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const heard: string[] = [];
    const listeners = new LoginListeners();
    listeners.add("bad", {
      logoutSuccess: () => {
        throw new Error("broken app");
      },
    });
    listeners.add("good", new LoginListener({ logoutSuccess: ({ reason }) => heard.push(reason) }));

    listeners.logoutSuccess("expired");

    expect(heard).toEqual(["expired"]);
    expect(printed).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
  });

  it("replaces a listener with the same id, and removes it", () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const listeners = new LoginListeners();
    listeners.add("id", { logoutSuccess: first });
    listeners.add("id", { logoutSuccess: second });
    listeners.logoutSuccess("logout");
    listeners.remove("id");
    listeners.remove("unknown");
    listeners.logoutSuccess("logout");

    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
  });

  it("gives each listener its own copy of the user", () => {
    const users: unknown[] = [];
    const listeners = new LoginListeners();
    const note = { loginSuccess: (user: unknown) => void users.push(user) };
    listeners.add("a", note);
    listeners.add("b", note);
    listeners.loginSuccess({ token: "t", user: { uid: "andrew", metadata: {} } });
    expect(users[0]).toEqual(users[1]);
    expect(users[0]).not.toBe(users[1]);
  });

  it("accepts a listener whose methods are those of a class", () => {
    class Recorder {
      readonly reasons: string[] = [];
      logoutSuccess({ reason }: { reason: string }): void {
        this.reasons.push(reason);
      }
    }
    const [listeners, recorder] = [new LoginListeners(), new Recorder()];
    listeners.add("id", recorder);
    listeners.logoutSuccess("expired");
    expect(recorder.reasons).toEqual(["expired"]);
  });
});
