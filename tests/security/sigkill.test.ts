/** Ledger 25: acknowledged writes survive SIGKILL under load, over and over, in one database. */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkAnswer } from "../support/contract";
import { sendHttp } from "../support/http";
import { startServe, temporaryDirectory, type Server } from "../support/parleyd";
import type { Statistics, User } from "../support/types";

const kills = Number(process.env["PARLEY_KILLS"] ?? 20);
const writers = 16;

const dataDir = temporaryDirectory();
/** Checking ended sessions does not count as an attack here. */
const flags = ["--failed-credentials-per-minute", "0"];

/** What the client knows: what it has sent, and what was acknowledged. */
class Ledger {
  readonly sent = new Set<string>();
  readonly acknowledged = new Set<string>();
  /** By uid: users whose logout was requested; true when it was acknowledged. */
  readonly ended = new Map<string, boolean>();
  readonly tokens = new Map<string, string>();
}

interface Reply {
  status: number;
  data: { authToken?: string };
}

/** undefined if the server was killed before it answered. */
async function call(
  server: Server,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: object,
): Promise<Reply | undefined> {
  try {
    const request = { method, path, headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await sendHttp(server.url, request);
    checkAnswer(method, path, answer);
    return { status: answer.status, data: (JSON.parse(answer.text) as Reply).data };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (["ECONNRESET", "ECONNREFUSED", "EPIPE"].includes(code)) return undefined;
    throw error;
  }
}

/** Creates users and logs every third one out, until the server is gone. */
async function write(server: Server, apikey: string, prefix: string, ledger: Ledger) {
  for (let i = 0; ; i++) {
    const uid = `${prefix}-${i}`;
    ledger.sent.add(uid);
    const user = { uid, name: "Load", withAuthToken: true };
    const made = await call(server, "POST", "/v3/users", { apikey }, user);
    if (!made) return;
    expect(made.status).toBe(200);
    ledger.acknowledged.add(uid);
    const authToken = made.data.authToken ?? "";
    ledger.tokens.set(uid, authToken);
    if (i % 3 > 0) continue;
    ledger.ended.set(uid, false);
    const logout = await call(server, "DELETE", "/v3/me", { authToken });
    if (!logout) return;
    expect(logout.status).toBe(200);
    ledger.ended.set(uid, true);
  }
}

async function storedUids(server: Server, apikey: string): Promise<Set<string>> {
  const uids = new Set<string>();
  for (let page = 1; ; page++) {
    const path = `/v3/users?perPage=1000&page=${page}`;
    const { text } = await sendHttp(server.url, { method: "GET", path, headers: { apikey } });
    const { data } = JSON.parse(text) as { data: User[] };
    if (data.length === 0) return uids;
    for (const { uid } of data) uids.add(uid);
  }
}

/** Each user started one session, counted in the transaction that created both. */
async function checkStatistics(server: Server, apikey: string, stored: number): Promise<void> {
  const request = { method: "GET", path: "/v3/stats?hours=720", headers: { apikey } };
  const { text } = await sendHttp(server.url, request);
  const { data } = JSON.parse(text) as { data: Statistics };
  const logins = data.logins.reduce((sum, { count }) => sum + count, 0);
  expect({ users: data.users, logins }).toEqual({ users: stored, logins: stored });
}

function checkIntegrity(): void {
  const databases = readdirSync(dataDir).filter((name) => /\.(db|sqlite3?)$/.test(name));
  expect(databases).not.toEqual([]);
  for (const name of databases) {
    const output = execFileSync("sqlite3", [join(dataDir, name), "PRAGMA integrity_check;"]);
    expect(output.toString().trim()).toBe("ok");
  }
}

it(
  `acknowledged <= restored <= acknowledged + in flight, after each of ${kills} kills`,
  async () => {
    let server = await startServe({ dataDir, flags });
    const { apiKey } = await server.createApp("load");
    const ledger = new Ledger();
    for (let round = 0; round < kills; round++) {
      const known = ledger.acknowledged.size;
      const load = Array.from({ length: writers }, (_, writer) =>
        write(server, apiKey, `r${round}-w${writer}`, ledger),
      );
      await expect
        .poll(() => ledger.acknowledged.size, { timeout: 15_000, interval: 1 })
        .toBeGreaterThan(known + ((round * 37) % 150));
      await server.kill();
      await Promise.all(load);
      checkIntegrity();

      server = await startServe({ dataDir, flags });
      const stored = await storedUids(server, apiKey);
      const lost = [...ledger.acknowledged].filter((uid) => !stored.has(uid));
      const invented = [...stored].filter((uid) => !ledger.sent.has(uid));
      expect({ lost, invented }).toEqual({ lost: [], invented: [] });
      await checkStatistics(server, apiKey, stored.size);
      for (const uid of stored) ledger.acknowledged.add(uid);
      await checkSessions(server, ledger);
    }
    await server.stop();
  },
  60_000 + kills * 3_000,
);

/** An acknowledged logout is final, and an acknowledged login works. A call in flight may be either. */
async function checkSessions(server: Server, ledger: Ledger): Promise<void> {
  const checks = [...ledger.tokens].map(async ([uid, authToken]) => {
    const reply = await call(server, "GET", "/v3/me", { authToken });
    const ended = ledger.ended.get(uid);
    if (ended !== false) expect(reply?.status, uid).toBe(ended ? 401 : 200);
  });
  await Promise.all(checks);
  ledger.tokens.clear();
  ledger.ended.clear();
}
