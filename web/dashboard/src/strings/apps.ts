import { isolated } from "../base/isolated";

/** Texts of the list of apps, and of the settings of one. */
export const strings = {
  title: "Apps",
  lead: "Each app has its own users, sessions, roles and keys.",
  create: "Create app",
  settings: "Settings",
  column: {
    name: "Name",
    mode: "Mode",
    lifetime: "Auth tokens live",
    region: "Region",
    created: "Created",
  },
  forEver: "For ever",
  mode: {
    label: "Mode",
    development: {
      name: "Development",
      text: "An authOnly key may create users and log them in, so that a client works before there is a back end.",
    },
    production: {
      name: "Production",
      text: "An authOnly key logs nobody in. Your back end creates auth tokens with a fullAccess key and hands them to its clients.",
    },
  },
  toProduction:
    "Clients that log in with an authOnly key are refused as soon as you save. Sessions that exist go on.",
  toDevelopment: "Whoever has an authOnly key of this app can log in as any of its users then.",
  empty: {
    title: "No app yet",
    text: "Users, sessions and keys belong to an app. Create the first one to begin.",
  },
  form: {
    createTitle: "Create an app",
    appId: "App ID",
    appIdHint:
      "Up to 63 of a-z, 0-9 and -. Clients and hosts name the app by it; it stays for ever. Made up when left empty.",
    appIdFixed: "It cannot be changed.",
    name: "Name",
    region: "Region",
    regionHint: "A label that clients receive. It has no other effect.",
    submit: "Create app",
  },
  shown: {
    title: (name: string) => `The keys of ${isolated(name)}`,
    text: "The app has two keys to begin with. They are kept as hashes: nobody can look them up again.",
    authKey: "Auth Key (authOnly), for clients in development",
    apiKey: "REST API key (fullAccess), for your server alone",
    open: "I have stored them",
  },
  card: {
    general: "General",
    mode: "Mode",
    sessions: "Sessions",
    sessionsLead:
      "Lifetimes hold for auth tokens created from now on. Those that exist keep theirs.",
    access: "Web pages",
    limits: "Rate limits",
    limitsLead: "What is over a limit is answered with 429 and the seconds to wait.",
    danger: "Delete this app",
  },
  tokenTtl: "Auth tokens live",
  tokenTtlHint: "Counted from the login, used or not.",
  idleTimeout: "Unused ones end after",
  idleTimeoutHint: "Counted from the last use.",
  count: (label: string) => `${label}: how many`,
  unit: (label: string) => `${label}: unit`,
  units: {
    never: "No limit",
    minute: "Minutes",
    hour: "Hours",
    day: "Days",
    second: "Seconds",
  },
  maxTokensPerUser: "Sessions a user may have",
  maxTokensPerUserHint: "1 to 10,000. A login beyond that ends the oldest session.",
  allowedOrigins: "Allowed origins",
  allowedOriginsHint:
    "Origins of web pages that may call the API, one per line: https://chat.example.com, or https://*.example.com for every host below example.com. null stands for local files. Empty allows any.",
  anyOrigin: "Any",
  corePerMinute: "Logins, creations and deletions per minute",
  otherPerMinute: "Other calls per minute",
  limitHint:
    "0 leaves it to the server's own limit, if it has one. One user may use a tenth of it, at least 30.",
  serverLimit: "The server's limit",
  /** In the words of the server (src/core/app/app.cpp). */
  check: {
    noLimit: 'must be 1 or more; there is "No limit" for none',
    lifetime: (most: number) => `must be 0 to ${most} seconds (ten years)`,
    maxTokens: (most: number) => `must be 1 to ${most}`,
    region: "must be 1-63 of a-z, 0-9 and -",
    appId: "must be 1-63 of a-z, 0-9 and -, neither first nor last a -",
  },
  save: "Save the settings",
  saved: "The settings were saved.",
  delete: {
    text: "With its users, sessions, keys and roles. Clients are logged out at once, and it cannot be undone. Its audit log stays.",
    button: "Delete this app",
    title: (name: string) => `Delete the app ${isolated(name)}?`,
    confirm: "Delete app",
    done: (name: string) => `The app ${isolated(name)} was deleted.`,
  },
};
