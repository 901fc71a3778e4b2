/** Ledger 9 and 11: after SIGKILL and restart, ended sessions stay ended and active ones stay active. */
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, logIn, newClient } from "../support/client";
import { startServe, temporaryDirectory } from "../support/parleyd";
import type { ApiKey, AuthToken } from "../support/types";

const dataDir = temporaryDirectory();
const first = await startServe({ dataDir });
const app = await first.createApp("restarted");
const admin = new Client(first.url, { apikey: app.apiKey });

// Every way in which a session can end, each acknowledged before the kill.
const loggedOut = await newClient(admin);
const ended = await newClient(admin);
const flushed = await newClient(admin);
const deactivated = await newClient(admin);
const reactivated = await newClient(admin);
const deleted = await newClient(admin);
const reborn = await newClient(admin);
const alive = await newClient(admin);
const deletedKey = (await admin.post<ApiKey>("/v3/apikeys", { name: "K", scope: "fullAccess" }))
  .data;

await loggedOut.me.delete("/v3/me");
await admin.delete(`/v3/users/${ended.user.uid}/auth_tokens/${ended.token.id}`);
await admin.delete(`/v3/users/${flushed.user.uid}/auth_tokens`);
await admin.delete("/v3/users", {
  uidsToDeactivate: [deactivated.user.uid, reactivated.user.uid],
});
await admin.put("/v3/users", { uidsToActivate: [reactivated.user.uid] });
for (const { user } of [deleted, reborn])
  await admin.delete(`/v3/users/${user.uid}?permanent=true`);
await createUser(admin, { uid: reborn.user.uid });
await admin.delete(`/v3/apikeys/${deletedKey.id}`);
await first.kill();

const second = await startServe({ dataDir });
afterAll(() => second.stop());
const anyone = new Client(second.url);
const restored = anyone.with({ apikey: app.apiKey });
const codeOf = async ({ authToken }: AuthToken): Promise<string> => {
  const answer = await anyone.get("/v3/me", { authToken });
  return answer.status === 200 ? "alive" : answer.error.code;
};

describe("after SIGKILL", () => {
  it.each<[string, AuthToken]>([
    ["by logout", loggedOut.token],
    ["by the back end", ended.token],
    ["by a flush", flushed.token],
    ["by deactivation", deactivated.token],
    ["by deactivation, though the user is back", reactivated.token],
    ["by deletion", deleted.token],
    ["by deletion, though its uid is in use again", reborn.token],
  ])("a session that was ended %s is dead", async (_name, token) => {
    expect(await codeOf(token)).toBe("AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
  });

  it("an active session is active", async () => {
    expect(await codeOf(alive.token)).toBe("alive");
  });

  it("a deleted key is rejected", async () => {
    const answer = await anyone.get("/v3/users", { apikey: deletedKey.apiKey });
    expect(answer.error.code).toBe("AUTH_ERR_APIKEY_NOT_FOUND");
  });

  it("users are in their acknowledged state, and can log in again", async () => {
    const state = async (uid: string): Promise<number> =>
      (await restored.post(`/v3/users/${uid}/auth_tokens`)).status;
    expect(await state(deactivated.user.uid)).toBe(403);
    expect(await state(deleted.user.uid)).toBe(404);
    for (const { user } of [reactivated, reborn, loggedOut]) {
      expect(await codeOf(await logIn(restored, user.uid))).toBe("alive");
    }
  });
});
