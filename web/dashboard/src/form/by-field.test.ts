import { describe, expect, it } from "vitest";
import { byField, reasonsOfOthers } from "./by-field";
import { sentence } from "./sentence";

describe("the details of a failure", () => {
  it("are grouped by field, with the path", () => {
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

  it("name the fields that the form does not have", () => {
    const details = {
      name: ["must not be empty"],
      "tags[1]": ["is too long"],
      plan: ["is unknown"],
    };
    expect(reasonsOfOthers(details, (name) => name === "name")).toEqual([
      "tags[1] is too long.",
      "plan is unknown.",
    ]);
  });

  it("become sentences, with unchanged paths", () => {
    expect(sentence("must not be empty")).toBe("Must not be empty.");
    for (const quoted of ["metadata.a[0].b is out of range.", "tags[1] must not be empty."]) {
      expect(sentence(quoted)).toBe(quoted);
    }
  });
});
