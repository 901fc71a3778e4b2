/** The WebSockets of a soak: those that stay and are told, and those that come and go. */
import { execFileSync } from "node:child_process";
import { createAccounts, createRoles, usersOfRoles } from "../realtime.mjs";

const wanted = 20_000;
const apps = 10;
/** Whom each change is told to, as in the budget for presence. */
const leastSubscribers = 100;
/** Files of the server that are no sockets: HTTP connections of the loads, the database, its own. */
const otherFiles = 300;
/** Seconds that a user is there, and then away: more than the grace of the server. */
const turn = 3;

export const openFiles = Number(execFileSync("sh", ["-c", "ulimit -Hn"]));

/**
 * How many sockets there are for so many changes of presence a second: 20,000, or what the limit of
 * open files leaves. Half of those who come and go are there at any time.
 */
export function planSockets(changes, most = wanted) {
  const sockets = Math.min(most, openFiles - otherFiles);
  const staying = sockets - Math.ceil(1.25 * turn * changes * 0.5);
  const roles = apps * Math.floor(staying / apps / leastSubscribers);
  const subscribers = Math.floor(staying / roles);
  const changing = roles * Math.ceil((turn * changes) / roles);
  const open = roles * subscribers + changing / 2;
  return { roles, subscribers, changing, staying: roles * subscribers, open, changes };
}

/** Creates their users in apps of their own. Answers the file with their tokens, for the load. */
export async function prepareSockets(parley, directory, { roles, subscribers, changing }) {
  const created = await createRoles(parley, roles, roles / apps);
  return createAccounts(parley, directory, [
    ...usersOfRoles(created, "subscriber", subscribers, true),
    ...usersOfRoles(created, "changing", changing / roles, false),
  ]);
}
