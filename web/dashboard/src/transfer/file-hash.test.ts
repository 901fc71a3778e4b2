import { webcrypto } from "node:crypto";
import { expect, it, vi } from "vitest";
import { hashOf } from "./file-hash";

// Browsers have it everywhere; the Node of Debian 12, which is 18, keeps it in a module.
vi.stubGlobal("crypto", webcrypto);

const file = (size: number, last: string) => new Blob(["x".repeat(size), last]);

it("is the same for the same content, and another for another", async () => {
  const large = 4 * 1_024 * 1_024 + 10;
  expect(await hashOf(file(large, "a"))).toMatch(/^[0-9a-f]{64}$/);
  expect(await hashOf(file(large, "a"))).toBe(await hashOf(file(large, "a")));
  expect(await hashOf(file(large, "a"))).not.toBe(await hashOf(file(large, "b")));
  expect(await hashOf(file(0, ""))).not.toBe(await hashOf(file(1, "")));
});
