import { isolated } from "../base/isolated";

/** Texts of the page of roles. */
export const strings = {
  title: "Roles",
  lead: "What groups of users may do. Every user has one; an app has at most 25.",
  create: "Create role",
  column: {
    name: "Name",
    listUsers: "Sees",
    sendMessagesTo: "Writes to",
    users: "Users",
    updated: "Changed",
    actions: "Actions",
  },
  reach: {
    all: "Everybody",
    friendsOnly: "Friends only",
  },
  usersOf: (name: string) => `Show the users with the role ${isolated(name)}`,
  actionsOf: (name: string) => `Actions for ${isolated(name)}`,
  action: {
    edit: "Edit",
    delete: "Delete",
  },
  isDefault: "Given to users without another",
  form: {
    createTitle: "Create a role",
    editTitle: (name: string) => `Edit the role ${isolated(name)}`,
    role: "Role ID",
    roleHint: "What your back end calls it. It cannot be changed later.",
    name: "Name",
    description: "Description",
    listUsers: "Whom its users see in lists of users",
    sendMessagesTo: "Whom they may write to",
    metadata: "Metadata",
    metadataHint: "A JSON object of at most 5 KB.",
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
        ? "1 user has this role and gets the role default."
        : `${count.toLocaleString("en")} users have this role and get the role default.`,
    uncounted: "Its users get the role default.",
    undone: "This cannot be undone.",
    confirm: "Delete role",
    done: (name: string) => `The role ${isolated(name)} was deleted.`,
  },
};
