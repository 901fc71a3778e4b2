/** What BlockedUsersRequestBuilder.setDirection() takes: `BlockedUsersRequest.directions`. */
export const BLOCK_DIRECTIONS = {
  /** Whom the logged-in user has blocked. */
  BLOCKED_BY_ME: "blockedByMe",
  /** Who has blocked the logged-in user. */
  HAS_BLOCKED_ME: "hasBlockedMe",
  BOTH: "both",
} as const;

export type BlockDirection = (typeof BLOCK_DIRECTIONS)[keyof typeof BLOCK_DIRECTIONS];
