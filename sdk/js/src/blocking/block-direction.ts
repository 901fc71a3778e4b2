/**
 * The values for BlockedUsersRequestBuilder.setDirection(), also `BlockedUsersRequest.directions`.
 */
export const BLOCK_DIRECTIONS = {
  /** Users that the logged-in user has blocked. */
  BLOCKED_BY_ME: "blockedByMe",
  /** Users that have blocked the logged-in user. */
  HAS_BLOCKED_ME: "hasBlockedMe",
  BOTH: "both",
} as const;

export type BlockDirection = (typeof BLOCK_DIRECTIONS)[keyof typeof BLOCK_DIRECTIONS];
