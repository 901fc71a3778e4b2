import { isolated } from "../base/isolated";

/** Strings of the apps page and of the settings of an app. */
export const strings = {
  title: "Apps",
  lead: "Each app has its own users, sessions, roles and keys.",
  create: "Create app",
  settings: "Settings",
  column: {
    name: "Name",
    mode: "Mode",
    lifetime: "Token lifetime",
    region: "Region",
    created: "Created",
  },
  mode: {
    label: "Mode",
    development: {
      name: "Development",
      text: "Auth Keys can create users and log them in, so a client works before you have a back end.",
    },
    production: {
      name: "Production",
      text: "Auth Keys are refused. Your back end creates auth tokens with a REST API Key and passes them to its clients.",
    },
  },
  toProduction:
    "Logins with an Auth Key are refused as soon as you save. Existing sessions continue.",
  toDevelopment: "Anyone with an Auth Key of this app will be able to log in as any of its users.",
  empty: {
    title: "No apps yet",
    text: "Users, sessions and keys belong to an app. Create one to get started.",
  },
  form: {
    createTitle: "Create an app",
    appId: "App ID",
    appIdHint:
      "Up to 63 characters from a-z, 0-9 and -. Identifies the app in clients and host names. It cannot be changed later. Generated if empty.",
    appIdFixed: "Cannot be changed.",
    name: "Name",
    region: "Region",
    regionHint: "A label that clients receive. It has no other effect.",
    submit: "Create app",
  },
  shown: {
    title: (name: string) => `The keys of ${isolated(name)}`,
    text: "The app starts with two keys. Parley stores only their hashes, so they cannot be shown again.",
    appId: "App ID, for all clients",
    authKey: "Auth Key (authOnly), for clients in development",
    apiKey: "REST API Key (fullAccess), for your server only",
    open: "I have stored them",
  },
  card: {
    general: "General",
    mode: "Mode",
    sessions: "Sessions",
    sessionsLead: "Lifetimes apply to new auth tokens. Existing ones keep theirs.",
    access: "Web pages",
    limits: "Rate limits",
    limitsLead: "Calls over a limit get status 429 and the number of seconds to wait.",
    danger: "Delete this app",
  },
  tokenTtl: "Token lifetime",
  tokenTtlHint: "Starts at login, even if the token is not used.",
  idleTimeout: "Idle timeout",
  idleTimeoutHint: "Counted from the last use.",
  count: (label: string) => `${label}: value`,
  unit: (label: string) => `${label}: unit`,
  neverExpires: "Never expires",
  noTimeout: "None",
  units: {
    minute: "Minutes",
    hour: "Hours",
    day: "Days",
    second: "Seconds",
  },
  maxTokensPerUser: "Maximum sessions per user",
  maxTokensPerUserHint: "1 to 10,000. A login over the limit ends the oldest session.",
  allowedOrigins: "Allowed origins",
  allowedOriginsHint:
    "Origins of web pages that can call the API, one per line, such as https://chat.example.com, or https://*.example.com for all subdomains. null means local files. If empty, any origin is allowed.",
  anyOrigin: "Any",
  line: (number: number) => `Line ${number}`,
  corePerMinute: "Logins, creations and deletions per minute",
  otherPerMinute: "Other calls per minute",
  limitHint:
    "0 uses the server's limit, if it has one. One user can use a tenth of the limit, but at least 30.",
  serverLimit: "Server limit",
  /** The same texts as in the server (src/core/app/app.cpp). */
  check: {
    noLimit: "must be 1 or more, or unlimited",
    lifetime: (most: number) => `must be 0 to ${most} seconds (ten years)`,
    maxTokens: (most: number) => `must be 1 to ${most}`,
    label: "must be 1-63 characters from a-z, 0-9 and -, and must not start or end with -",
  },
  save: "Save settings",
  saved: "The settings were saved.",
  delete: {
    text: "This deletes all its users, sessions, keys and roles, and logs out its clients immediately. It cannot be undone. The audit log is kept.",
    button: "Delete this app",
    title: (name: string) => `Delete the app ${isolated(name)}?`,
    confirm: "Delete app",
    done: (name: string) => `The app ${isolated(name)} was deleted.`,
  },
};
