/**
 * A WebSocket client that can also misbehave: it sends arbitrary bytes and frames, and keeps what it
 * receives. It answers pings, like browsers.
 */
import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { checkCloseCode, checkFrame } from "./realtime_contract";
import type { Json } from "./types";

export const Opcode = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export interface FrameOptions {
  fin?: boolean;
  opcode?: number;
  masked?: boolean;
  reserved?: number;
}

/** The bytes of a frame sent by a client. */
export function frame(payload: string | Buffer, options: FrameOptions = {}): Buffer {
  const { fin = true, opcode = Opcode.text, masked = true, reserved = 0 } = options;
  const content = Buffer.from(payload);
  const length = content.length;
  const extended = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const head = Buffer.alloc(2 + extended);
  head[0] = (fin ? 0x80 : 0) | (reserved << 4) | opcode;
  head[1] = (masked ? 0x80 : 0) | (extended === 0 ? length : extended === 2 ? 126 : 127);
  if (extended === 2) head.writeUInt16BE(length, 2);
  if (extended === 8) head.writeBigUInt64BE(BigInt(length), 2);
  if (!masked) return Buffer.concat([head, content]);
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, content.map((byte, i) => byte ^ mask[i % 4]!)]);
}

export interface Closed {
  code: number;
  reason: string;
}

export interface AuthOptions {
  appId?: string;
  sender?: string;
  deviceId?: string;
  presence?: "NONE" | "ALL_USERS" | "ROLES" | "FRIENDS";
  roles?: string[];
}

type Message = Record<string, Json> & { type?: string; body?: Record<string, Json> };

const patienceMs = 10_000;

export class WebSocketClient {
  /** Parsed text frames, in order of arrival. */
  readonly messages: Message[] = [];
  /** Payloads of pongs. */
  readonly pongs: string[] = [];
  /** How many pings the server has sent. */
  pings = 0;
  /** The close frame; null if the connection ended without one. */
  closed: Closed | null | undefined;
  readonly handshake: string;
  private received: Buffer;
  private taken = 0;
  private wake: (() => void)[] = [];

  private constructor(
    readonly socket: Socket,
    handshake: string,
    rest: Buffer,
  ) {
    this.handshake = handshake;
    this.received = rest;
    socket.on("data", (bytes: Buffer) => {
      this.received = Buffer.concat([this.received, bytes]);
      this.readFrames();
    });
    socket.on("close", () => {
      this.closed ??= null;
      this.notify();
    });
    socket.on("error", () => socket.destroy());
    this.readFrames();
  }

  /** Opens a WebSocket. Throws with the answer if it is refused. */
  static async open(
    url: string,
    {
      path = "/v3/realtime",
      headers = {},
    }: { path?: string; headers?: Record<string, string> } = {},
  ): Promise<WebSocketClient> {
    const socket = await dial(url);
    const lines = {
      host: new URL(url).host,
      upgrade: "websocket",
      connection: "Upgrade",
      "sec-websocket-version": "13",
      "sec-websocket-key": randomBytes(16).toString("base64"),
      ...headers,
    };
    const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`GET ${path} HTTP/1.1\r\n${head.join("")}\r\n`);
    const { answer, rest } = await receiveHead(socket);
    if (!answer.startsWith("HTTP/1.1 101 ")) {
      socket.destroy();
      throw new Error(answer);
    }
    return new WebSocketClient(socket, answer, rest);
  }

  /** Opens a WebSocket and logs in. Resolves when the server has accepted the login. */
  static async login(
    url: string,
    token: string,
    options: AuthOptions & { path?: string; headers?: Record<string, string> } = {},
  ): Promise<WebSocketClient> {
    const client = await WebSocketClient.open(url, options);
    const answer = await client.authenticate(token, options);
    if (answer.body?.["code"] !== "200") throw new Error(JSON.stringify(answer));
    return client;
  }

  async authenticate(token: string, options: AuthOptions = {}): Promise<Message> {
    const { appId, sender, deviceId = "test", presence, roles } = options;
    this.send({
      type: "auth",
      appId,
      deviceId,
      sender,
      body: { auth: token, deviceId, presenceSubscription: presence, roles, params: {} },
    });
    return this.next((message) => message.type === "auth");
  }

  /** Sends JSON in a text frame. */
  send(message: unknown): void {
    this.socket.write(frame(JSON.stringify(message)));
  }

  write(bytes: Buffer): void {
    this.socket.write(bytes);
  }

  /** The next message that `wanted` accepts and no earlier call returned. Skips other messages. */
  async next(
    wanted: (message: Message) => boolean = () => true,
    patience = patienceMs,
  ): Promise<Message> {
    let found: Message | undefined;
    await this.until(() => {
      while (found === undefined && this.taken < this.messages.length) {
        const message = this.messages[this.taken++]!;
        if (wanted(message)) found = message;
      }
      return found !== undefined || this.closed !== undefined;
    }, patience);
    if (found === undefined) throw new Error(`Closed: ${JSON.stringify(this.closed)}`);
    return found;
  }

  /** The next presence frame as [uid, action]. */
  async nextPresence(): Promise<[string, string]> {
    const message = await this.next(({ type }) => type === "presence");
    return [String(message["sender"]), String(message.body?.["action"])];
  }

  /** All presence so far as "uid action". It is complete, because a pong arrived after it. */
  async presence(): Promise<string[]> {
    await this.ping();
    return this.messages
      .filter(({ type }) => type === "presence")
      .map(({ sender, body }) => `${String(sender)} ${String(body?.["action"])}`);
  }

  /** A round trip. Afterwards, everything sent to this socket before has arrived. */
  async ping(): Promise<void> {
    const pongs = (): number =>
      this.messages.filter((message) => message["action"] === "pong").length;
    const before = pongs();
    this.send({ action: "ping", ack: "true" });
    await this.until(() => pongs() > before || this.closed !== undefined);
  }

  /** Waits until the server has closed the connection, and returns its close frame. */
  async closing(): Promise<Closed | null> {
    await this.until(() => this.closed !== undefined);
    return this.closed ?? null;
  }

  /** Waits until `condition` holds. Checks it again whenever something arrives. */
  async until(condition: () => boolean, patience = patienceMs): Promise<void> {
    const deadline = Date.now() + patience;
    while (!condition()) {
      const left = deadline - Date.now();
      if (left <= 0)
        throw new Error(`In vain: ${JSON.stringify(this.messages.slice(-3)).slice(0, 500)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.wake.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Like a browser that closes a page: sends a close frame, then closes the connection. */
  close(code = 1000): void {
    const payload = Buffer.alloc(2);
    payload.writeUInt16BE(code);
    this.socket.write(frame(payload, { opcode: Opcode.close }));
  }

  /** Like a lost network. */
  drop(): void {
    this.socket.destroy();
  }

  private readFrames(): void {
    for (;;) {
      const bytes = this.received;
      if (bytes.length < 2) break;
      let length = bytes[1]! & 0x7f;
      let offset = 2;
      if (length === 126) {
        if (bytes.length < 4) break;
        length = bytes.readUInt16BE(2);
        offset = 4;
      } else if (length === 127) {
        if (bytes.length < 10) break;
        length = Number(bytes.readBigUInt64BE(2));
        offset = 10;
      }
      if (bytes.length < offset + length) break;
      this.take(bytes[0]! & 0x0f, bytes.subarray(offset, offset + length));
      this.received = bytes.subarray(offset + length);
    }
    this.notify();
  }

  private take(opcode: number, payload: Buffer): void {
    if (opcode === Opcode.text) {
      const message = JSON.parse(payload.toString()) as Message;
      checkFrame(message);
      this.messages.push(message);
    }
    if (opcode === Opcode.pong) this.pongs.push(payload.toString());
    if (opcode === Opcode.ping) {
      this.pings++;
      this.socket.write(frame(payload, { opcode: Opcode.pong }));
    }
    if (opcode === Opcode.close) {
      this.closed = { code: payload.readUInt16BE(0), reason: payload.subarray(2).toString() };
      checkCloseCode(this.closed.code);
    }
  }

  private notify(): void {
    for (const wake of this.wake.splice(0)) wake();
  }
}

function dial(url: string): Promise<Socket> {
  const { hostname, port, protocol } = new URL(url);
  const secure = protocol === "https:";
  const where = { host: hostname, port: Number(port) };
  return new Promise((resolve, reject) => {
    const socket = secure ? connectTls({ ...where, rejectUnauthorized: false }) : connect(where);
    socket.setNoDelay(true);
    socket.once(secure ? "secureConnect" : "connect", () => resolve(socket)).once("error", reject);
  });
}

function receiveHead(socket: Socket): Promise<{ answer: string; rest: Buffer }> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const timer = setTimeout(() => reject(new Error("No answer to the handshake")), patienceMs);
    const onData = (bytes: Buffer): void => {
      received = Buffer.concat([received, bytes]);
      const end = received.indexOf("\r\n\r\n");
      if (end < 0) return;
      clearTimeout(timer);
      socket.off("data", onData);
      resolve({
        answer: received.subarray(0, end).toString(),
        rest: received.subarray(end + 4),
      });
    };
    socket.on("data", onData).once("close", () => reject(new Error("Closed in the handshake")));
  });
}
