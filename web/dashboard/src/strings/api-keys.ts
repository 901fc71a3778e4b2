import { isolated } from "../base/isolated";

/** Strings of the API keys page. */
export const strings = {
  title: "API keys",
  lead: "Credentials for your back end and for development builds. An app can have up to 25.",
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
      name: "Auth Key (authOnly)",
      short: "Can create, update and log in users",
      text: "Can only create, update and log in users. For clients in development; refused in production.",
    },
    fullAccess: {
      name: "REST API Key (fullAccess)",
      short: "Full access to the management API",
      text: "Can use the whole management API. For your server only. Anyone with this key has full access.",
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
    text: "Your back end needs a key to manage this app. The dashboard does not.",
  },
  form: {
    createTitle: "Create an API key",
    editTitle: (name: string) => `Edit the key ${isolated(name)}`,
    name: "Name",
    nameHint: "Where the key is used, so that you know later what depends on it.",
    submit: "Create key",
    saved: (name: string) => `The key ${isolated(name)} was saved.`,
    narrower: "As soon as you save, this key can only create, update and log in users.",
  },
  shown: {
    title: (name: string) => `The key ${isolated(name)}`,
    label: "API key",
    text: "Send it in the apikey header. Parley stores only a hash, so the key cannot be shown again.",
    done: "I have stored it",
  },
  delete: {
    title: (name: string) => `Delete the key ${isolated(name)}?`,
    text: "Calls with this key will be refused immediately. This cannot be undone.",
    recent: "This key was used in the last day, so something still depends on it. Last used:",
    unused: "It was not used in the last day.",
    confirm: "Delete key",
    done: (name: string) => `The key ${isolated(name)} was deleted.`,
  },
  replace: {
    title: (name: string) => `Replace the key ${isolated(name)}?`,
    text: "This creates a new key with the same name and scope. The old key keeps working until you delete it, so you can switch over without downtime.",
    confirm: "Create new key",
    cardTitle: (name: string) => `Replacing ${isolated(name)}`,
    cardLead: "Switch everything that uses the old key to the new one, then delete the old key.",
    old: "Old key",
    new: "New key",
    lastUsed: "Last used",
    created: "Created",
    stillUsed: "The old key is still in use: something has not switched to the new key yet.",
    waiting: (time: string) =>
      `The old key has not been used for ${time}. Wait for at least an hour.`,
    silent: (time: string) => `The old key has not been used for ${time}. You can delete it.`,
    deleteOld: "Delete old key",
    stop: "Keep both",
    newUnused: "The new key has not been used yet.",
  },
};
