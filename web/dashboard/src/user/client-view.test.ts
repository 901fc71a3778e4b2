import { describe, expect, it } from "vitest";
import type { User } from "../api/types";
import { clientView } from "./client-view";

const USER = { uid: "ada", name: "Ada", metadata: { plan: "gold" } } as unknown as User;

describe("clientView", () => {
  it("hides the private metadata and nothing else", () => {
    const user = { ...USER, metadata: { plan: "gold", "@private": { email: "a@example.com" } } };
    expect(clientView(user)).toEqual(USER);
    expect(clientView(USER)).toBe(USER);
  });
});
