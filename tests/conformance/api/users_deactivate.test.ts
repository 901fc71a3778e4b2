/** Deactivate, reactivate, delete: PUT and DELETE /v3/users, DELETE /v3/users/{uid} */
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, logIn, newClient } from "../../support/client";
import { startDev } from "../../support/parleyd";
import { table } from "../../support/table";
import type { Success, User } from "../../support/types";

const server = await startDev();
afterAll(() => server.stop());
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: server.credentials.apiKey });

const ended = "AUTH_ERR_AUTH_TOKEN_NOT_FOUND";

describe("deactivating", () => {
  it("ends the sessions immediately, and the user is not found", async () => {
    const { user, me } = await newClient(admin);
    const answer = await admin.delete<Success>(`/v3/users/${user.uid}`);
    expect(answer.data.message).toBe(`The user with UID ${user.uid} was deactivated.`);
    expect((await me.get("/v3/me")).error.code).toBe(ended);
    expect((await admin.get(`/v3/users/${user.uid}`)).error.code).toBe("ERR_UID_NOT_FOUND");
    const tokens = await admin.get(`/v3/users/${user.uid}/auth_tokens`);
    expect(tokens.error.code).toBe("ERR_UID_NOT_FOUND");
  });

  it("refuses logins with a specific code", async () => {
    const { uid } = await createUser(admin);
    await admin.delete(`/v3/users/${uid}`);
    const login = await admin.post(`/v3/users/${uid}/auth_tokens`, {});
    expect(login.status).toBe(403);
    expect(login.error.code).toBe("ERR_USER_DEACTIVATED");
    expect(login.error.message).toContain(uid);
  });

  it("works on many users, and lists them", async () => {
    const [a, b] = [await createUser(admin), await createUser(admin)];
    const { me } = await newClient(admin);
    const { data } = await admin.delete("/v3/users", {
      uidsToDeactivate: [a.uid.toUpperCase(), b.uid, "nobody"],
    });
    expect(data).toEqual({ deactivatedUids: [a.uid, b.uid] });
    const again = await admin.delete("/v3/users", { uidsToDeactivate: [a.uid] });
    expect(again.data).toEqual({ deactivatedUids: [] });
    expect((await me.get("/v3/me")).status).toBe(200);
  });
});

describe("reactivating", () => {
  it("allows new logins, but does not restore old sessions", async () => {
    const { user, me } = await newClient(admin);
    await admin.delete(`/v3/users/${user.uid}`);
    const listed = await admin.get<User[]>("/v3/users?onlyDeactivated=true");
    const row = listed.data.find(({ uid }) => uid === user.uid);
    expect(row?.deactivatedAt).toBeGreaterThan(0);
    const { data } = await admin.put("/v3/users", { uidsToActivate: [user.uid, "nobody"] });
    expect(data).toEqual({ activatedUids: [user.uid], nonDeactivatedUids: ["nobody"] });
    expect((await admin.get<User>(`/v3/users/${user.uid}`)).data.deactivatedAt).toBe(0);
    expect((await me.get("/v3/me")).error.code).toBe(ended);
    const fresh = await logIn(admin, user.uid);
    expect((await anyone.get("/v3/me", { authToken: fresh.authToken })).status).toBe(200);
  });

  it("lists users that were already active", async () => {
    const { uid } = await createUser(admin);
    const { data } = await admin.put("/v3/users", { uidsToActivate: [uid] });
    expect(data).toEqual({ activatedUids: [], nonDeactivatedUids: [uid] });
  });
});

describe("deleting", () => {
  it.each<[string, string, unknown]>([
    ["by query", "?permanent=true", undefined],
    ["by body", "", { permanent: true }],
  ])("for good, %s", async (_name, query, body) => {
    const { user, me } = await newClient(admin);
    const answer = await admin.delete<Success>(`/v3/users/${user.uid}${query}`, body);
    expect(answer.data.message).toBe(`The user with UID ${user.uid} was deleted.`);
    expect((await me.get("/v3/me")).error.code).toBe(ended);
    const all = await admin.get("/v3/users?withDeactivated=true&perPage=1000");
    expect(all.text).not.toContain(`"${user.uid}"`);
  });

  it("frees the uid for a new user, which inherits nothing from the old one", async () => {
    const { user, me } = await newClient(admin);
    await admin.put(`/v3/users/${user.uid}`, { metadata: { old: true }, tags: ["old"] });
    await admin.delete(`/v3/users/${user.uid}?permanent=true`);
    const reborn = await createUser(admin, { uid: user.uid, name: "Reborn" });
    expect(reborn.tags).toEqual([]);
    expect(reborn.metadata).toBeUndefined();
    expect((await me.get("/v3/me")).error.code).toBe(ended);
    expect((await admin.get(`/v3/users/${user.uid}/auth_tokens`)).pagination.total).toBe(0);
  });

  it("works on a deactivated user", async () => {
    const { uid } = await createUser(admin);
    await admin.delete(`/v3/users/${uid}`);
    expect((await admin.delete(`/v3/users/${uid}`)).error.code).toBe("ERR_UID_NOT_FOUND");
    expect((await admin.delete(`/v3/users/${uid}?permanent=true`)).status).toBe(200);
    expect((await createUser(admin, { uid })).deactivatedAt).toBe(0);
  });
});

describe("refuses", () => {
  const refused = (call: string, body: unknown, detail: string) => ({
    name: `${call} ${JSON.stringify(body)}`,
    call,
    body,
    status: 400,
    code: "ERR_BAD_REQUEST",
    details: [detail],
  });
  table(
    () => admin,
    [
      refused("DELETE /v3/users", {}, "uidsToDeactivate"),
      refused("DELETE /v3/users", { uidsToDeactivate: [] }, "uidsToDeactivate"),
      refused("DELETE /v3/users", { uidsToDeactivate: "a" }, "uidsToDeactivate"),
      refused("DELETE /v3/users", { uidsToDeactivate: [1] }, "uidsToDeactivate"),
      refused("PUT /v3/users", {}, "uidsToActivate"),
      refused("PUT /v3/users", { uidsToActivate: [null] }, "uidsToActivate"),
      refused("DELETE /v3/users/cometchat-uid-5", { permanent: "yes" }, "permanent"),
      refused("DELETE /v3/users/cometchat-uid-5", { forever: true }, "forever"),
      {
        name: "an unknown user",
        call: "DELETE /v3/users/nobody",
        status: 404,
        code: "ERR_UID_NOT_FOUND",
      },
      {
        name: "DELETE /v3/users?permanent=maybe",
        call: "DELETE /v3/users/cometchat-uid-5?permanent=maybe",
        status: 400,
        code: "ERR_BAD_REQUEST",
        details: ["permanent"],
      },
    ],
  );
});
