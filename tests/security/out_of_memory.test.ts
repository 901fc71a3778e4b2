/**
 * Ledger 26: a server without free address space answers every request within a bounded time, and
 * recovers completely when memory is available again.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { Client, freshUid } from "../support/client";
import { sendHttp } from "../support/http";
import { startServe } from "../support/parleyd";

// Allows one caller to request many large answers at once.
const server = await startServe({ flags: ["--answer-memory-mb", "1000"] });
afterAll(() => server.stop());
const app = await server.createApp("large");
const admin = new Client(server.url, { apikey: app.apiKey });

/** Limits the address space of the server. It keeps what it already has. */
const limitAddressSpace = (bytes: number | "unlimited"): void => {
  execFileSync("prlimit", ["--pid", String(server.pid), `--as=${bytes}:unlimited`]);
};
const addressSpace = (): number => {
  const status = readFileSync(`/proc/${server.pid}/status`, "utf8");
  return Number(/^VmSize:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
};

// AddressSanitizer ends a process that cannot get more address space.
const isSanitized = process.env["PARLEY_SANITIZED"] !== undefined;
it.skipIf(isSanitized)(
  "answers every request without free memory",
  async () => {
    const users = Array.from({ length: 500 }, () => ({
      uid: freshUid(),
      name: "Large",
      metadata: { text: "x".repeat(1500) },
    }));
    for (let i = 0; i < users.length; i += 5) {
      await Promise.all(users.slice(i, i + 5).map((user) => admin.post("/v3/users", user)));
    }
    const metrics = async () =>
      (await sendHttp(server.adminUrl, { method: "GET", path: "/metrics" })).status;
    const list = async () => (await admin.get("/v3/users?perPage=500")).status;
    const create = async () =>
      (await admin.post("/v3/users", { uid: freshUid(), name: "Late" })).status;

    limitAddressSpace(addressSpace());
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => [list(), metrics(), create()]).flat(),
    );
    limitAddressSpace("unlimited");
    for (const status of answers) expect([200, 503]).toContain(status);
    expect(answers, "memory must have been exhausted").toContain(503);

    expect(await list()).toBe(200);
    expect(await metrics()).toBe(200);
    expect(await create()).toBe(200);
  },
  60_000,
);
