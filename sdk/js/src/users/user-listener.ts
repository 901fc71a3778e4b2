import type { User } from "./user.js";

export interface UserListenerCallbacks {
  /** Somebody whose presence the settings subscribe to is online now, on the first device. */
  onUserOnline?(user: User): void;
  /** The same person is offline now, on every device. */
  onUserOffline?(user: User): void;
  /**
   * Changes of presence were missed, because the connection was lost for a while or could not keep
   * up. Ask for the lists that show who is online again.
   */
  onPresenceResync?(): void;
  /** The logged-in user has changed, on this device or another one. */
  onUserUpdated?(user: User): void;
  /** The logged-in user and this one have been parted: `blockedByMe` and `hasBlockedMe` say by whom. */
  onUserBlocked?(user: User): void;
  /** One of the two has unblocked the other: `blockedByMe` and `hasBlockedMe` say what is left. */
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
