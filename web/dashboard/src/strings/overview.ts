/** Strings of the overview of an app. */
export const strings = {
  title: "Overview",
  range: {
    label: "Time range",
    day: "24 hours",
    week: "7 days",
    month: "30 days",
  },
  tiles: {
    users: "Users",
    deactivated: (count: string) => `and ${count} deactivated`,
    online: "Online now",
    onlineShare: (percent: string) => `${percent} of all users`,
    sessions: "Live sessions",
    sessionsHint: "Active tokens",
    logins: { day: "Logins, 24 hours", week: "Logins, 7 days", month: "Logins, 30 days" },
    perHour: (average: string) => `${average} per hour on average`,
  },
  logins: {
    title: "Logins",
    lead: "Auth tokens created per hour or, over 30 days, per day.",
    series: "Logins",
    none: { title: "No logins", text: "Nobody has logged in during this time." },
  },
  failures: {
    title: "Failures",
    lead: "Refused logins and calls, by error code.",
    none: { title: "No failures", text: "Nothing was refused during this time." },
    other: "Others",
  },
  chart: {
    table: (title: string) => `${title}, as a table`,
    asTable: "Show as a table",
    asChart: "Show as a chart",
    time: "Time",
  },
  newest: {
    title: "Newest users",
    all: "All users",
    none: { title: "No users yet", text: "People who sign up in your app appear here." },
  },
  firstSteps: {
    title: "First steps",
    lead: "Nobody has logged in to this app yet. This is all it takes.",
    appId: "App ID",
    region: "Region",
    code: "Log a user in with the SDK",
    production:
      "The Auth Key is an API key with the scope authOnly, for development only. In production, your server creates an auth token and your app logs in with it.",
    copyAppId: "Copy the App ID",
    copyRegion: "Copy the region",
  },
};
