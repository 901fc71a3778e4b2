import type { UpdateUser } from "../api/types";

/** A change to apply to many users. */
export interface BulkEdit {
  /** Empty to keep each user's role. */
  role: string;
  addTags: string[];
  removeTags: string[];
}

/**
 * The request body that applies the change to a user with this role and these tags; null if nothing
 * would change. A tag that is both added and removed is added.
 */
export function updateOf(
  { role, addTags, removeTags }: BulkEdit,
  current: { role: string; tags: readonly string[] },
): UpdateUser | null {
  const kept = current.tags.filter((tag) => !removeTags.includes(tag) || addTags.includes(tag));
  const tags = [...kept, ...addTags.filter((tag) => !kept.includes(tag))];
  const changesTags = tags.length !== current.tags.length || kept.length !== current.tags.length;
  const changesRole = role !== "" && role !== current.role;
  if (!changesTags && !changesRole) return null;
  return {
    ...(changesRole && { role }),
    ...(changesTags && (tags.length > 0 ? { tags } : { unset: ["tags"] })),
  };
}
