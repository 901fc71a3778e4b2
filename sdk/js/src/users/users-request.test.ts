import { describe, expect, it, vi } from "vitest";
import { User } from "./user.js";
import { UsersRequestBuilder } from "./users-request-builder.js";

/** A server with five users, one of them on the last page of two. */
function server() {
  const queries: string[] = [];
  const fetchUsers = vi.fn(async (query: URLSearchParams) => {
    queries.push(query.toString());
    const [size, page] = [Number(query.get("perPage")), Number(query.get("page"))];
    const uids = ["a", "b", "c", "d", "e"].slice((page - 1) * size, page * size);
    return uids.map((uid) => new User(uid));
  });
  return { queries, fetchUsers, builder: new UsersRequestBuilder(fetchUsers).setLimit(2) };
}

const uids = (users: User[]): string => users.map(({ uid }) => uid).join("");

describe("UsersRequest", () => {
  it("goes forward, stays at the end, and goes back", async () => {
    const request = server().builder.build();
    const pages: string[] = [];
    for (let i = 0; i < 4; i++) pages.push(uids(await request.fetchNext()));
    for (let i = 0; i < 3; i++) pages.push(uids(await request.fetchPrevious()));
    pages.push(uids(await request.fetchNext()));
    expect(pages).toEqual(["ab", "cd", "e", "", "cd", "ab", "", "cd"]);
  });

  it("fetches each page once when calls overlap", async () => {
    const request = server().builder.build();
    const pages = await Promise.all([request.fetchNext(), request.fetchNext()]);
    expect(pages.map(uids)).toEqual(["ab", "cd"]);
  });

  it("fetches the same page again after a failure", async () => {
    const { fetchUsers, builder } = server();
    const request = builder.build();
    fetchUsers.mockRejectedValueOnce(new Error("offline"));
    await expect(request.fetchNext()).rejects.toThrow("offline");
    expect(uids(await request.fetchNext())).toBe("ab");
  });

  it("begins at the page of setPage()", async () => {
    expect(uids(await server().builder.setPage(2).build().fetchNext())).toBe("cd");
  });

  it("is not changed by its builder any more", async () => {
    const { builder } = server();
    const request = builder.build();
    builder.setLimit(1).setPage(3);
    expect(uids(await request.fetchNext())).toBe("ab");
  });

  it("sends all filters, lists repeated", async () => {
    const { queries, builder } = server();
    await builder
      .setSearchKeyword("geo & co")
      .searchIn(["uid", "name"])
      .setStatus("online")
      .setRoles(["a", "b"])
      .setTags(["x,y"])
      .withTags(true)
      .friendsOnly(true)
      .hideBlockedUsers(false)
      .setUIDs(["u1", "u2"])
      .sortBy("name")
      .sortByOrder("desc")
      .build()
      .fetchNext();
    expect(queries[0]?.split("&").sort()).toEqual(
      [
        ["perPage=2", "page=1", "searchKey=geo+%26+co", "searchIn=uid", "searchIn=name"],
        ["friendsOnly=true", "hideBlockedUsers=false"],
        ["status=online", "roles=a", "roles=b", "tags=x%2Cy", "withTags=true"],
        ["uids=u1", "uids=u2", "sortBy=name", "sortOrder=desc"],
      ]
        .flat()
        .sort(),
    );
  });

  it("setRole() is setRoles() with one", async () => {
    const { queries, builder } = server();
    await builder.setRole("moderator").build().fetchNext();
    expect(queries[0]).toContain("roles=moderator");
  });

  it.each<[string, (builder: UsersRequestBuilder) => UsersRequestBuilder]>([
    ["SET_LIMIT_IS_COMPULSORY", () => new UsersRequestBuilder(async () => [])],
    ["SET_LIMIT_IS_COMPULSORY", (builder) => builder.setLimit(0)],
    ["SET_LIMIT_IS_COMPULSORY", (builder) => builder.setLimit("10" as never)],
    ["ERROR_SET_LIMIT_EXCEEDED", (builder) => builder.setLimit(101)],
    ["INVALID_STATUS_VALUE", (builder) => builder.setStatus("available" as never)],
    ["EMPTY_USERS_LIST", (builder) => builder.setUIDs([])],
    ["INVALID_USER_LIST", (builder) => builder.setUIDs(["a", ""])],
    ["INVALID_USER_LIST", (builder) => builder.setUIDs([7] as never)],
    ["INVALID_USER_LIST", (builder) => builder.setUIDs("abc" as never)],
    ["MISSING_PARAMETERS", (builder) => builder.setTags("abc" as never)],
    ["MISSING_PARAMETERS", (builder) => builder.setRole(undefined as never)],
    ["MISSING_PARAMETERS", (builder) => builder.setPage(0)],
    ["MISSING_PARAMETERS", (builder) => builder.setPage(1.5)],
  ])("rejects with %s (%#)", async (code, change) => {
    const { fetchUsers, builder } = server();
    await expect(change(builder).build().fetchNext()).rejects.toMatchObject({ code });
    expect(fetchUsers).not.toHaveBeenCalled();
  });

  it("takes a limit of 100", async () => {
    await expect(server().builder.setLimit(100).build().fetchNext()).resolves.toHaveLength(5);
  });
});
