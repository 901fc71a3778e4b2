import { describe, expect, it, vi } from "vitest";
import type { Query } from "../http/request.js";
import { queryText } from "../http/request.js";
import type { FetchedPage } from "./user-pages.js";
import { User } from "./user.js";
import { UsersRequestBuilder } from "./users-request-builder.js";
import type { StartFetching } from "./users-request.js";

/** A server with five users. Its cursors are its sort keys. */
class ListServer {
  readonly queries: Query[] = [];
  readonly users = new Map<string, string>();

  constructor(readonly hasCursors = true) {
    for (const uid of ["a", "b", "c", "d", "e"]) this.users.set(uid, "offline");
  }

  readonly fetchUsers = vi.fn(async (query: Query): Promise<FetchedPage> => {
    this.queries.push(query);
    const {
      perPage: size,
      cursor = "",
      page,
      sortBy,
      sortOrder,
    } = query as Record<string, never> & {
      perPage: number;
      page: number;
    };
    const keyOf = (uid: string): string =>
      sortBy === "name" ? uid : `${this.users.get(uid) === "online" ? 0 : 1}${uid}`;
    const uids = [...this.users.keys()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    if (sortOrder === "desc") uids.reverse();
    const isBehind = (key: string): boolean => (sortOrder === "desc" ? key < cursor : key > cursor);
    const start = (page - 1) * size;
    const found = cursor
      ? uids.filter((uid) => isBehind(keyOf(uid))).slice(0, size)
      : uids.slice(start, start + size);
    const last = found[found.length - 1];
    return {
      users: found.map((uid) => new User({ uid, status: this.users.get(uid) as never })),
      ...(this.hasCursors && last && found.length === size ? { cursor: keyOf(last) } : {}),
    };
  });

  readonly startFetching: StartFetching = () => this.fetchUsers;
  readonly builder = new UsersRequestBuilder(this.startFetching).setLimit(2);
}

const uids = (users: User[]): string => users.map(({ uid }) => uid).join("");

describe.each([true, false])("UsersRequest, where the server has cursors: %s", (hasCursors) => {
  it("goes forward, stays at the end, and goes back", async () => {
    const request = new ListServer(hasCursors).builder.build();
    const pages: string[] = [];
    for (let i = 0; i < 4; i++) pages.push(uids(await request.fetchNext()));
    for (let i = 0; i < 3; i++) pages.push(uids(await request.fetchPrevious()));
    pages.push(uids(await request.fetchNext()));
    expect(pages).toEqual(["ab", "cd", "e", "", "cd", "ab", "", "cd"]);
  });

  it("starts at the page of setPage(), and goes back from there", async () => {
    const request = new ListServer(hasCursors).builder.setPage(2).build();
    expect(uids(await request.fetchNext())).toBe("cd");
    expect(uids(await request.fetchNext())).toBe("e");
    expect(uids(await request.fetchPrevious())).toBe("cd");
    expect(uids(await request.fetchPrevious())).toBe("ab");
    expect(uids(await request.fetchPrevious())).toBe("");
    expect(uids(await request.fetchNext())).toBe("cd");
  });

  it("fetches each page once when calls overlap", async () => {
    const request = new ListServer(hasCursors).builder.build();
    const pages = await Promise.all([request.fetchNext(), request.fetchNext()]);
    expect(pages.map(uids)).toEqual(["ab", "cd"]);
  });

  it("finds users who join after the end", async () => {
    const server = new ListServer(hasCursors);
    const request = server.builder.setLimit(5).build();
    expect(uids(await request.fetchNext())).toBe("abcde");
    expect(uids(await request.fetchNext())).toBe("");
    server.users.set("f", "offline");
    expect(uids(await request.fetchNext())).toBe("f");
  });
});

it("finds users who join after the last page, but not those who join before it", async () => {
  const server = new ListServer();
  const request = server.builder.sortBy("name").build();
  const pages = [];
  for (let page = 0; page < 3; page++) pages.push(uids(await request.fetchNext()));
  expect(pages).toEqual(["ab", "cd", "e"]);
  for (const uid of ["0", "f"]) server.users.set(uid, "offline");
  expect(uids(await request.fetchNext())).toBe("f");
});

it("may miss a user who comes online after setPage(2)", async () => {
  const { users, builder } = new ListServer();
  const request = builder.setPage(2).build();
  expect(uids(await request.fetchNext())).toBe("cd");
  users.set("e", "online");
  expect(uids(await request.fetchNext())).toBe("");
});

describe("UsersRequest", () => {
  it("asks once for a list that fits one page", async () => {
    const server = new ListServer();
    await server.builder.setLimit(10).build().fetchNext();
    expect(server.queries).toHaveLength(1);
  });

  it("fetches the same page again after a failure", async () => {
    const { fetchUsers, builder } = new ListServer();
    const request = builder.build();
    fetchUsers.mockRejectedValueOnce(new Error("offline"));
    await expect(request.fetchNext()).rejects.toThrow("offline");
    expect(uids(await request.fetchNext())).toBe("ab");
  });

  it("is not affected by later changes of its builder", async () => {
    const { builder } = new ListServer();
    const request = builder.build();
    builder.setLimit(1).setPage(3);
    expect(uids(await request.fetchNext())).toBe("ab");
  });

  it("stops when a server repeats its cursor", async () => {
    const fetchUsers = vi.fn(async () => ({ users: [new User("a")], cursor: "x" }));
    const request = new UsersRequestBuilder(() => fetchUsers).setLimit(1).sortBy("uid").build();
    expect(uids(await request.fetchNext())).toBe("a");
    expect(uids(await request.fetchNext())).toBe("");
    expect(fetchUsers.mock.calls.length).toBeLessThan(5);
  });

  it("sends all filters, and repeats the names of lists", async () => {
    const { queries, builder } = new ListServer();
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
    expect(
      queryText(queries[0] ?? {})
        .split("&")
        .sort(),
    ).toEqual(
      [
        ["perPage=2", "page=1", "searchKey=geo%20%26%20co", "searchIn=uid", "searchIn=name"],
        ["friendsOnly=true", "hideBlockedUsers=false"],
        ["status=online", "roles=a", "roles=b", "tags=x%2Cy", "withTags=true"],
        ["uids=u1", "uids=u2", "sortBy=name", "sortOrder=desc"],
      ]
        .flat()
        .sort(),
    );
  });

  it("treats setRole() as setRoles() with one role", async () => {
    const { queries, builder } = new ListServer();
    await builder.setRole("moderator").build().fetchNext();
    expect(queries[0]).toMatchObject({ roles: ["moderator"] });
  });

  it.each<[string, (builder: UsersRequestBuilder) => UsersRequestBuilder]>([
    ["SET_LIMIT_IS_COMPULSORY", () => new UsersRequestBuilder(() => async () => ({ users: [] }))],
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
    const { fetchUsers, builder } = new ListServer();
    await expect(change(builder).build().fetchNext()).rejects.toMatchObject({ code });
    expect(fetchUsers).not.toHaveBeenCalled();
  });

  it("accepts a limit of 100", async () => {
    await expect(new ListServer().builder.setLimit(100).build().fetchNext()).resolves.toHaveLength(
      5,
    );
  });
});

describe("a list that changes between its pages", () => {
  type Change = (users: Map<string, string>) => void;

  /** The pages of a list, with a change after the first one. */
  async function pagesAround(
    change: Change,
    online: string,
    prepare: (builder: UsersRequestBuilder) => unknown = () => undefined,
  ): Promise<string[]> {
    const { users, builder } = new ListServer();
    for (const uid of online) users.set(uid, "online");
    prepare(builder);
    const request = builder.build();
    const pages = [uids(await request.fetchNext())];
    change(users);
    for (;;) {
      const page = uids(await request.fetchNext());
      if (!page) return pages;
      pages.push(page);
    }
  }

  it.each<[string, string, Change, string[]]>([
    ["nobody changes", "", () => undefined, ["ab", "cd", "e"]],
    ["nobody changes, some online", "de", () => undefined, ["de", "ab", "c"]],
    ["nobody changes, all online", "abcde", () => undefined, ["ab", "cd", "e"]],
    ["somebody comes online", "", (users) => users.set("e", "online"), ["ab", "cd", "e"]],
    ["one of the first comes online", "", (users) => users.set("a", "online"), ["ab", "cd", "e"]],
    ["a later user goes offline", "bcde", (users) => users.set("d", "offline"), ["bc", "ea", "d"]],
    [
      "a user of the first page goes offline",
      "bcde",
      (users) => users.set("b", "offline"),
      ["bc", "de", "a"],
    ],
    ["one of the first is deleted", "", (users) => users.delete("a"), ["ab", "cd", "e"]],
    [
      "both users of the first page are deleted",
      "bc",
      (users) => ["b", "c"].forEach((uid) => users.delete(uid)),
      ["bc", "ad", "e"],
    ],
    ["one who is behind is deleted", "", (users) => users.delete("c"), ["ab", "de"]],
    [
      "all come online",
      "",
      (users) => [..."abcde"].forEach((uid) => users.set(uid, "online")),
      ["ab", "cd", "e"],
    ],
    [
      "all go offline",
      "abcde",
      (users) => [..."abcde"].forEach((uid) => users.set(uid, "offline")),
      ["ab", "cd", "e"],
    ],
  ])("%s", async (_, online, change, pages) => {
    expect(await pagesAround(change, online)).toEqual(pages);
  });

  it("is also complete if it is sorted in the other direction", async () => {
    const pages = await pagesAround(
      (users) => users.set("a", "online").set("d", "offline"),
      "cd",
      (builder) => builder.sortBy("status").sortByOrder("desc"),
    );
    expect([...pages.join("")].sort().join("")).toBe("abcde");
    expect(pages.every((page, index) => page.length === (index < 2 ? 2 : 1))).toBe(true);
  });

  it("returns the users of the previous page when it goes back, and misses nobody afterwards", async () => {
    const { users, builder } = new ListServer();
    const request = builder.build();
    await request.fetchNext();
    await request.fetchNext();
    users.delete("a");
    users.set("b", "online");
    expect(uids(await request.fetchPrevious())).toBe("bc");
    expect(uids(await request.fetchNext())).toBe("de");
  });

  it("needs few requests for pages of one user while many are online", async () => {
    const { users, queries, builder } = new ListServer();
    for (let i = 0; i < 200; i++) users.set(`a${String(i).padStart(3, "0")}`, "online");
    const request = builder.setLimit(100).build();
    for (let i = 0; i < 2; i++) await request.fetchNext();
    expect(uids(await request.fetchNext())).toBe("abcde");
    expect(queries.length).toBeLessThan(7);
  });
});
