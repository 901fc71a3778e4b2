/** Ledger 44: limits per user, key and address, so that one caller cannot crowd out the others. */
import { afterAll, describe, expect, it } from "vitest";
import { Client, logIn, newClient, type Answer } from "../support/client";
import { sendHttp } from "../support/http";
import { startServe } from "../support/parleyd";
import { collect, openSocket } from "../support/raw";
import { WebSocketClient } from "../support/websocket";

// The tests act as the proxy and set the client address. Loopback addresses are exempt.
const server = await startServe({
  flags: [
    ...["--trusted-proxy", "127.0.0.1", "--user-calls-per-minute", "50"],
    ...["--key-calls-per-minute", "200", "--address-requests-per-minute", "100"],
    ...["--max-connections", "300"],
  ],
});
afterAll(() => server.stop());
const app = await server.createApp("shared");
const admin = new Client(server.url, { apikey: app.apiKey });

const limited = "429 ERR_TOO_MANY_REQUESTS";
async function repeat(count: number, call: () => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let i = 0; i < count; i++) answers.push(await call());
  return answers;
}
const counted = (answers: Answer[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { outcome } of answers) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};
function expectToWait(answer: Answer | undefined): void {
  const wait = Number(answer?.headers["retry-after"]);
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  const reset = Number(answer?.headers["x-rate-limit-reset"]);
  expect(reset).toBeGreaterThan(Date.now() / 1000 - 2);
  expect(reset).toBeLessThan(Date.now() / 1000 + 62);
}

async function timesReached(limit: string): Promise<number> {
  const { text } = await sendHttp(server.adminUrl, { method: "GET", path: "/metrics" });
  const line = new RegExp(`^parley_limited_requests_total\\{limit="${limit}"\\} (\\d+)$`, "m");
  return Number(line.exec(text)?.[1]);
}

describe("a user", () => {
  it("has a limit for all of its tokens together, which does not affect others", async () => {
    const { user, me } = await newClient(admin);
    const phone = new Client(server.url, { authToken: (await logIn(admin, user.uid)).authToken });
    const bystander = await newClient(admin);
    const answers = await repeat(30, () => me.get("/v3/me"));
    answers.push(...(await repeat(30, () => phone.get("/v3/me"))));
    expect(counted(answers)).toEqual({ "200": 50, [limited]: 10 });
    expect(await timesReached("user_calls_per_minute")).toBe(10);
    expect(await timesReached("key_calls_per_minute")).toBe(0);
    expectToWait(answers.at(-1));
    expect((await bystander.me.get("/v3/me")).outcome).toBe("200");
    expect((await admin.get(`/v3/users/${user.uid}`)).outcome).toBe("200");
  });

  it("can log out when it is over its limit, and is told when its session has ended", async () => {
    const { me } = await newClient(admin);
    await repeat(60, () => me.get("/v3/me"));
    expect((await me.get("/v3/me")).outcome).toBe(limited);
    expect((await me.delete("/v3/me")).outcome).toBe("200");
    const answers = await repeat(60, () => me.get("/v3/me"));
    expect(counted(answers)).toEqual({ "401 AUTH_ERR_AUTH_TOKEN_NOT_FOUND": 60 });
  });

  it("can log out when its app is over its rate limit", async () => {
    const busy = await server.createApp("busy", "--core-calls-per-minute", "4");
    const back = new Client(server.url, { apikey: busy.apiKey });
    const { me, user } = await newClient(back);
    const logIns = await repeat(4, () => back.post(`/v3/users/${user.uid}/auth_tokens`, {}));
    expect(counted(logIns)).toEqual({ "200": 2, [limited]: 2 });
    expect((await me.delete("/v3/me")).outcome).toBe("200");
  });

  it("cannot use up the rate limit of its app", async () => {
    const small = await server.createApp("small", "--other-calls-per-minute", "60");
    const back = new Client(server.url, { apikey: small.apiKey });
    const [greedy, modest] = [await newClient(back), await newClient(back)];
    const answers = await repeat(45, () => greedy.me.get("/v3/me"));
    expect(counted(answers)).toEqual({ "200": 30, [limited]: 15 });
    expectToWait(answers.at(-1));
    const others = await repeat(10, () => modest.me.get("/v3/me"));
    expect(counted(others)).toEqual({ "200": 10 });
    expect(Number(others.at(-1)?.headers["x-rate-limit-remaining"])).toBe(60 - 30 - 10);
  });

  it("can have a tenth of the connections as sockets, and gets the reason when more are refused", async () => {
    const { token } = await newClient(admin);
    const bystander = await newClient(admin);
    const sockets: WebSocketClient[] = [];
    for (let i = 0; i < 30; i++) {
      sockets.push(await WebSocketClient.login(server.url, token.authToken));
    }
    const oneMore = async (): Promise<[WebSocketClient, string]> => {
      const socket = await WebSocketClient.open(server.url);
      const { body } = await socket.authenticate(token.authToken);
      return [socket, JSON.stringify(body)];
    };
    const [refused, why] = await oneMore();
    expect(why).toContain('"code":"401"');
    expect(why).toContain("ERR_TOO_MANY_REQUESTS");
    expect((await refused.closing())?.code).toBe(4001);
    sockets.push(await WebSocketClient.login(server.url, bystander.token.authToken));
    sockets.shift()?.drop();
    const isAdmitted = async (): Promise<boolean> => {
      const [socket, answer] = await oneMore();
      socket.drop();
      return answer.includes('"code":"200"');
    };
    await expect.poll(isAdmitted).toBe(true);
    for (const socket of sockets) socket.drop();
  });
});

it("an address can have a limited number of sockets, even of sockets that never log in", async () => {
  const few = await startServe({
    flags: ["--trusted-proxy", "127.0.0.1", "--connections-per-address", "5"],
  });
  const open = (address: string): Promise<WebSocketClient> =>
    WebSocketClient.open(few.url, { headers: { "x-forwarded-for": address } });
  const silent: WebSocketClient[] = [];
  for (let i = 0; i < 5; i++) silent.push(await open("203.0.113.9"));
  await expect(open("203.0.113.9")).rejects.toThrow(/^HTTP\/1.1 429 /);
  silent.push(await open("203.0.113.10"));
  silent.shift()?.drop();
  const isAdmitted = (): Promise<boolean> =>
    open("203.0.113.9").then(
      (socket) => silent.push(socket) > 0,
      () => false,
    );
  await expect.poll(isAdmitted).toBe(true);
  for (const socket of silent) socket.drop();
  await few.stop();
});

it("a key has a limit, which does not affect other keys", async () => {
  const own = await server.createApp("own-limit");
  const back = new Client(server.url, { apikey: own.apiKey });
  const answers = await repeat(210, () => back.get("/v3/users"));
  expect(counted(answers)).toEqual({ "200": 200, [limited]: 10 });
  expectToWait(answers.at(-1));
  const other = new Client(server.url, { apikey: own.authKey });
  expect((await other.post("/v3/users", { uid: "x", name: "X" })).outcome).toBe("200");
});

describe("a call that is admitted before its body arrives", () => {
  const body = '{"name":"Ann"}';

  /** The status of the answer if the body follows the headers, or of the 100 that asks for it. */
  async function update(me: Client, address: string, isSent: boolean): Promise<number | undefined> {
    const socket = await openSocket(server.url);
    const nextStatus = async (): Promise<number | undefined> =>
      (await collect(socket, 1)).answers[0]?.status;
    try {
      socket.write(
        `PUT /v3/me HTTP/1.1\r\nHost: x\r\nauthToken: ${me.headers.authToken}\r\n` +
          `x-forwarded-for: ${address}\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
      );
      const invited = await nextStatus();
      if (invited !== 100 || !isSent) return invited;
      socket.write(body);
      return await nextStatus();
    } finally {
      socket.destroy();
    }
  }

  it.each([
    ["once when it comes", "203.0.113.5", true, 200],
    ["also when it never comes", "203.0.113.6", false, 100],
  ])("counts for its user and its address %s", async (_name, address, isSent, status) => {
    const users = [await newClient(admin), await newClient(admin)];
    for (const { me } of users) {
      for (let i = 0; i < 50; i++) expect(await update(me, address, isSent)).toBe(status);
      expect(await update(me, "203.0.113.7", isSent), "of the user").toBe(429);
    }
    const { me } = await newClient(admin);
    expect(await update(me, address, isSent), "of the address").toBe(429);
    expect(await update(me, "203.0.113.8", isSent)).toBe(status);
  });
});

describe("an address", () => {
  const from = (address: string): Client => new Client(server.url, { "x-forwarded-for": address });

  it("has a limit for all requests, which does not affect others", async () => {
    const answers = await repeat(110, () => from("203.0.113.1").get("/nothing"));
    expect(counted(answers)).toEqual({ "404 ERR_API_NOT_FOUND": 100, [limited]: 10 });
    expectToWait(answers.at(-1));
    const { me } = await newClient(admin);
    const forwarded = { "x-forwarded-for": "203.0.113.1" };
    expect((await me.get("/v3/me", forwarded)).outcome).toBe(limited);
    expect((await from("203.0.113.2").get("/nothing")).status).toBe(404);
    expect((await me.get("/v3/me")).outcome).toBe("200");
  });

  it("has no limit if it is a loopback address", async () => {
    const answers = await repeat(150, () => new Client(server.url).get("/nothing"));
    expect(counted(answers)).toEqual({ "404 ERR_API_NOT_FOUND": 150 });
  });
});
