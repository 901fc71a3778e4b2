/** Invalid frames of every kind close only their connection, with the right code. */
import { afterAll, describe, expect, it } from "vitest";
import { atOnce } from "../support/at_once";
import { Client, createUser } from "../support/client";
import { startServe } from "../support/parleyd";
import { newDevice, newOnlineUser } from "../support/realtime";
import { frame, Opcode, WebSocketClient } from "../support/websocket";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("frames");
const admin = new Client(server.url).with({ apikey: app.apiKey });
const bystander = await newOnlineUser(admin);

const text = (value: unknown): Buffer => frame(JSON.stringify(value));
const ping = text({ action: "ping", ack: "true" });
const { continuation, binary, close } = Opcode;
const closeWith = (...bytes: number[]): Buffer => frame(Buffer.from(bytes), { opcode: close });
const huge = frame("x".repeat(1_000_000));

const violations: [name: string, bytes: Buffer, code: number][] = [
  ["a binary frame", frame("{}", { opcode: binary }), 1003],
  ["a message of 1 MB", huge, 1009],
  [
    "only the header of a message of 8 EB",
    Buffer.from("81ff7fffffffffffffff00000000", "hex"),
    1009,
  ],
  ["a message of 16385 bytes", frame("x".repeat(16_385)), 1009],
  [
    "fragments that add up to 16385 bytes",
    Buffer.concat([
      frame("x".repeat(16_000), { fin: false }),
      frame("x".repeat(385), { opcode: continuation }),
    ]),
    1009,
  ],
  ["invalid UTF-8", frame(Buffer.from([0x22, 0xc3, 0x28, 0x22])), 1007],
  ["half a character", frame(Buffer.from([0xe2, 0x82])), 1007],
  ["an unmasked frame", frame("{}", { masked: false }), 1002],
  ["a reserved bit", frame("{}", { reserved: 4 }), 1002],
  ["an unknown opcode", frame("{}", { opcode: 3 }), 1002],
  ["an unknown control opcode", frame("", { opcode: 11 }), 1002],
  ["a continuation frame without a message", frame("{}", { opcode: continuation }), 1002],
  ["a message within a message", Buffer.concat([frame("{", { fin: false }), frame("{}")]), 1002],
  ["a fragmented ping", frame("", { opcode: Opcode.ping, fin: false }), 1002],
  ["a ping of 126 bytes", frame("x".repeat(126), { opcode: Opcode.ping }), 1002],
  [
    "a length in a longer encoding than needed",
    Buffer.from("81fe000200000000" + "7b7d", "hex"),
    1002,
  ],
  ["a close frame of one byte", closeWith(3), 1002],
  ["a close frame with a reserved code", closeWith(0x03, 0xed), 1002],
  ["a close frame with a reason that is not UTF-8", closeWith(0x03, 0xe8, 0xff), 1007],
];

describe.each(["before the login", "after it"])("%s", (when) => {
  it.each(violations)("%s", async (_, bytes, code) => {
    const socket =
      when === "after it"
        ? (await newOnlineUser(admin)).socket
        : await WebSocketClient.open(server.url);
    socket.write(bytes);
    expect((await socket.closing())?.code).toBe(code);
    await bystander.socket.ping();
    expect(bystander.socket.closed).toBeUndefined();
  });
});

/** Whether the server closes the TCP connection after `bytes`, without waiting for an answer. */
async function endsAtOnce(socket: WebSocketClient, bytes: Buffer): Promise<boolean> {
  const ended = new Promise((done) => socket.socket.once("end", done));
  socket.write(bytes);
  return atOnce(admin, ended);
}

describe("the connection ends at once", () => {
  const flood = Buffer.concat(Array.from({ length: 500 }, () => ping));
  it.each([...violations, ["a flood", flood, 1008] as const])(
    "after %s",
    async (_, bytes, code) => {
      const { socket } = await newOnlineUser(admin);
      expect(await endsAtOnce(socket, bytes)).toBe(true);
      expect(socket.closed?.code).toBe(code);
    },
  );

  it("over TLS as well", async () => {
    const socket = await WebSocketClient.open(server.tlsUrl);
    expect(await endsAtOnce(socket, frame("{}", { opcode: binary }))).toBe(true);
    expect(socket.closed?.code).toBe(1003);
  });

  it("when the client violates the protocol after the close frame", async () => {
    const socket = await WebSocketClient.open(server.url);
    socket.write(text({ type: "auth", body: { auth: "junk" } }));
    await socket.closing();
    expect(await endsAtOnce(socket, frame("{}", { opcode: binary }))).toBe(true);
    expect(socket.closed?.code).toBe(4001);
  });

  it("when the client answers the close frame", async () => {
    const socket = await WebSocketClient.open(server.url);
    socket.write(text({ type: "auth", body: { auth: "junk" } }));
    await socket.closing();
    expect(await endsAtOnce(socket, closeWith(0x0f, 0xa1))).toBe(true);
  });
});

describe("what is unusual but valid", () => {
  it("is accepted: fragments, pings between them, single bytes", async () => {
    const { socket } = await newOnlineUser(admin);
    const bytes = Buffer.concat([
      frame('{"action":', { fin: false }),
      frame("between", { opcode: Opcode.ping }),
      frame('"ping","ack"', { fin: false, opcode: continuation }),
      frame("", { fin: false, opcode: continuation }),
      frame(':"true"}', { opcode: continuation }),
    ]);
    for (const byte of bytes) socket.write(Buffer.from([byte]));
    expect(await socket.next(({ action }) => action === "pong")).toBeTruthy();
    expect(socket.pongs).toEqual(["between"]);
    socket.close();
  });

  it("is accepted when many frames arrive at once, even with the handshake", async () => {
    const { socket, token } = await newOnlineUser(admin);
    socket.write(Buffer.concat(Array.from({ length: 20 }, () => ping)));
    await socket.until(
      () => socket.messages.filter(({ action }) => action === "pong").length === 20,
    );
    const eager = await WebSocketClient.open(server.url);
    eager.write(Buffer.concat([text({ type: "auth", body: { auth: token } }), ping, ping]));
    await eager.until(() => eager.messages.length >= 3);
    expect(eager.messages.map(({ type, action }) => type ?? action)).toEqual([
      "auth",
      "pong",
      "pong",
    ]);
  });

  it("keeps the connection open: an unknown type, and invalid JSON", async () => {
    const { socket } = await newOnlineUser(admin);
    for (const unknown of ['{"type":"message"}', "[]", "nonsense", "", '{"type":7}']) {
      socket.write(frame(unknown));
      const message = await socket.next();
      expect(message).toMatchObject({ type: "error", body: { code: "ERR_BAD_REQUEST" } });
    }
    await socket.ping();
    expect(socket.closed).toBeUndefined();
  });
});

it("a flood is closed with 1008, whatever frames it consists of", async () => {
  const floods = [ping, frame("", { opcode: Opcode.ping }), frame("", { opcode: Opcode.pong })];
  for (const one of floods) {
    const { socket } = await newOnlineUser(admin);
    socket.write(Buffer.concat(Array.from({ length: 500 }, () => one)));
    expect((await socket.closing())?.code).toBe(1008);
  }
  await bystander.socket.ping();
});

it("a client that never reads gets a resync, is cut in the end, and delays no one", async () => {
  const presenceDropped = async (): Promise<number> => {
    const metrics = await (await fetch(`${server.adminUrl}/metrics`)).text();
    return Number(/parley_realtime_presence_dropped_total (\d+)/.exec(metrics)?.[1]);
  };
  const [late, dead] = [await newOnlineUser(admin), await newOnlineUser(admin)];
  const watcher = await newOnlineUser(admin);
  for (const { socket } of [late, dead]) socket.socket.pause();
  const { uid } = await createUser(admin, { metadata: { text: "x".repeat(4500) } });
  const turns = 300;
  const events = (): unknown[] =>
    watcher.socket.messages
      .filter(({ type, sender }) => type === "presence" && sender === uid)
      .map(({ body }) => body?.["action"]);
  for (let turn = 1; turn <= turns; turn++) {
    const { token, socket } = await newDevice(admin, uid);
    await new Client(server.url, { authToken: token }).delete("/v3/me");
    // Waits until the user is offline. It would not go offline if its next device were already connected.
    await socket.closing();
    // On a slow disk, many changes are announced at once, and the outbox drops more than 64 waiting frames.
    if (turn % 20 === 0) await watcher.socket.until(() => events().length >= 2 * turn);
  }
  expect(events()).toEqual(
    Array.from({ length: 2 * turns }, (_, i) => (i % 2 === 0 ? "online" : "offline")),
  );
  expect(await presenceDropped()).toBeGreaterThan(0);
  late.socket.socket.resume();
  await late.socket.next(({ type }) => type === "resync");
  await late.socket.ping();
  expect(late.socket.closed).toBeUndefined();
  const gone = await watcher.socket.next(
    ({ type, sender, body }) =>
      type === "presence" && sender === dead.uid && body?.["action"] === "offline",
    20_000,
  );
  expect(gone).toBeTruthy();
}, 60_000);
