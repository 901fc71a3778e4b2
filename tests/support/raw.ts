/** Sends raw bytes over a socket, for requests that no HTTP client would send. */
import { connect, type Socket } from "node:net";

export interface RawAnswer {
  status: number;
  /** Names are in lower case. */
  headers: Record<string, string>;
  body: string;
}

export interface Exchange {
  answers: RawAnswer[];
  /** Whether the server closed the connection. */
  closed: boolean;
}

const patienceMs = 15_000;

export function openSocket(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    socket.setNoDelay(true);
    socket.once("connect", () => resolve(socket)).once("error", reject);
  });
}

/**
 * Sends `bytes` and returns what the server sent until it closed the connection, or until it had sent
 * `expected` answers. Throws if neither happens in time.
 */
export async function exchange(
  url: string,
  bytes: string | Buffer,
  { expected = Infinity, half = false }: { expected?: number; half?: boolean } = {},
): Promise<Exchange> {
  const socket = await openSocket(url);
  try {
    const done = collect(socket, expected);
    socket.write(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes);
    if (half) socket.end(); // Sends nothing more, but still reads answers.
    return await done;
  } finally {
    socket.destroy();
  }
}

/** Reads answers until there are `expected` of them or the server closes the connection. */
export function collect(socket: Socket, expected = Infinity): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const answers = (): RawAnswer[] => parseAnswers(received);
    const timer = setTimeout(
      () => reject(new Error(`Neither closed nor answered: ${received.toString()}`)),
      patienceMs,
    );
    const finish = (closed: boolean): void => {
      clearTimeout(timer);
      resolve({ answers: answers(), closed });
    };
    socket.on("data", (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (answers().length >= expected) finish(false);
    });
    socket.once("end", () => finish(true));
    socket.once("error", () => finish(true)); // Reset: the server closed without reading all our bytes.
  });
}

/** The complete answers at the start of `bytes`. All our answers have a Content-Length or no body. */
export function parseAnswers(bytes: Buffer): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = bytes;
  for (;;) {
    const end = rest.indexOf("\r\n\r\n");
    if (end < 0) return answers;
    const [statusLine = "", ...lines] = rest.subarray(0, end).toString("latin1").split("\r\n");
    const headers = Object.fromEntries(
      lines.map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
    );
    const length = Number(headers["content-length"] ?? 0);
    const body = rest.subarray(end + 4, end + 4 + length);
    if (body.length < length) return answers;
    answers.push({ status: Number(statusLine.split(" ")[1]), headers, body: body.toString() });
    rest = rest.subarray(end + 4 + length);
  }
}
