/** Sockets whose client stops reading are closed. All others keep working. */
import { afterAll, expect, it } from "vitest";
import { Client, createUser } from "../support/client";
import { startServe } from "../support/parleyd";
import { newDevice, newOnlineUser, type OnlineUser } from "../support/realtime";
import type { WebSocketClient } from "../support/websocket";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("stalled");
const admin = new Client(server.url).with({ apikey: app.apiKey });
const bulky = { text: "x".repeat(4500) };

const actions = (socket: WebSocketClient, type: string, action: string): number =>
  socket.messages.filter((message) => message.type === type && message.body?.["action"] === action)
    .length;

/** More frames than the kernel and the server keep for a client that does not read. */
async function notify({ me }: OnlineUser, times: number): Promise<void> {
  for (let i = 0; i < times; ++i) {
    expect((await me.put("/v3/me", { metadata: bulky })).outcome).toBe("200");
  }
}

it("a user who does not read loses only that socket, and the server keeps working", async () => {
  const stalled = await newOnlineUser(admin);
  const reading = await newDevice(admin, stalled.uid);
  const watcher = await newOnlineUser(admin);
  stalled.socket.socket.pause();
  await notify(stalled, 300);
  await reading.socket.until(() => actions(reading.socket, "user", "updated") === 300);
  expect(reading.socket.closed).toBeUndefined();
  await watcher.socket.ping();
  stalled.socket.socket.resume();
  expect(await stalled.socket.closing()).toBeNull();
}, 60_000);

it("many devices of one user that do not read are closed together", async () => {
  const stalled = await newOnlineUser(admin);
  const devices = [];
  for (let i = 0; i < 10; ++i) devices.push(await newDevice(admin, stalled.uid));
  for (const { socket } of [stalled, ...devices]) socket.socket.pause();
  await notify(stalled, 300);
  for (const { socket } of [stalled, ...devices]) {
    socket.socket.resume();
    expect(await socket.closing()).toBeNull();
  }
}, 60_000);

// 700 KB, more than the server keeps for a socket: it must send while it queues.
it("a client that reads gets every frame of a burst", async () => {
  const count = 150;
  const reader = await newOnlineUser(admin);
  const others: string[] = [];
  for (let i = 0; i < count; ++i) others.push((await createUser(admin, { metadata: bulky })).uid);
  const bursts = [0, 25, 50, 75, 100, 125].map((first) =>
    admin.post(`/v3/users/${reader.uid}/blockedusers`, {
      blockedUids: others.slice(first, first + 25),
    }),
  );
  for (const burst of await Promise.all(bursts)) expect(burst.outcome).toBe("200");
  await reader.socket.until(() => actions(reader.socket, "user", "blocked") === count);
  expect(reader.socket.closed).toBeUndefined();
}, 60_000);
