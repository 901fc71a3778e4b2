import { isolated } from "../base/isolated";

/** Texts of the page of API keys. */
export const strings = {
  title: "API keys",
  lead: "Credentials of your back end and of builds in development. An app has at most 25.",
  create: "Create key",
  column: {
    name: "Name",
    key: "Key",
    scope: "Scope",
    createdBy: "Created by",
    created: "Created",
    lastUsed: "Last used",
    actions: "Actions",
  },
  scope: {
    label: "Scope",
    authOnly: {
      name: "authOnly",
      short: "Creates, updates and logs in users",
      text: "Creates, updates and logs in users, nothing else. For clients in development; in production it logs nobody in.",
    },
    fullAccess: {
      name: "fullAccess",
      short: "Everything the management API can",
      text: "May do everything the management API can. For your server alone: whoever has it has the app.",
    },
  },
  byServer: "The server",
  actionsOf: (name: string) => `Actions for ${isolated(name)}`,
  action: {
    edit: "Rename or change scope",
    replace: "Replace",
    delete: "Delete",
  },
  empty: {
    title: "No API keys",
    text: "Without one, no back end can manage this app. The dashboard needs none.",
  },
  form: {
    createTitle: "Create an API key",
    editTitle: (name: string) => `Edit the key ${isolated(name)}`,
    name: "Name",
    nameHint: "What uses it, so that you know later what a change would break.",
    submit: "Create key",
    saved: (name: string) => `The key ${isolated(name)} was saved.`,
    narrower: "Whatever uses this key loses everything but creating and logging in users, at once.",
  },
  shown: {
    title: (name: string) => `The key ${isolated(name)}`,
    label: "API key",
    text: "Send it in the header apikey. It is kept as a hash here: nobody can look it up again.",
    done: "I have stored it",
  },
  delete: {
    title: (name: string) => `Delete the key ${isolated(name)}?`,
    text: "Whatever still uses it is refused at once. This cannot be undone.",
    recent: "This key was used in the last day, so something still depends on it. Last used:",
    unused: "It was not used in the last day.",
    confirm: "Delete key",
    done: (name: string) => `The key ${isolated(name)} was deleted.`,
  },
  replace: {
    title: (name: string) => `Replace the key ${isolated(name)}?`,
    text: "A new key with the same name and scope is created. The old one goes on working until you delete it, so nothing stops while you bring the new key to where it is used.",
    confirm: "Create the new key",
    cardTitle: (name: string) => `Replacing ${isolated(name)}`,
    cardLead: "Bring the new key to everything that uses the old one; then delete the old one.",
    old: "Old key",
    new: "New key",
    lastUsed: "Last used",
    created: "Created",
    stillUsed: "The old key is still in use. Something does not have the new key yet.",
    waiting: (time: string) =>
      `The old key has been silent for ${time}. Wait for an hour at least.`,
    silent: (time: string) => `The old key has been silent for ${time}: delete it.`,
    deleteOld: "Delete the old key",
    stop: "Keep both",
    newUnused: "The new key has not been used yet.",
  },
};
