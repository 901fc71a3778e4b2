import type { UpdateUser } from "../api/types";

/** What is changed of many users at once; the rest of each stays. */
export interface BulkEdit {
  /** Empty: each keeps its own. */
  role: string;
  addTags: string[];
  removeTags: string[];
}

/**
 * The body that changes a user who has these tags; null when nothing would change. A tag that is
 * both added and removed is added.
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
