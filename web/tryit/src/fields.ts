import type { Parley } from "parley-sdk";

/** A documented field of the User object. */
export interface Field {
  name: string;
  type: string;
  meaning: string;
  /** The value as the SDK returns it. */
  read: (user: Parley.User) => unknown;
}

/** The documented fields, in the order of the documentation. */
export const FIELDS: Field[] = [
  {
    name: "uid",
    type: "string",
    meaning: "Identifies the user. Chosen by your back end; never changes.",
    read: (user) => user.getUid(),
  },
  {
    name: "name",
    type: "string",
    meaning: "What other people see.",
    read: (user) => user.getName(),
  },
  {
    name: "authToken",
    type: "string",
    meaning: "The secret of this session. Only the user itself receives it.",
    read: (user) => user.getAuthToken(),
  },
  {
    name: "avatar",
    type: "string",
    meaning: "URL of the picture.",
    read: (user) => user.getAvatar(),
  },
  {
    name: "status",
    type: "string",
    meaning: "online or offline.",
    read: (user) => user.getStatus(),
  },
  {
    name: "role",
    type: "string",
    meaning: "Determines what the user can do. default if not set.",
    read: (user) => user.getRole(),
  },
  {
    name: "lastActiveAt",
    type: "number",
    meaning: "When the user was last seen, in Unix seconds.",
    read: (user) => user.getLastActiveAt(),
  },
  {
    name: "hasBlockedMe",
    type: "boolean",
    meaning: "Whether this user has blocked the logged-in user.",
    read: (user) => user.getHasBlockedMe(),
  },
  {
    name: "blockedByMe",
    type: "boolean",
    meaning: "Whether the logged-in user has blocked this user.",
    read: (user) => user.getBlockedByMe(),
  },
  {
    name: "deactivatedAt",
    type: "number",
    meaning: "When the user was deactivated, in Unix seconds. 0 while active.",
    read: (user) => user.getDeactivatedAt(),
  },
  {
    name: "tags",
    type: "array",
    meaning: "Your own labels for finding users.",
    read: (user) => user.getTags(),
  },
];
