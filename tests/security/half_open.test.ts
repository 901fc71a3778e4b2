/**
 * Clients that disappear silently are offline within 60 seconds, but not too early. Clients that answer
 * pings stay online, however rarely they send something themselves.
 */
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { afterAll, expect, it } from "vitest";
import { Client, newClient } from "../support/client";
import { startServe } from "../support/parleyd";
import { newOnlineUser } from "../support/realtime";
import type { User } from "../support/types";
import { WebSocketClient } from "../support/websocket";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("half-open");
const admin = new Client(server.url).with({ apikey: app.apiKey });

/** A proxy to the server that can stop forwarding without either end noticing. */
async function route(): Promise<{ url: string; cut: () => void }> {
  const { hostname, port } = new URL(server.url);
  const legs: Socket[] = [];
  const listener = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) });
    near.pipe(far).pipe(near);
    legs.push(near, far);
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    for (const leg of legs) leg.destroy();
    listener.close();
  });
  const cut = (): void => {
    for (const leg of legs) leg.unpipe().pause();
  };
  return { url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`, cut };
}

it(
  "frozen and disconnected clients go offline, hidden tabs do not",
  { timeout: 90_000 },
  async () => {
    const watcher = await newOnlineUser(admin);
    const frozen = await newOnlineUser(admin, {});
    const { url, cut } = await route();
    const { user, token } = await newClient(admin);
    const lost = await WebSocketClient.login(url, token.authToken);
    const alive = await newOnlineUser(admin, {});
    const hidden = await newOnlineUser(admin, {}); // Its timers run once per minute.
    const offline = (uid: string): Promise<number> =>
      watcher.socket
        .until(
          () =>
            watcher.socket.messages.some(
              ({ type, sender, body }) =>
                type === "presence" && sender === uid && body?.["action"] === "offline",
            ),
          60_000,
        )
        .then(() => performance.now());
    const pings = setInterval(() => {
      for (const { socket } of [watcher, alive]) socket.send({ action: "ping", ack: "true" });
    }, 15_000);
    frozen.socket.socket.pause();
    cut();
    const started = performance.now();
    const gone = await Promise.all([offline(frozen.uid), offline(user.uid)]);
    clearInterval(pings);
    for (const moment of gone) {
      expect(moment - started).toBeGreaterThan(44_000);
      expect(moment - started).toBeLessThan(60_000);
    }
    const lastActive = (await admin.get<User>(`/v3/users/${frozen.uid}`)).data.lastActiveAt;
    expect(Date.now() / 1000 - lastActive).toBeGreaterThan(44);
    expect(alive.socket.closed).toBeUndefined();
    expect(hidden.socket.closed).toBeUndefined();
    expect(hidden.socket.pings).toBeGreaterThanOrEqual(2);
    expect(
      watcher.socket.messages.map(({ sender, body }) => [sender, body?.["action"]]),
    ).not.toContainEqual([hidden.uid, "offline"]);
    expect(lost.closed).toBeUndefined();
    frozen.socket.socket.resume();
    expect(await frozen.socket.closing()).toMatchObject({ code: 4002 });
  },
);
