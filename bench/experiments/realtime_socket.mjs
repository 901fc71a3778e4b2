// A minimal realtime connection, so that one process can hold ten thousand of them.
import { randomBytes } from "node:crypto";
import { connect } from "node:net";

const ping = '{"action":"ping","ack":"true"}';

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

/** Sends a ping. Without it, the server closes the connection after 45 seconds. */
export function keepAlive(socket) {
  socket.write(frame(ping));
}

/**
 * Opens a socket and logs in. `subscription`: additional fields of the auth frame. `number` selects a local
 * address, because one address has too few ports for all sockets.
 */
export async function openSocket(url, number, auth, subscription = {}) {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port, localAddress: `127.0.0.${2 + (number % 4)}` });
  socket.setNoDelay(true);
  await new Promise((resolve) => socket.once("connect", resolve));
  const key = randomBytes(16).toString("base64");
  socket.write(
    `GET /v3/realtime HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\n` +
      `Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  await until(socket, " 101 ");
  socket.write(frame(JSON.stringify({ type: "auth", body: { auth, ...subscription } })));
  await until(socket, '"OK"');
  return socket;
}
