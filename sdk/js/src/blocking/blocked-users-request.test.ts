import { describe, expect, it, vi } from "vitest";
import { User } from "../users/user.js";
import { BlockedUsersRequest } from "./blocked-users-request.js";
import { BlockedUsersRequestBuilder } from "./blocked-users-request-builder.js";

const fetching = (uids: string[]) =>
  vi.fn(async (_: URLSearchParams) => uids.map((uid) => new User(uid)));
const queryOf = (fetchUsers: ReturnType<typeof fetching>) =>
  fetchUsers.mock.lastCall?.[0].toString();

describe("BlockedUsersRequest", () => {
  it("asks for both directions unless told otherwise", async () => {
    const fetchUsers = fetching(["a"]);
    await new BlockedUsersRequestBuilder(fetchUsers).setLimit(2).build().fetchNext();
    expect(queryOf(fetchUsers)).toBe("perPage=2&page=1");
  });

  it("sends all filters, and goes forward and back", async () => {
    const fetchUsers = fetching(["a", "b"]);
    const request = new BlockedUsersRequestBuilder(fetchUsers)
      .setLimit(2)
      .setSearchKeyword("geo & co")
      .setDirection(BlockedUsersRequest.directions.HAS_BLOCKED_ME)
      .build();
    await request.fetchNext();
    expect(queryOf(fetchUsers)).toBe(
      "perPage=2&page=1&searchKey=geo+%26+co&direction=hasBlockedMe",
    );
    await request.fetchNext();
    expect(queryOf(fetchUsers)).toContain("page=2");
    await request.fetchPrevious();
    expect(queryOf(fetchUsers)).toContain("page=1");
  });

  it.each<[string, (builder: BlockedUsersRequestBuilder) => BlockedUsersRequestBuilder]>([
    ["SET_LIMIT_IS_COMPULSORY", (builder) => builder],
    ["ERROR_SET_LIMIT_EXCEEDED", (builder) => builder.setLimit(101)],
    ["INVALID_DIRECTION_VALUE", (builder) => builder.setLimit(1).setDirection("up" as never)],
  ])("rejects with %s", async (code, change) => {
    const fetchUsers = fetching([]);
    const request = change(new BlockedUsersRequestBuilder(fetchUsers)).build();
    await expect(request.fetchNext()).rejects.toMatchObject({ code });
    expect(fetchUsers).not.toHaveBeenCalled();
  });
});
