import { describe, expect, it } from "vitest";
import { byField } from "./by-field";

describe("the details of a failure", () => {
  it("are said at the field that they stand in, with the path", () => {
    expect(
      byField({
        name: ["must not be empty"],
        "metadata.a[0].b": ["is out of range"],
        "metadata.c": ["is out of range"],
        "tags[1]": ["must not be empty"],
      }),
    ).toEqual({
      name: ["must not be empty"],
      metadata: ["metadata.a[0].b is out of range", "metadata.c is out of range"],
      tags: ["tags[1] must not be empty"],
    });
  });
});
