import { type Answer, unexpectedData } from "../http/answer.js";
import type { Deadline } from "../http/deadline.js";
import type { Query } from "../http/request.js";
import { isObject, isString } from "../json.js";
import type { AuthenticatedCalls } from "../session/authenticated-calls.js";
import { requireUids } from "../users/uid-list.js";
import { type FetchedPage, readPage } from "../users/user-pages.js";

/** The results of blockUsers() or unblockUsers(), by UID. */
export type BlockResults = Record<string, BlockResult>;

export interface BlockResult {
  readonly success: boolean;
  /** Can be shown to users. */
  readonly message: string;
  /** The server's code, if it failed: ERR_UID_NOT_FOUND or ERR_CANNOT_BLOCK_SELF. */
  readonly code?: string;
}

/** The calls about blocked users. */
export class BlockingApi {
  constructor(private readonly calls: AuthenticatedCalls) {}

  block(uids: readonly string[], deadline: Deadline): Promise<BlockResults> {
    return this.change("POST", requireUids(uids, "blockUsers()"), deadline);
  }

  unblock(uids: readonly string[], deadline: Deadline): Promise<BlockResults> {
    return this.change("DELETE", requireUids(uids, "unblockUsers()"), deadline);
  }

  list(query: Query, deadline: Deadline): Promise<FetchedPage> {
    return this.calls.send(
      { method: "GET", path: "/blockedusers", query, read: readPage },
      deadline,
    );
  }

  private change(
    method: "POST" | "DELETE",
    blockedUids: string[],
    deadline: Deadline,
  ): Promise<BlockResults> {
    return this.calls.send(
      {
        method,
        path: "/blockedusers",
        body: { blockedUids },
        read: (answer) => readResults(answer, blockedUids),
      },
      deadline,
    );
  }
}

function readResults({ data }: Answer, uids: string[]): BlockResults {
  if (!isObject(data) || !uids.every((uid) => uid.toLowerCase() in data)) {
    throw unexpectedData("result for each user");
  }
  return Object.fromEntries(Object.entries(data).map(([uid, result]) => [uid, readResult(result)]));
}

function readResult(value: unknown): BlockResult {
  if (!isObject(value) || typeof value.success !== "boolean")
    throw unexpectedData("result for each user");
  const { success, message, error } = value;
  const code = isObject(error) && isString(error.code) ? { code: error.code } : {};
  return { success, message: isString(message) ? message : "", ...code };
}
