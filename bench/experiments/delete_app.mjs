// How long other apps wait while a large app is deleted: sequential POST /v3/users in another app, before
// the deletion, and from its start until the id can be used again.
//
//   build/release/parleyd serve --data-dir /tmp/apps --listen 127.0.0.1:18095 &
//   node bench/experiments/delete_app.mjs build/release/parleyd /tmp/apps http://127.0.0.1:18095 150000
//
// Creates the two apps and imports the given number of users, each with a session, a tag and a role that
// all of them have. Measures the deletion of the role first, in the same way.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const [parleyd, dataDir, url, countText] = process.argv.slice(2);
const count = Number(countText);
const large = `large-${Date.now()}`;

async function command(...args) {
  const all = [...args, "--data-dir", dataDir, "--json"];
  return JSON.parse((await promisify(execFile)(parleyd, all)).stdout);
}

async function call(method, path, apikey, body) {
  const headers = { apikey, ...(body ? { "content-type": "application/json" } : {}) };
  const options = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
  const answer = await (await fetch(url + path, options)).json();
  if (answer.error) throw new Error(JSON.stringify(answer.error));
  return answer.data;
}

const createApp = (id) => command("app", "create", "--id", id, "--name", id);

async function importUsers(apikey) {
  await call("POST", "/v3/roles", apikey, { role: "crew", name: "Crew" });
  let next = 0;
  const work = async () => {
    while (next < count) {
      const from = (next += 50) - 50;
      const user = (i) => ({ name: `Andrew Joseph ${i}`, role: "crew", tags: ["beta"] });
      const all = Array.from({ length: 50 }, (_, i) => [`user-${from + i}`, user(from + i)]);
      await call("POST", "/v3/data_import/users", apikey, { users: Object.fromEntries(all) });
      for (const [uid] of all) await call("POST", `/v3/users/${uid}/auth_tokens`, apikey, {});
    }
  };
  await Promise.all(Array.from({ length: 32 }, work));
}

/** Creates users until `done` is settled, and prints the latencies. */
async function measure(name, apikey, done) {
  let ended = false;
  const started = performance.now();
  done.finally(() => (ended = true));
  const times = [];
  while (!ended) {
    const before = performance.now();
    const uid = `u-${process.hrtime.bigint()}`;
    await call("POST", "/v3/users", apikey, { uid, name: "Meanwhile" });
    times.push(performance.now() - before);
  }
  const total = ((performance.now() - started) / 1000).toFixed(1);
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.ceil(times.length * share) - 1].toFixed(1);
  console.log(
    `${name}: ${times.length} creations in ${total} s, ms: ` +
      `p50 ${at(0.5)}  p99 ${at(0.99)}  max ${at(1)}`,
  );
  return done;
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function deleteApp() {
  const before = performance.now();
  await command("app", "delete", "--app", large, "--yes");
  console.log(`the command returned after ${(performance.now() - before).toFixed(0)} ms`);
  for (;;) {
    try {
      return await createApp(large);
    } catch (error) {
      if (!String(error.stderr).includes("still being removed")) throw error;
      await pause(500);
    }
  }
}

const { apiKey } = await createApp(large);
const { apiKey: other } = await createApp(`other-${Date.now()}`);
await importUsers(apiKey);
await measure("alone", other, pause(5000));
await measure("role deleted", other, call("DELETE", "/v3/roles/crew", apiKey));
await measure("app deleted", other, deleteApp());
