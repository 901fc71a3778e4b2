// Latency of pages of GET /v3/users with many users: median, 99th percentile and maximum of 100 calls, or of
// as many as fit into three seconds.
//
//   build/release/parleyd dev --data-dir /tmp/many --listen 127.0.0.1:18095 --tls-listen off &
//   node bench/experiments/list_latency.mjs http://127.0.0.1:18095 <REST API Key> 1000000
//
// First imports the users, unless they exist, and gives one of them 1,000 friends, 100 users that it has
// blocked and 100 that have blocked it. One in 100 users is online, but at most 10,000.
import { keepAlive, openSocket } from "./realtime_socket.mjs";

const [url, apikey, count] = process.argv.slice(2);
const viewer = "user-0";
const onlineUsers = Math.min(count / 100, 10_000);
const calls = 100;
const millisAQuery = 3000;
const first = ["Andrew", "Maria", "José", "Li", "Fatima", "Olga", "John", "Priya", "Chen", "Anna"];
first.push("Tom", "Zoë", "Kofi", "Ingrid", "Pablo");
const last = ["Smith", "Jones", "Müller", "García", "Wang", "Nguyen", "Kowalski", "Rossi"];
last.push("Dubois", "Ivanov", "Haddad", "Okafor", "Sato", "Larsen", "Novak", "Silva");

async function call(path, body, onBehalfOf) {
  const options = body
    ? {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }
    : { headers: {} };
  const headers = { ...options.headers, apikey, ...(onBehalfOf ? { onBehalfOf } : {}) };
  const answer = await fetch(url + path, { ...options, headers });
  return answer.json();
}

function userNumber(i) {
  return {
    name: `${first[i % 15]} ${last[(i * 7) % 16]} ${i % 1000}`,
    role: i % 10_000 === 3 ? "rare" : i % 3 === 0 ? "common" : "default",
    tags: [i % 2 ? "odd" : "even", ...(i % 5000 === 1 ? ["vip"] : [])],
  };
}

async function importUsers() {
  await call("/v3/roles", { role: "rare", name: "Rare" });
  await call("/v3/roles", { role: "common", name: "Common" });
  let next = 0;
  const work = async () => {
    while (next < count) {
      const from = (next += 50) - 50;
      const numbers = Array.from({ length: Math.min(50, count - from) }, (_, i) => from + i);
      const users = Object.fromEntries(numbers.map((i) => [`user-${i}`, userNumber(i)]));
      const { error } = await call("/v3/data_import/users", { users });
      if (error) throw new Error(error.message);
    }
  };
  await Promise.all(Array.from({ length: 32 }, work));
}

/** The uids of users, `step` apart, in groups of 25, the limit per call. */
function groups(first, step, groupCount) {
  const uid = (group, i) => `user-${first + (group * 25 + i) * step}`;
  return Array.from({ length: groupCount }, (_, g) =>
    Array.from({ length: 25 }, (_, i) => uid(g, i)),
  );
}

async function relate() {
  for (const accepted of groups(7, Math.floor(count / 1100), 40))
    await call(`/v3/users/${viewer}/friends`, { accepted });
  for (const blockedUids of groups(8, Math.floor(count / 110), 4))
    await call(`/v3/users/${viewer}/blockedusers`, { blockedUids });
  for (const uid of groups(9, Math.floor(count / 110), 4).flat())
    await call(`/v3/users/${uid}/blockedusers`, { blockedUids: [viewer] });
}

async function comeOnline() {
  let next = 0;
  const sockets = [];
  const work = async () => {
    while (next < onlineUsers) {
      const i = next++;
      const { data } = await call(
        `/v3/users/user-${i * Math.floor(count / onlineUsers)}/auth_tokens`,
        { platform: "bench" },
      );
      sockets.push(await openSocket(url, i, data.authToken));
    }
  };
  await Promise.all(Array.from({ length: 16 }, work));
  setInterval(() => sockets.forEach(keepAlive), 20_000).unref();
}

const random = (below) => Math.floor(Math.random() * below);
const randomUser = () => `user-${random(count)}`;

/** `page=random` and `cursor=random` select a random position in the list for each call. */
async function prepared(query, onBehalfOf) {
  const page = (what) => call(`/v3/users?perPage=100&${what}`, undefined, onBehalfOf);
  if (query.includes("random")) {
    const { meta } = await page(query.replace(/(page|cursor)=random/, ""));
    const pages = meta.pagination.total_pages;
    const cursors = [];
    for (let i = 0; query.includes("cursor=random") && i < 20; ++i) {
      const before = query.replace("cursor=random", `page=${1 + random(pages - 1)}`);
      cursors.push((await page(before)).meta.cursor);
    }
    return () =>
      query
        .replace("page=random", `page=${1 + random(pages)}`)
        .replace("cursor=random", `cursor=${cursors[random(cursors.length)]}`);
  }
  if (query.includes("uids="))
    return () => query.replace("uids=", `uids=${Array.from({ length: 25 }, randomUser).join()}`);
  return () => query;
}

const queries = [
  "",
  "page=random",
  "cursor=random",
  "sortOrder=desc",
  "sortOrder=desc&page=random",
];
queries.push("sortBy=name", "sortBy=name&page=random", "sortBy=name&cursor=random");
queries.push("sortBy=uid", "sortBy=uid&sortOrder=desc&page=random", "sortBy=uid&cursor=random");
queries.push("searchKey=smith", "searchKey=smith&page=random", "searchKey=smith&cursor=random");
queries.push("searchKey=s", "searchKey=user-1", "searchKey=u", "searchKey=zoe%20novak");
queries.push("searchKey=nobody", "roles=common", "roles=common&page=random", "roles=rare");
queries.push("tags=vip", "tags=odd", "tags=odd&page=random", "tags=odd&cursor=random");
queries.push("tags=odd&roles=common", "tags=odd&searchKey=smith", "searchKey=smith&roles=common");
queries.push("tags=odd&searchKey=s&roles=common&status=offline", "uids=", "onlyDeactivated=true");
queries.push("withDeactivated=true&page=random", "status=online", "status=online&page=random");
queries.push("status=online&searchKey=s", "status=offline", "status=offline&page=random");
queries.push("status=offline&cursor=random", "status=online&sortBy=uid");
/** These queries are made on behalf of the viewer. */
const viewed = ["", "page=random", "cursor=random", "hideBlockedUsers=true", "friendsOnly=true"];
viewed.push("friendsOnly=true&page=5", "friendsOnly=true&searchKey=s", "status=online");
viewed.push("hideBlockedUsers=true&searchKey=s", "hideBlockedUsers=true&page=random");

async function measure(query, onBehalfOf) {
  const next = await prepared(query, onBehalfOf);
  const times = [];
  let total;
  const end = performance.now() + millisAQuery;
  while (times.length < calls && performance.now() < end) {
    const path = `/v3/users?perPage=100&${next()}`;
    const started = performance.now();
    const { meta } = await call(path, undefined, onBehalfOf);
    times.push(performance.now() - started);
    total = meta?.pagination.total;
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.ceil(times.length * share) - 1].toFixed(1);
  const columns = [at(0.5), at(0.99), at(1), String(total)];
  const who = onBehalfOf ? `  for ${onBehalfOf}` : "";
  console.log(columns.map((text) => text.padStart(9)).join("  "), "", (query || "(all)") + who);
}

if ((await call(`/v3/users/user-${count - 1}`)).error) await importUsers();
await relate();
await comeOnline();
console.log("   median        p99    longest      total  query (milliseconds)");
for (const query of queries) await measure(query);
for (const query of viewed) await measure(query, viewer);
process.exit(0);
