import type { User } from "../api/types";

const PRIVATE = "@private";

/** The user as clients receive it: without the private part of the metadata. */
export function clientView(user: User): User {
  if (!user.metadata || !(PRIVATE in user.metadata)) return user;
  const { [PRIVATE]: _private, ...metadata } = user.metadata;
  return { ...user, metadata };
}
