// What an idle, authenticated WebSocket costs parleyd in resident memory.
//
//   build/release/parleyd serve --data-dir /tmp/idle --listen 127.0.0.1:18096 --tls-listen off &
//   build/release/parleyd app create --id idle --name Idle --data-dir /tmp/idle --json
//   node bench/experiments/realtime_memory.mjs http://127.0.0.1:18096 <REST API Key> <pid> 10000 [ROLES]
//
// Each socket is of a user of its own. With ROLES every hundred of them have a role of their own (25
// an app), which they subscribe to; else to nobody. The first 500 sockets are not counted, so that the
// allocator has settled. Half of them have sent a ping before memory is read.
import { readFileSync } from "node:fs";
import { openSocket, pingPong } from "./realtime_socket.mjs";

const [url, apikey, pid, count, presence] = process.argv.slice(2);
const warmUp = 500;

async function call(path, body) {
  const headers = { apikey, "content-type": "application/json" };
  const answer = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
  return (await answer.json()).data;
}

function resident() {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) * 1024;
}

async function open(i) {
  const role = `role-${i % 20}`;
  const user = { uid: `idle-${i}`, name: `Idle user ${i}`, withAuthToken: true };
  const { authToken } = await call("/v3/users", presence ? { ...user, role } : user);
  const subscription = presence ? { presenceSubscription: presence, roles: [role] } : {};
  const socket = await openSocket(url, i, authToken, subscription);
  if (i % 2 === 0) await pingPong(socket);
  return socket;
}

const sockets = [];
async function openUpTo(total) {
  let next = sockets.length;
  const work = async () => {
    while (next < total) sockets.push(await open(next++));
  };
  await Promise.all(Array.from({ length: 16 }, work));
}

if (presence) {
  for (let i = 0; i < 20; i++) await call("/v3/roles", { role: `role-${i}`, name: `Role ${i}` });
}
await openUpTo(warmUp);
const before = resident();
await openUpTo(warmUp + Number(count));
await new Promise((resolve) => setTimeout(resolve, 5000));
const bytes = Math.round((resident() - before) / Number(count));
console.log(`${count} sockets${presence ? `, ${presence}` : ""}: ${bytes} bytes resident a socket`);
process.exit(0);
