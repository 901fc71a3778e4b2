// What an idle, authenticated WebSocket costs parleyd in resident memory.
//
//   build/release/parleyd serve --data-dir /tmp/idle --listen 127.0.0.1:18096 --tls-listen off &
//   build/release/parleyd app create --id idle --name Idle --data-dir /tmp/idle --json
//   node bench/experiments/realtime_memory.mjs http://127.0.0.1:18096 <REST API Key> <pid> 10000 [ROLES]
//
// Each socket is of a user of its own. With ROLES every hundred of them have a role of their own (25
// an app), which they subscribe to; else to nobody. The first 500 sockets are not counted, so that the
// allocator has settled. Half of them have sent a ping before memory is read.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { connect } from "node:net";

const [url, apikey, pid, count, presence] = process.argv.slice(2);
const warmUp = 500;
const { hostname, port } = new URL(url);

async function call(path, body) {
  const headers = { apikey, "content-type": "application/json" };
  const answer = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
  return (await answer.json()).data;
}

function resident() {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) * 1024;
}

function frame(text) {
  const payload = Buffer.from(text);
  const mask = randomBytes(4);
  const long = payload.length > 125;
  const head = Buffer.from(
    long ? [0x81, 0xfe, payload.length >> 8, payload.length & 0xff] : [0x81, 0x80 | payload.length],
  );
  return Buffer.concat([head, mask, payload.map((byte, i) => byte ^ mask[i % 4])]);
}

function until(socket, text) {
  return new Promise((resolve, reject) => {
    const onData = (bytes) => {
      if (!bytes.includes(text)) return;
      socket.off("data", onData);
      resolve();
    };
    socket.on("data", onData).once("close", () => reject(new Error("closed")));
  });
}

async function open(i) {
  const role = `role-${i % 20}`;
  const user = { uid: `idle-${i}`, name: `Idle user ${i}`, withAuthToken: true };
  const { authToken } = await call("/v3/users", presence ? { ...user, role } : user);
  const socket = connect({ host: hostname, port, localAddress: `127.0.0.${2 + (i % 4)}` });
  socket.setNoDelay(true);
  await new Promise((resolve) => socket.once("connect", resolve));
  const key = randomBytes(16).toString("base64");
  socket.write(
    `GET /v3/realtime HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\n` +
      `Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  await until(socket, " 101 ");
  const body = {
    auth: authToken,
    ...(presence && { presenceSubscription: presence, roles: [role] }),
  };
  socket.write(frame(JSON.stringify({ type: "auth", body })));
  await until(socket, '"OK"');
  if (i % 2 === 0) {
    socket.write(frame('{"action":"ping","ack":"true"}'));
    await until(socket, '"pong"');
  }
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
