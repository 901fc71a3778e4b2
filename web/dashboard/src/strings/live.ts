import { formatNumber } from "../base/number";

/** Texts of the page where one watches what happens. */
export const strings = {
  title: "Live",
  lead: "Logins, logouts, connections and refused calls, as they happen.",
  state: {
    connecting: "Connecting",
    open: "Live",
    lost: "Reconnecting",
    paused: "Paused",
  },
  pause: "Pause",
  resume: "Resume",
  waiting: (count: number) => (count === 1 ? "1 waiting" : `${formatNumber(count)} waiting`),
  clear: "Clear",
  column: {
    at: "Time",
    kind: "What",
    user: "User",
    platform: "Platform",
    address: "Address",
    details: "Details",
  },
  kind: {
    login: "Login",
    logout: "Logout",
    session_ended: "Session ended",
    connected: "Connected",
    disconnected: "Disconnected",
    failure: "Refused",
  },
  reason: {
    logout: "by its user",
    revoked: "revoked",
    expired: "expired",
    deactivated: "user deactivated",
    deleted: "user deleted",
    limit: "too many sessions",
  },
  filter: {
    user: "Filter by UID",
    kind: "Kind of event",
    anyKind: "Everything",
  },
  gap: (count: number) =>
    count === 1 ? "1 event not shown" : `${formatNumber(count)} events not shown`,
  restarted: "The server was restarted",
  announce: (count: number) => (count === 1 ? "1 new event" : `${formatNumber(count)} new events`),
  empty: {
    title: "Nothing has happened yet",
    text: "Log a user in, or open a connection: it shows here at once.",
  },
  lost: {
    title: "No connection",
    text: "The page tries again by itself, and shows the last hundred events then.",
  },
  noMatch: {
    title: "Nothing matches",
    text: "Of the events that are kept here, none is of this kind and user.",
  },
  kept: (count: number) =>
    `The newest ${formatNumber(count)} events are kept while the page is open.`,
};
