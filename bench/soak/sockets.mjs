/** The WebSockets of a soak: some stay open and receive presence, the others come and go. */
import { execFileSync } from "node:child_process";
import { createAccounts, createRoles, usersOfRoles } from "../realtime.mjs";

const wanted = 20_000;
const apps = 10;
/** The number of users that receive each change, as in the budget for presence. */
const leastSubscribers = 100;
/** Open files of the server other than these sockets: HTTP connections, the database and others. */
const otherFiles = 300;
/** Seconds that a user is online, and then offline: more than the grace period of the server. */
const turn = 3;

export const openFiles = Number(execFileSync("sh", ["-c", "ulimit -Hn"]));

/**
 * Plans the sockets for `changes` presence changes per second: `most`, or fewer if the limit on open files
 * is lower. Half of the users who come and go are online at any time.
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

/** Creates their users in separate apps. Returns the file with their tokens for the load generator. */
export async function prepareSockets(parley, directory, { roles, subscribers, changing }) {
  const created = await createRoles(parley, roles, roles / apps);
  return createAccounts(parley, directory, [
    ...usersOfRoles(created, "subscriber", subscribers, true),
    ...usersOfRoles(created, "changing", changing / roles, false),
  ]);
}
