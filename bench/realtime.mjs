/**
 * Realtime: the memory of idle sockets, the delivery and latency of presence, and the time until all clients
 * have reconnected after a crash. The clients are those of bench/realtime, on the core of the load.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { post, startParley } from "./parley.mjs";
import { cpuMicros, loadCore } from "./process.mjs";
import { forAll } from "./side_by_side.mjs";

const generator = "build/release/realtime_load";
const mostRolesAnApp = 20;
const subscribersARole = 100;
/** Lists and counts show a change when it is announced, shortly after the login. */
const shownWithinMillis = 5000;

/**
 * Runs a load against a server. `at` has functions that are called when the load reaches a point. Returns
 * the report of the load.
 */
export async function runLoad(parley, accounts, args, at) {
  const child = spawn(
    "taskset",
    ["--cpu-list", loadCore, generator, "--accounts", accounts, "--port", parley.port, ...args],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const ended = once(child, "exit");
  let figures;
  for await (const line of createInterface(child.stdout)) {
    const { reached, ...rest } = JSON.parse(line);
    if (reached === undefined) {
      figures = rest;
    } else {
      await at[reached]?.();
      child.stdin.write("\n");
    }
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`the load ${args[0]} failed`);
  return figures;
}

/** Creates users, and writes a file with their logins for the load. */
export async function createAccounts(parley, directory, users) {
  const lines = [];
  await forAll(users.length, async (i) => {
    const { apikey, subscribesTo, ...user } = users[i];
    const body = { ...user, name: `User ${i}`, withAuthToken: true };
    const { authToken } = await post(`${parley.url}/v3/users`, { apikey }, body);
    lines[i] = [user.uid, authToken, subscribesTo ?? ""].join("\t");
  });
  const path = join(directory, "accounts.tsv");
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

async function withServer(directory, options, work) {
  mkdirSync(directory);
  const parley = await startParley(directory, options);
  try {
    return await work(parley);
  } finally {
    await parley.stop();
  }
}

/**
 * Bytes of resident memory per idle socket, for `count` sockets without TLS. `uncounted` more are opened
 * first, so that the allocator of the server and the caches of its database are already filled.
 */
export function measureIdle(directory, count, uncounted) {
  return withServer(directory, {}, async (parley) => {
    const { apiKey: apikey } = parley.createApp("bench");
    const users = Array.from({ length: uncounted + count }, (_, i) => ({
      uid: `user-${i}`,
      apikey,
    }));
    const accounts = await createAccounts(parley, directory, users);
    const resident = {};
    const look = (point) => () => (resident[point] = parley.residentBytes());
    await runLoad(parley, accounts, ["idle", "--uncounted", uncounted], {
      warm: look("warm"),
      idle: look("idle"),
    });
    return Math.round((resident.idle - resident.warm) / count);
  });
}

/** Users for `apps` with `rolesAnApp` roles each: `aRole` users per role. `subscribes`: whether they subscribe to their role. */
export function usersOfRoles({ apps, rolesAnApp }, prefix, aRole, subscribes) {
  return Array.from({ length: apps.length * rolesAnApp * aRole }, (_, i) => {
    const number = Math.floor(i / aRole);
    const role = `role-${number % rolesAnApp}`;
    const apikey = apps[Math.floor(number / rolesAnApp)].apiKey;
    return { uid: `${prefix}-${i}`, role, apikey, ...(subscribes ? { subscribesTo: role } : {}) };
  });
}

/** Creates apps with `roles` roles in total. `roles` must be a multiple of `rolesAnApp`. */
export async function createRoles(parley, roles, rolesAnApp = Math.min(roles, mostRolesAnApp)) {
  const apps = Array.from({ length: roles / rolesAnApp }, (_, i) => parley.createApp(`app-${i}`));
  for (const { apiKey: apikey } of apps) {
    await forAll(rolesAnApp, (i) =>
      post(`${parley.url}/v3/roles`, { apikey }, { role: `role-${i}`, name: `Role ${i}` }),
    );
  }
  return { apps, rolesAnApp };
}

/**
 * Measures `subscribers` users, each subscribed to its role of a hundred users, while other users with these
 * roles make `changes` presence changes per second. `server`: options of startParley.
 */
export function measurePresence(directory, { subscribers, changes, seconds, server = {} }) {
  return withServer(directory, server, async (parley) => {
    const roles = subscribers / subscribersARole;
    const created = await createRoles(parley, roles);
    // Each user is online for three seconds, then offline for three.
    const changing = Math.ceil((3 * changes) / roles);
    const accounts = await createAccounts(parley, directory, [
      ...usersOfRoles(created, "subscriber", subscribersARole, true),
      ...usersOfRoles(created, "changing", changing, false),
    ]);
    let cpu = 0;
    const figures = await runLoad(
      parley,
      accounts,
      ["presence", "--subscribers", subscribersARole, "--changes", changes, "--seconds", seconds],
      {
        begin: () => (cpu -= cpuMicros(parley.pid)),
        end: () => (cpu += cpuMicros(parley.pid)),
      },
    );
    return { ...figures, cores: cpu / seconds / 1e6, cpuMicros: cpu / seconds / changes };
  });
}

/** Kills the server while `count` clients are connected, and restarts it. */
export async function measureReconnect(directory, count) {
  mkdirSync(directory);
  let parley = await startParley(directory);
  try {
    const { apiKey: apikey } = parley.createApp("bench");
    const users = Array.from({ length: count }, (_, i) => ({ uid: `user-${i}`, apikey }));
    const accounts = await createAccounts(parley, directory, users);
    let online = 0;
    const figures = await runLoad(parley, accounts, ["reconnect"], {
      connected: async () => {
        await parley.kill();
        parley = await startParley(directory);
      },
      back: async () => {
        const patience = Date.now() + shownWithinMillis;
        do {
          const answer = await fetch(`${parley.url}/v3/stats`, { headers: { apikey } });
          ({ online } = (await answer.json()).data);
        } while (online < count && Date.now() < patience);
      },
    });
    return { ...figures, online, cpuMicros: cpuMicros(parley.pid) };
  } finally {
    await parley.stop();
  }
}
