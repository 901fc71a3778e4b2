/** Ledger: a body is received only from a permitted caller, and in bounded memory. */
import type { Socket } from "node:net";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { Client, createUser, logIn } from "../support/client";
import { startServe } from "../support/parleyd";
import { collect, openSocket } from "../support/raw";

const server = await startServe({ flags: ["--body-memory-mb", "8"] });
afterAll(() => server.stop());
const app = await server.createApp("bodies");
const admin = new Client(server.url).with({ apikey: app.apiKey });
const user = await createUser(admin);
const { authToken } = await logIn(admin, user.uid);
const megabyte = 1024 * 1024;
const path = "/v3/data_import/users";
const sockets: Socket[] = [];
afterEach(() => sockets.splice(0).forEach((socket) => socket.destroy()));

/** Sends only the headers, and returns the status of the answer; 100 = the server asks for the body. */
async function statusOf(
  headers: string,
  { to = path, length = `Content-Length: ${megabyte}` } = {},
): Promise<number | undefined> {
  const socket = await openSocket(server.url);
  sockets.push(socket);
  socket.write(
    `POST ${to} HTTP/1.1\r\nHost: x\r\n${headers}\r\n${length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  return (await collect(socket, 1)).answers[0]?.status;
}

describe("is refused before the body is sent", () => {
  it.each([
    ["no credential", "appId: bodies", 401],
    ["an unknown key", "apikey: 0123456789abcdef", 401],
    ["the Auth Key", `apikey: ${app.authKey}`, 403],
    ["a user", `authToken: ${authToken}`, 403],
  ])("%s", async (_name, headers, status) => {
    expect(await statusOf(headers)).toBe(status);
    expect(await statusOf(headers, { length: "Transfer-Encoding: chunked" })).toBe(status);
  });

  it("a caller without a credential at the dashboard's import", async () => {
    expect(await statusOf("x: y", { to: "/admin/v1/apps/bodies/data_import/users" })).toBe(401);
  });

  it("a caller without a credential, with a small body", async () => {
    const small = { to: "/v3/users", length: "Content-Length: 5000" };
    expect(await statusOf("appId: bodies", small)).toBe(401);
    expect(await statusOf(`apikey: ${app.apiKey}`, small)).toBe(100);
  });
});

it("the bodies of one key can use a quarter of the memory, those of all keys together all of it", async () => {
  const keys = [app.apiKey];
  for (let i = 0; i < 4; ++i) {
    const body = { name: `Key ${i}`, scope: "fullAccess" };
    keys.push((await admin.post<{ apiKey: string }>("/v3/apikeys", body)).data.apiKey);
  }
  const statuses: (number | undefined)[] = [];
  for (const key of keys) {
    for (let i = 0; i < 3; ++i) statuses.push(await statusOf(`apikey: ${key}`));
  }
  expect(statuses.slice(0, 12)).toEqual([
    100, 100, 429, 100, 100, 429, 100, 100, 429, 100, 100, 429,
  ]);
  expect(statuses.slice(12)).toEqual([503, 503, 503]);
  expect((await createUser(admin)).uid, "small bodies are not counted").toBeDefined();

  for (const socket of sockets.splice(0)) socket.destroy();
  await expect.poll(() => statusOf(`apikey: ${keys[0]}`)).toBe(100);
});
