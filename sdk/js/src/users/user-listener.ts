import type { User } from "./user.js";

export interface UserListenerCallbacks {
  /** A user in the presence subscription came online, with its first device. */
  onUserOnline?(user: User): void;
  /** A user in the presence subscription went offline, with its last device. */
  onUserOffline?(user: User): void;
  /**
   * Presence changes were missed, because the connection was lost for a while or could not keep up.
   * Fetch lists that show who is online again.
   */
  onPresenceResync?(): void;
  /** The logged-in user was updated, on this or another device. */
  onUserUpdated?(user: User): void;
  /** One of the two users has blocked the other: see `blockedByMe` and `hasBlockedMe`. */
  onUserBlocked?(user: User): void;
  /**
   * One of the two users has unblocked the other: `blockedByMe` and `hasBlockedMe` show what
   * remains.
   */
  onUserUnblocked?(user: User): void;
}

/** Receives events about users; see addUserListener(). */
export class UserListener implements UserListenerCallbacks {
  onUserOnline?: (user: User) => void;
  onUserOffline?: (user: User) => void;
  onPresenceResync?: () => void;
  onUserUpdated?: (user: User) => void;
  onUserBlocked?: (user: User) => void;
  onUserUnblocked?: (user: User) => void;

  /** @param callbacks - any of the six. */
  constructor(callbacks: UserListenerCallbacks = {}) {
    Object.assign(this, callbacks);
  }
}
