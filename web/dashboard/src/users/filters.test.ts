import { describe, expect, it } from "vitest";
import { isFiltered, parseUserFilters, userQueryOf } from "./filters";

describe("user filters", () => {
  it("reads search parameters, and ignores invalid ones", () => {
    const filters = { search: "ada", status: "offline", tags: ["a", "b"], sortBy: "name" } as const;
    expect(parseUserFilters({ ...filters })).toEqual(filters);
    expect(
      parseUserFilters({ search: "", status: "gone", tags: [{}], sortBy: "age", other: 1 }),
    ).toEqual({});
  });

  it("converts numbers to strings", () => {
    expect(parseUserFilters({ search: 42, tags: [7] })).toEqual({ search: "42", tags: ["7"] });
  });

  it("converts to the query of the API", () => {
    expect(
      userQueryOf({
        search: "ada",
        role: "moderator",
        deactivated: "only",
        sortBy: "uid",
        sortOrder: "desc",
      }),
    ).toEqual({
      searchKey: "ada",
      role: "moderator",
      onlyDeactivated: true,
      sortBy: "uid",
      sortOrder: "desc",
    });
    expect(userQueryOf({ deactivated: "with", sortBy: "uid" })).toEqual({
      withDeactivated: true,
      sortBy: "uid",
      sortOrder: "asc",
    });
    expect(userQueryOf({})).toEqual({});
  });

  it("does not count the order as a filter", () => {
    expect(isFiltered({ sortBy: "name", sortOrder: "desc" })).toBe(false);
    expect(isFiltered({ tags: ["a"] })).toBe(true);
  });
});
