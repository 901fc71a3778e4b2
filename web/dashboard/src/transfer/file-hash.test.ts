import { webcrypto } from "node:crypto";
import { expect, it, vi } from "vitest";
import { hashOf } from "./file-hash";

// A global in browsers; Node 18, the version in Debian 12, has it only as a module.
vi.stubGlobal("crypto", webcrypto);

const file = (size: number, last: string) => new Blob(["x".repeat(size), last]);

it("is the same only for the same content", async () => {
  const large = 4 * 1_024 * 1_024 + 10;
  expect(await hashOf(file(large, "a"))).toMatch(/^[0-9a-f]{64}$/);
  expect(await hashOf(file(large, "a"))).toBe(await hashOf(file(large, "a")));
  expect(await hashOf(file(large, "a"))).not.toBe(await hashOf(file(large, "b")));
  expect(await hashOf(file(0, ""))).not.toBe(await hashOf(file(1, "")));
});
