import { describe, expect, it, vi } from "vitest";
import type { Query } from "../http/request.js";
import type { FetchedPage } from "../users/user-pages.js";
import { User } from "../users/user.js";
import { BlockedUsersRequest } from "./blocked-users-request.js";
import { BlockedUsersRequestBuilder } from "./blocked-users-request-builder.js";

const fetching = (...uids: string[]) => {
  const pages = [...uids];
  return vi.fn(async (_: Query): Promise<FetchedPage> => {
    const users = [...(pages.shift() ?? "")].map((uid) => new User(uid));
    return { users, ...(users.length === 2 ? { cursor: `behind-${users[1]?.uid}` } : {}) };
  });
};

describe("BlockedUsersRequest", () => {
  it("requests both directions by default", async () => {
    const fetchUsers = fetching("a");
    await new BlockedUsersRequestBuilder(() => fetchUsers).setLimit(2).build().fetchNext();
    expect(fetchUsers.mock.lastCall).toEqual([{ perPage: 2, page: 1 }]);
  });

  it("sends all filters, and goes forward and back along the cursors", async () => {
    const fetchUsers = fetching("ab", "cd", "ab");
    const request = new BlockedUsersRequestBuilder(() => fetchUsers)
      .setLimit(2)
      .setSearchKeyword("geo")
      .setDirection(BlockedUsersRequest.directions.HAS_BLOCKED_ME)
      .build();
    const filters = { perPage: 2, searchKey: "geo", direction: "hasBlockedMe" };
    await request.fetchNext();
    expect(fetchUsers.mock.lastCall).toEqual([{ ...filters, page: 1 }]);
    await request.fetchNext();
    expect(fetchUsers.mock.lastCall).toEqual([{ ...filters, cursor: "behind-b" }]);
    await request.fetchPrevious();
    expect(fetchUsers.mock.lastCall).toEqual([{ ...filters, page: 1 }]);
  });

  it.each<[string, (builder: BlockedUsersRequestBuilder) => BlockedUsersRequestBuilder]>([
    ["SET_LIMIT_IS_COMPULSORY", (builder) => builder],
    ["ERROR_SET_LIMIT_EXCEEDED", (builder) => builder.setLimit(101)],
    ["INVALID_DIRECTION_VALUE", (builder) => builder.setLimit(1).setDirection("up" as never)],
  ])("rejects with %s", async (code, change) => {
    const fetchUsers = fetching();
    const request = change(new BlockedUsersRequestBuilder(() => fetchUsers)).build();
    await expect(request.fetchNext()).rejects.toMatchObject({ code });
    expect(fetchUsers).not.toHaveBeenCalled();
  });
});
