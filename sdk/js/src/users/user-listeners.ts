import { isString } from "../json.js";
import { Listeners } from "../listeners.js";
import { toUser } from "./user.js";
import type { UserJson } from "./user-json.js";
import type { UserListenerCallbacks } from "./user-listener.js";

const CALLBACKS = {
  online: "onUserOnline",
  offline: "onUserOffline",
  updated: "onUserUpdated",
  blocked: "onUserBlocked",
  unblocked: "onUserUnblocked",
} as const;

/** The actions of user events, as named by the server. */
export type UserAction = keyof typeof CALLBACKS;

/** Whether this SDK knows the action. */
export function isUserAction(action: unknown): action is UserAction {
  return isString(action) && Object.keys(CALLBACKS).includes(action);
}

/** Notifies the app of user events. */
export class UserListeners extends Listeners<UserListenerCallbacks> {
  constructor() {
    super("UserListener", [...Object.values(CALLBACKS), "onPresenceResync"]);
  }

  happened(action: UserAction, user: UserJson): void {
    this.notify((listener) => listener[CALLBACKS[action]]?.(toUser(user)));
  }

  missedChanges(): void {
    this.notify((listener) => listener.onPresenceResync?.());
  }
}
