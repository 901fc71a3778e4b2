import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import type { ParleyApi } from "../src/api.js";
import { AUTH_KEY } from "./support/fake-server.js";
import { HostileRealtime, REFUSALS, SILENCES, WELL_BEHAVED } from "./support/hostile-realtime.js";
import { record, recordRealtime, World } from "./support/world.js";

/** Real sockets of the package ws, with a clock that only the test moves. */
describe("promise 7: the socket recovers", () => {
  let server: HostileRealtime;
  let world: World;
  let parley: ParleyApi;
  let heard: string[];
  let logins: string[];

  beforeEach(async () => {
    server = new HostileRealtime();
    await server.start();
    world = new World();
    parley = world.openTab();
    heard = recordRealtime(parley);
    const builder = new parley.AppSettingsBuilder().setHost(server.url).setWebSocket(WebSocket);
    await parley.init("my-app", builder.build());
  });
  afterEach(async () => {
    await parley.disconnect();
    await server.stop();
  });

  async function logIn(): Promise<void> {
    await parley.login("andrew", AUTH_KEY);
    logins = record(parley);
  }

  const until = (event: string, count = 1) =>
    vi.waitFor(() => expect(heard.filter((what) => what === event)).toHaveLength(count), {
      interval: 2,
    });

  async function comesBack(): Promise<void> {
    server.treatment = WELL_BEHAVED;
    await world.advance(60_000);
    await until("connected");
    expect(heard.at(-1)).toBe("resync");
    expect(heard.filter((what) => what === "connecting")).toHaveLength(1);
    expect(heard).not.toContain("disconnected");
    expect(logins).toEqual([]);
  }

  it.each(Object.entries(REFUSALS))("from %s", async (_, treatment) => {
    server.treatment = treatment;
    await logIn();
    for (const [failures, wait] of [500, 750, 1_500].entries()) {
      await until("error CONNECTION_FAILED", failures + 1);
      expect(parley.getConnectionStatus()).toBe("connecting");
      await world.advance(wait - 1);
      expect(server.dials).toBe(failures + 1);
      await world.advance(1);
    }
    await until("error CONNECTION_FAILED", 4);
    await comesBack();
  });

  it.each(Object.entries(SILENCES))("from %s", async (_, treatment) => {
    server.treatment = treatment;
    await logIn();
    await vi.waitFor(() => expect(server.dials).toBe(1));
    await world.advance(9_999);
    expect(heard).toEqual(["connecting"]);
    await world.advance(1);
    expect(heard).toEqual(["connecting", "error CONNECTION_FAILED"]);
    await comesBack();
  });

  it("from a connection that breaks without a close frame", async () => {
    await logIn();
    await until("connected");
    const before = server.frames.length;
    server.treatment = { socket: () => undefined };
    server.cutAll();
    await until("error CONNECTION_FAILED");
    await world.advance(1_000);
    await vi.waitFor(() => expect(server.dials).toBe(2));

    server.treatment = WELL_BEHAVED;
    await world.advance(10_000);
    await vi.waitFor(() => expect(heard.at(-1)).toBe("error CONNECTION_FAILED"));
    await world.advance(10_000);
    await until("connected", 2);
    expect(server.frames.length).toBeGreaterThan(before);
  });

  it("from a peer that still reads but no longer responds", async () => {
    let isDeaf = false;
    server.treatment = {
      socket: (socket) =>
        socket.on("message", (data) => {
          const isPing = String(data).includes('"ping"');
          if (isDeaf) return;
          socket.send(isPing ? "{}" : '{"type":"auth","body":{"code":"200","status":"OK"}}');
        }),
    };
    await logIn();
    await until("connected");
    isDeaf = true;
    await world.advance(15_000);
    await vi.waitFor(() => expect(server.frames.at(-1)).toContain("ping"));
    expect(heard).not.toContain("disconnected");

    await world.advance(5_000);

    expect(heard.slice(-2)).toEqual(["disconnected", "error CONNECTION_FAILED"]);
    isDeaf = false;
    await world.advance(1_000);
    await until("connected", 2);
  });

  it("and ignores garbage between valid frames", async () => {
    await logIn();
    await until("connected");
    server.treatment = {
      socket: (socket) => {
        WELL_BEHAVED.socket(socket);
        socket.once("message", () => {
          for (const text of ["{", "[]", '{"type":"session","body":7}', '{"type":"presence"}']) {
            socket.send(text);
          }
          const body = { action: "online", user: { uid: "george", status: "available" } };
          socket.send(JSON.stringify({ type: "presence", body }));
        });
      },
    };
    server.cutAll();
    await until("disconnected");
    await world.advance(1_000);
    await until("george online");
    expect(parley.getConnectionStatus()).toBe("connected");
    expect(logins).toEqual([]);
  });

  it("and throws nothing if no socket can be created for the address", async () => {
    class Forbidden {
      constructor() {
        throw new DOMException("insecure", "SecurityError");
      }
    }
    const builder = new parley.AppSettingsBuilder().setHost("https://chat.example.com");
    await parley.init("my-app", builder.setWebSocket(Forbidden as never).build());
    await logIn();
    await world.advance(5_000);
    expect(new Set(heard)).toEqual(new Set(["connecting", "error CONNECTION_FAILED"]));
    expect(parley.getConnectionStatus()).toBe("connecting");
  });
});
