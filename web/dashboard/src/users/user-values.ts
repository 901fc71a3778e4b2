import type { CreateUser, UpdateUser, User } from "../api/types";
import { changedOrUnset } from "../form/changed";
import { parseJsonObject } from "../form/checks";

/** The values of the user form. */
export interface UserValues {
  uid: string;
  name: string;
  avatar: string;
  link: string;
  role: string;
  statusMessage: string;
  tags: string[];
  /** JSON text; empty for none. */
  metadata: string;
}

export const NEW_USER: UserValues = {
  uid: "",
  name: "",
  avatar: "",
  link: "",
  role: "default",
  statusMessage: "",
  tags: [],
  metadata: "",
};

/** The initial form values for this user. */
export function valuesOf(user: User): UserValues {
  const { uid, name, avatar = "", link = "", role, statusMessage = "", tags = [], metadata } = user;
  return {
    uid,
    name,
    avatar,
    link,
    role,
    statusMessage,
    tags,
    metadata: metadata ? JSON.stringify(metadata, null, 2) : "",
  };
}

/** The request body that creates the user, without empty fields. */
export function creationOf(values: UserValues): CreateUser {
  const { uid, name, role, avatar, link, statusMessage, tags } = values;
  const metadata = parseJsonObject(values.metadata);
  return {
    uid,
    name,
    role,
    ...(avatar && { avatar }),
    ...(link && { link }),
    ...(statusMessage && { statusMessage }),
    ...(tags.length > 0 && { tags }),
    ...(metadata && { metadata }),
  };
}

const OPTIONAL = ["avatar", "link", "metadata", "statusMessage", "tags"] as const;

/** The request body with the changes from `before` to `values`. */
export function changesOf(before: UserValues, values: UserValues): UpdateUser {
  const { set, unset } = changedOrUnset(before, values, OPTIONAL);
  const { metadata, ...rest } = set;
  return {
    ...rest,
    ...(metadata !== undefined && { metadata: parseJsonObject(metadata) }),
    ...(unset.length > 0 && { unset }),
  };
}
