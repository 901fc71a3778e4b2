/** Ledger 43: live streams of the dashboard that are not read use bounded memory, and are cut. */
import { once } from "node:events";
import type { Socket } from "node:net";
import { afterAll, expect, it } from "vitest";
import { newAdministrator } from "../support/administrators";
import { Client } from "../support/client";
import { sendHttp } from "../support/http";
import { LiveEvents } from "../support/live_events";
import { residentMb } from "../support/memory";
import { startServe } from "../support/parleyd";
import { exchange, openSocket } from "../support/raw";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("watched");
const viewer = await newAdministrator(server, "viewer");
const streams = 300;
const sockets: Socket[] = [];
afterAll(() => sockets.forEach((socket) => socket.destroy()));

/** AddressSanitizer delays the release of memory, so its memory use is not meaningful. */
const [mostGrowthMb, mostKeptMb] = process.env["PARLEY_SANITIZED"]
  ? [Infinity, Infinity]
  : [200, 48]; // The server keeps up to 32 MB of free memory for later.

/** Records failed logins, which the live stream shows, with a long UID. */
async function fail(times: number): Promise<void> {
  const path = `/v3/users/${"u".repeat(100)}/auth_tokens`;
  const call = `POST ${path} HTTP/1.1\r\nHost: x\r\napikey: ${app.apiKey}\r\n\r\n`;
  await exchange(server.url, call.repeat(times), { expected: times });
}

/** Opens a live stream, and reads only the headers. */
async function openAndStall(): Promise<void> {
  const socket = await openSocket(server.url);
  sockets.push(socket);
  const path = "/admin/v1/apps/watched/live";
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\ncookie: ${viewer.cookie}\r\n\r\n`);
  const [head] = (await once(socket, "data")) as [Buffer];
  socket.pause();
  expect(head.toString()).toMatch(/^HTTP\/1\.1 200 /);
}

async function openConnections(): Promise<number> {
  const { text } = await sendHttp(server.adminUrl, { method: "GET", path: "/metrics" });
  return Number(/^parley_http_connections (\d+)$/m.exec(text)?.[1]);
}

it("streams that are not read are cut and return their memory, those that are read go on", async () => {
  await fail(500); // As many as the server keeps.
  const reading = await LiveEvents.open(viewer.api, "watched");
  const before = { connections: await openConnections(), mb: residentMb(server.pid) };
  for (let i = 0; i < streams; ++i) await openAndStall();
  expect(await openConnections()).toBeGreaterThanOrEqual(before.connections + streams);

  let peakMb = 0;
  const lastEvent = () => reading.events.at(-1)?.id ?? 0;
  await expect
    .poll(
      async () => {
        const seen = lastEvent();
        await fail(500);
        await reading.next(({ id }) => id > seen);
        peakMb = Math.max(peakMb, residentMb(server.pid));
        return openConnections();
      },
      { timeout: 40_000, interval: 250 },
    )
    .toBeLessThanOrEqual(before.connections + 1);
  expect(peakMb - before.mb, "or nothing was stalled").toBeGreaterThan(48);
  expect(peakMb - before.mb).toBeLessThan(mostGrowthMb);
  await expect
    .poll(() => residentMb(server.pid) - before.mb, { timeout: 20_000, interval: 250 })
    .toBeLessThan(mostKeptMb);

  const seen = lastEvent();
  await fail(1);
  await reading.next(({ id }) => id > seen);
  expect(reading.ended).toBe(false);
  reading.close();
  expect((await new Client(server.url, { apikey: app.apiKey }).get("/v3/users")).status).toBe(200);
}, 90_000);
