import { isolated } from "../base/isolated";

/** Strings of the user list and of the user form. */
export const strings = {
  title: "Users",
  create: "Create user",
  search: "Search by name or UID",
  filter: {
    status: "Status",
    anyStatus: "Any status",
    online: "Online",
    offline: "Offline",
    role: "Role",
    anyRole: "Any role",
    deactivated: "Deactivated",
    active: "Active only",
    withDeactivated: "Include deactivated",
    onlyDeactivated: "Deactivated only",
    tag: "Filter by tag",
    tagPlaceholder: "Tag, then Enter",
    tags: "Tags to filter by",
    clear: "Clear filters",
  },
  column: {
    user: "Name",
    uid: "UID",
    status: "Status",
    role: "Role",
    tags: "Tags",
    lastActive: "Last active",
    created: "Created",
    updated: "Updated",
  },
  status: {
    online: "Online",
    offline: "Offline",
    deactivated: "Deactivated",
  },
  empty: {
    title: "No users yet",
    text: "Your server creates users with POST /v3/users when people sign up. Or create one here.",
  },
  noMatch: {
    title: "No matching users",
    text: "Try fewer filters, or search for the beginning of a UID or of a word in the name.",
  },
  bulk: {
    edit: "Edit",
    editTitle: (count: number) => `Edit ${users(count)}`,
    roleAsItIs: "No change",
    addTags: "Tags to add",
    removeTags: "Tags to remove",
    saving: "Saving",
    edited: (count: number) => `${users(count, true)} saved.`,
    notEdited: (count: number) => `${users(count)} could not be saved:`,
    deactivate: "Deactivate",
    reactivate: "Reactivate",
    delete: "Delete",
    deactivateQuestion: (count: number) => `Deactivate ${users(count)}?`,
    deactivateText:
      "Their sessions end immediately, and they are hidden from apps. You can reactivate them at any time.",
    deactivated: (count: number) => `${users(count, true)} deactivated.`,
    reactivated: (count: number, left: number) =>
      `${users(count, true)} reactivated${left ? `; ${left} were not deactivated` : ""}.`,
    deleteQuestion: (count: number) => `Delete ${users(count)}?`,
    deleteText:
      "This also deletes their sessions, friends and blocks, and cannot be undone. Deactivating can be undone.",
    deleteWord: "delete",
    deleting: "Deleting",
    progress: (done: number, all: number) => `${done} of ${all}`,
    deleted: (count: number) => `${users(count, true)} deleted.`,
    notDeleted: (count: number) => `${users(count)} could not be deleted:`,
  },
  form: {
    createTitle: "Create a user",
    editTitle: (name: string) => `Edit ${isolated(name)}`,
    uid: "UID",
    uidHint: "Your own ID for this user. It cannot be changed later.",
    name: "Name",
    avatar: "Avatar",
    link: "Link",
    role: "Role",
    statusMessage: "Status message",
    tags: "Tags",
    metadataHint:
      'A JSON object of up to 5 KB. The key "@private" is only visible with the REST API Key.',
    created: (name: string) => `${isolated(name)} was created.`,
    saved: (name: string) => `${isolated(name)} was saved.`,
    submitCreate: "Create user",
  },
};

function users(count: number, startsSentence = false): string {
  if (count === 1) return startsSentence ? "1 user was" : "1 user";
  return `${count} users${startsSentence ? " were" : ""}`;
}
