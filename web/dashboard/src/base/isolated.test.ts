import { describe, expect, it } from "vitest";
import { isolated } from "./isolated";

describe("text in a sentence", () => {
  it.each(["Ada Lovelace", "Zoë Żółć", "王小明", "o'Connor 🏖"])("stays unchanged: %s", (text) => {
    expect(isolated(text)).toBe(text);
  });

  it.each(["أحمد", "שלום", "a\u202eb"])("is isolated if it changes the direction: %j", (text) => {
    expect(isolated(text)).toBe(`\u2068${text}\u2069`);
  });
});
