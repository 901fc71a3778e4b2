import { formatNumber } from "../base/number";

/** Strings of the live page. */
export const strings = {
  title: "Live",
  lead: "New auth tokens, logins, logouts, connections and refused calls, as they happen.",
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
    kind: "Event",
    user: "User",
    platform: "Platform",
    address: "Address",
    details: "Details",
  },
  kind: {
    token_created: "Token created",
    login: "Login",
    logout: "Logout",
    session_ended: "Session ended",
    connected: "Connected",
    disconnected: "Disconnected",
    failure: "Refused",
  },
  reason: {
    logout: "by the user",
    revoked: "revoked",
    expired: "expired",
    deactivated: "user deactivated",
    deleted: "user deleted",
    limit: "too many sessions",
  },
  filter: {
    user: "Filter by UID",
    kind: "Event type",
    anyKind: "All events",
  },
  gap: (count: number) =>
    count === 1 ? "1 event not shown" : `${formatNumber(count)} events not shown`,
  restarted: "The server restarted",
  announce: (count: number) => (count === 1 ? "1 new event" : `${formatNumber(count)} new events`),
  empty: {
    title: "No events yet",
    text: "Logins and connections appear here immediately.",
  },
  lost: {
    title: "No connection",
    text: "The page reconnects automatically, and then shows the last hundred events.",
  },
  noMatch: {
    title: "No matching events",
    text: "None of the events kept here match these filters.",
  },
  kept: (count: number) =>
    `The newest ${formatNumber(count)} events are kept while the page is open.`,
};
