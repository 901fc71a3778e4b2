import type { Parley } from "parley-sdk";

/** One documented field of the User object. */
export interface Field {
  name: string;
  type: string;
  meaning: string;
  /** The value as the SDK answers it. */
  read: (user: Parley.User) => unknown;
}

/** The documented fields, in the order of the documentation. */
export const FIELDS: Field[] = [
  {
    name: "uid",
    type: "string",
    meaning: "Names the user. Your back end chose it; it never changes.",
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
    meaning: "The secret of this session. Only its owner ever gets it.",
    read: (user) => user.getAuthToken(),
  },
  {
    name: "avatar",
    type: "string",
    meaning: "Address of the picture.",
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
    meaning: "Decides what the user may do. default if you set none.",
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
    meaning: "Did this user block the logged-in user?",
    read: (user) => user.getHasBlockedMe(),
  },
  {
    name: "blockedByMe",
    type: "boolean",
    meaning: "Did the logged-in user block this user?",
    read: (user) => user.getBlockedByMe(),
  },
  {
    name: "deactivatedAt",
    type: "number",
    meaning: "When the user was deactivated. 0 while active.",
    read: (user) => user.getDeactivatedAt(),
  },
  {
    name: "tags",
    type: "array",
    meaning: "Your own labels, to find users by.",
    read: (user) => user.getTags(),
  },
];
