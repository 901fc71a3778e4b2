import { isolated } from "../base/isolated";

/** Strings of the roles page. */
export const strings = {
  title: "Roles",
  lead: "What groups of users can do. Every user has one role; an app can have up to 25.",
  create: "Create role",
  column: {
    name: "Name",
    listUsers: "Can list",
    sendMessagesTo: "Can message",
    users: "Users",
    updated: "Updated",
    actions: "Actions",
  },
  reach: {
    all: "Everyone",
    friendsOnly: "Friends only",
  },
  usersOf: (name: string) => `Show the users with the role ${isolated(name)}`,
  actionsOf: (name: string) => `Actions for ${isolated(name)}`,
  action: {
    edit: "Edit",
    delete: "Delete",
  },
  isDefault: "For users without another role",
  form: {
    createTitle: "Create a role",
    editTitle: (name: string) => `Edit the role ${isolated(name)}`,
    role: "Role ID",
    roleHint: "The ID that your back end uses. It cannot be changed later.",
    name: "Name",
    description: "Description",
    listUsers: "Can list",
    sendMessagesTo: "Can message",
    metadataHint: "A JSON object of up to 5 KB.",
    submitCreate: "Create role",
    created: (name: string) => `The role ${isolated(name)} was created.`,
    saved: (name: string) => `The role ${isolated(name)} was saved.`,
  },
  delete: {
    title: (name: string) => `Delete the role ${isolated(name)}?`,
    counting: "Counting its users …",
    nobody: "No user has this role.",
    moves: (count: number) =>
      count === 1
        ? "1 user has this role and will get the role default."
        : `${count.toLocaleString("en")} users have this role and will get the role default.`,
    uncounted: "Its users will get the role default.",
    undone: "This cannot be undone.",
    confirm: "Delete role",
    done: (name: string) => `The role ${isolated(name)} was deleted.`,
  },
};
