/** Replays what published clients send, over TLS, and checks every answer. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import { sendHttp } from "../support/http";
import { logIn, Client } from "../support/client";
import { startServe } from "../support/parleyd";
import type { Json } from "../support/types";
import { WebSocketClient } from "../support/websocket";

interface Step {
  name: string;
  call?: string;
  headers?: Record<string, string>;
  body?: Json;
  status?: number;
  has?: Json;
  hasHeaders?: Record<string, string>;
  lacks?: string[];
  capture?: Record<string, string>;
  socket?: { open?: string; send?: Json; receive?: Json; closed?: number };
  login?: string;
}

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("compat");
const ca = readFileSync(join(server.dataDir, "tls/localhost.crt"), "utf8");
const { hostname, host } = new URL(server.tlsUrl);
const values: Record<string, string> = {
  ...{ appId: app.appId, authKey: app.authKey, uid: "ann", other: "bob" },
  ...{ host: hostname, hostAndPort: host },
};
const { steps } = parse(
  readFileSync(new URL("published_client.yaml", import.meta.url), "utf8"),
) as { steps: Step[] };
let socket: WebSocketClient;

/** The step with the values captured by earlier steps. */
const filled = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      if (values[name] === undefined) throw new Error(`Nothing captured as ${name}`);
      return values[name];
    }),
  ) as T;

/** Throws unless `actual` contains `wanted`. Objects may have more fields, lists may not have more items. */
function expectHas(actual: unknown, wanted: Json, path = ""): void {
  if (typeof wanted === "string" && /^\/.*\/i?$/.test(wanted)) {
    const [, source, flags] = /^\/(.*)\/(i?)$/.exec(wanted)!;
    expect(String(actual), path).toMatch(new RegExp(source!, flags));
  } else if (Array.isArray(wanted)) {
    expect((actual as unknown[]).length, `${path}.length`).toBe(wanted.length);
    wanted.forEach((item, i) => expectHas((actual as Json[])[i], item, `${path}.${i}`));
  } else if (wanted !== null && typeof wanted === "object") {
    expect(actual, path).toBeTypeOf("object");
    for (const [name, value] of Object.entries(wanted)) {
      expectHas((actual as Record<string, Json>)[name], value, `${path}.${name}`);
    }
  } else {
    expect(actual, path).toBe(wanted);
  }
}

async function playCall(step: Step): Promise<void> {
  const [method, path] = step.call!.split(" ") as [string, string];
  const type = step.body === undefined ? {} : { "content-type": "application/json" };
  const answer = await sendHttp(server.tlsUrl, {
    method,
    path,
    ca,
    headers: { ...type, ...step.headers },
    ...(step.body !== undefined && { body: JSON.stringify(step.body) }),
  });
  expect(`${answer.status} ${answer.text}`).toMatch(new RegExp(`^${step.status} `));
  for (const [name, wanted] of Object.entries(step.hasHeaders ?? {})) {
    expectHas(answer.headers[name], wanted, name);
  }
  if (answer.text === "") return;
  const body = JSON.parse(answer.text) as { data?: Record<string, Json> };
  expect(["data" in body, "error" in body].filter(Boolean)).toHaveLength(1);
  if (step.has !== undefined) expectHas(body, step.has);
  for (const field of step.lacks ?? []) expect(body.data).not.toHaveProperty(field);
  for (const [name, where] of Object.entries(step.capture ?? {})) {
    values[name] = where
      .split(".")
      .reduce((at: unknown, part) => (at as Record<string, unknown>)[part], body) as string;
  }
}

async function playSocket({ open, send, receive, closed }: NonNullable<Step["socket"]>) {
  if (open !== undefined) {
    const started = performance.now();
    socket = await WebSocketClient.open(server.tlsUrl, { path: open });
    expect(performance.now() - started).toBeGreaterThanOrEqual(149);
  }
  if (send !== undefined) socket.send(send);
  if (receive !== undefined) {
    const { type } = receive as { type?: string };
    expectHas(await socket.next((message) => message.type === type), receive);
  }
  if (closed !== undefined) expect((await socket.closing())?.code).toBe(closed);
}

it.each(steps.map((step) => [step.name, step] as const))("%s", async (_, raw) => {
  const step = filled(raw);
  if (step.call) await playCall(step);
  if (step.socket) await playSocket(step.socket);
  if (step.login) {
    const admin = new Client(server.url, { apikey: app.apiKey });
    const { authToken } = await logIn(admin, step.login);
    await WebSocketClient.login(server.tlsUrl, authToken);
  }
});
