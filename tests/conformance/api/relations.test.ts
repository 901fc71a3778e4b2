/** /v3/blockedusers, /v3/users/{uid}/blockedusers and /v3/users/{uid}/friends */
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, freshUid, newClient } from "../../support/client";
import { startServe } from "../../support/parleyd";
import { table } from "../../support/table";
import type { BulkResults, User } from "../../support/types";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("relations");
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: app.apiKey });

const block = (me: Client, ...blockedUids: string[]) =>
  me.post<BulkResults>("/v3/blockedusers", { blockedUids });
const uids = async (client: Client, path: string): Promise<string[]> =>
  (await client.get<User[]>(path)).data.map(({ uid }) => uid);
const see = async (client: Client, uid: string): Promise<User> =>
  (await client.get<User>(`/v3/users/${uid}`)).data;

describe("a block", () => {
  it("is visible to both sides, and to no one else", async () => {
    const ann = await newClient(admin);
    const bob = await newClient(admin);
    const before = Math.floor(Date.now() / 1000);
    const { data } = await block(ann.me, bob.user.uid.toUpperCase());
    expect(data).toEqual({
      [bob.user.uid]: { success: true, message: `The user with UID ${bob.user.uid} was blocked.` },
    });
    const blocked = await see(ann.me, bob.user.uid);
    expect(blocked).toMatchObject({ blockedByMe: true, hasBlockedMe: false });
    expect(blocked.blockedByMeAt).toBeGreaterThanOrEqual(before);
    expect(blocked).not.toHaveProperty("blockedAt");
    const blocker = await see(bob.me, ann.user.uid);
    expect(blocker).toMatchObject({ blockedByMe: false, hasBlockedMe: true });
    expect(blocker.blockedAt).toBe(blocked.blockedByMeAt);
    expect(blocker).not.toHaveProperty("blockedByMeAt");
    const others = [admin, (await newClient(admin)).me];
    for (const other of others) {
      const seen = await see(other, bob.user.uid);
      expect(seen).toMatchObject({ blockedByMe: false, hasBlockedMe: false });
      expect(seen).not.toHaveProperty("blockedAt");
    }
    const onBehalf = admin.with({ apikey: app.apiKey, onBehalfOf: ann.user.uid });
    expect((await see(onBehalf, bob.user.uid)).blockedByMe).toBe(true);
    const changed = await onBehalf.put<User>(`/v3/users/${bob.user.uid}`, { name: "Bob" });
    expect(changed.data).toMatchObject({ name: "Bob", blockedByMe: true });
  });

  it("is visible in user lists, which can hide blocked users", async () => {
    const ann = await newClient(admin);
    const [bob, cat] = [await createUser(admin), await createUser(admin)];
    await block(ann.me, bob.uid);
    const query = `/v3/users?uids=${bob.uid},${cat.uid}`;
    const listed = (await ann.me.get<User[]>(query)).data;
    expect(listed.map(({ uid, blockedByMe }) => [uid, blockedByMe])).toEqual([
      [bob.uid, true],
      [cat.uid, false],
    ]);
    expect(await uids(ann.me, `${query}&hideBlockedUsers=true`)).toEqual([cat.uid]);
    const onBehalf = admin.with({ apikey: app.apiKey, onBehalfOf: ann.user.uid });
    expect(await uids(onBehalf, `${query}&hideBlockedUsers=1`)).toEqual([cat.uid]);
  });

  it("succeeds the second time, and keeps its time", async () => {
    const ann = await newClient(admin);
    const bob = await createUser(admin);
    await block(ann.me, bob.uid);
    const { blockedByMeAt } = await see(ann.me, bob.uid);
    await new Promise((wait) => setTimeout(wait, 1_100));
    expect((await block(ann.me, bob.uid)).data[bob.uid]?.success).toBe(true);
    expect((await see(ann.me, bob.uid)).blockedByMeAt).toBe(blockedByMeAt);
  });

  it("ends with an unblock, on one side only", async () => {
    const [ann, bob] = [await newClient(admin), await newClient(admin)];
    await block(ann.me, bob.user.uid);
    await block(bob.me, ann.user.uid);
    for (let time = 0; time < 2; time++) {
      const undone = await ann.me.delete<BulkResults>("/v3/blockedusers", {
        blockedUids: [bob.user.uid],
      });
      expect(undone.data[bob.user.uid]?.success).toBe(true);
    }
    expect(await see(ann.me, bob.user.uid)).toMatchObject({
      blockedByMe: false,
      hasBlockedMe: true,
    });
  });

  it("ends with the user: a later user with the same UID has none", async () => {
    const ann = await newClient(admin);
    const bob = await newClient(admin);
    const { uid } = bob.user;
    await block(ann.me, uid);
    await block(bob.me, ann.user.uid);
    await admin.post(`/v3/users/${ann.user.uid}/friends`, { accepted: [uid] });
    await admin.delete(`/v3/users/${uid}?permanent=true`);
    await createUser(admin, { uid });
    expect(await see(ann.me, uid)).toMatchObject({ blockedByMe: false, hasBlockedMe: false });
    expect(await uids(admin, `/v3/users/${uid}/blockedusers`)).toEqual([]);
    expect(await uids(admin, `/v3/users/${ann.user.uid}/friends`)).toEqual([]);
  });

  it("of many users returns a result for each", async () => {
    const ann = await newClient(admin);
    const [bob, gone] = [await createUser(admin), await createUser(admin)];
    await admin.delete(`/v3/users/${gone.uid}`);
    const { status, data } = await block(ann.me, bob.uid, "nobody", ann.user.uid, gone.uid);
    expect(status).toBe(200);
    const failure = (code: string) => ({ success: false, error: { code } });
    expect(data).toMatchObject({
      [bob.uid]: { success: true },
      nobody: failure("ERR_UID_NOT_FOUND"),
      [ann.user.uid]: failure("ERR_CANNOT_BLOCK_SELF"),
      [gone.uid]: failure("ERR_UID_NOT_FOUND"),
    });
    expect(data["nobody"]?.message).toContain("nobody does not exist");
    expect(await uids(ann.me, "/v3/blockedusers")).toEqual([bob.uid]);
  });

  it("can also be created, ended and listed by a back end", async () => {
    const ann = await newClient(admin);
    const bob = await createUser(admin);
    const path = `/v3/users/${ann.user.uid}/blockedusers`;
    await admin.post(path, { blockedUids: [bob.uid] });
    const [seen] = (await admin.get<User[]>(path)).data;
    expect(seen).toMatchObject({ uid: bob.uid, blockedByMe: true });
    expect(seen?.conversationId).toContain(ann.user.uid);
    expect((await see(ann.me, bob.uid)).blockedByMe).toBe(true);
    await admin.delete(path, { blockedUids: [bob.uid] });
    expect(await uids(admin, path)).toEqual([]);
  });
});

describe("the list of blocked users", async () => {
  const ann = await newClient(admin);
  const zed = await createUser(admin, { uid: "list-zed", name: "Zed Ångström" });
  const bob = await createUser(admin, { uid: "list-bob", name: "Bob" });
  const cat = await newClient(admin);
  await block(ann.me, zed.uid, bob.uid);
  await block(cat.me, ann.user.uid);

  it.each<[string, string[]]>([
    ["", [bob.uid, cat.user.uid, zed.uid]],
    ["?direction=both", [bob.uid, cat.user.uid, zed.uid]],
    ["?direction=blockedByMe", [bob.uid, zed.uid]],
    ["?direction=hasBlockedMe", [cat.user.uid]],
    ["?direction=blockedByMe&searchKey=%C3%A5NG", [zed.uid]],
    ["?searchKey=list-b", [bob.uid]],
    ["?direction=blockedByMe&perPage=1&page=2", [zed.uid]],
    ["?perPage=2&page=3", []],
  ])("blockedusers%s", async (query, expected) => {
    expect(await uids(ann.me, `/v3/blockedusers${query}`)).toEqual(expected);
    expect(await uids(admin, `/v3/users/${ann.user.uid}/blockedusers${query}`)).toEqual(expected);
  });

  it("shows tags on request", async () => {
    const [first] = (await ann.me.get<User[]>("/v3/blockedusers?withTags=true")).data;
    expect(first?.tags).toEqual([]);
    const [bare] = (await ann.me.get<User[]>("/v3/blockedusers")).data;
    expect(bare).not.toHaveProperty("tags");
  });

  it("counts its pages", async () => {
    const { pagination } = await ann.me.get("/v3/blockedusers?perPage=2");
    expect(pagination).toMatchObject({ total: 3, count: 2, total_pages: 2, current_page: 1 });
  });
});

describe("friends", () => {
  it("are friends of each other, until one is removed", async () => {
    const [ann, bob] = [await createUser(admin), await createUser(admin)];
    const path = (uid: string) => `/v3/users/${uid}/friends`;
    const added = await admin.post<{ accepted: BulkResults }>(path(ann.uid), {
      accepted: [bob.uid],
    });
    expect(added.data.accepted[bob.uid]).toMatchObject({ success: true });
    expect(await uids(admin, path(ann.uid))).toEqual([bob.uid]);
    expect(await uids(admin, path(bob.uid))).toEqual([ann.uid]);
    const again = await admin.post<{ accepted: BulkResults }>(path(bob.uid), {
      accepted: [ann.uid, bob.uid, "nobody"],
    });
    expect(again.data.accepted).toMatchObject({
      [ann.uid]: { success: false, error: { code: "ERR_ALREADY_FRIEND" } },
      [bob.uid]: { success: false, error: { code: "ERR_CANNOT_FORM_SELF_RELATION" } },
      nobody: { success: false, error: { code: "ERR_UID_NOT_FOUND" } },
    });
    const removed = await admin.delete<BulkResults>(path(bob.uid), { friends: [ann.uid] });
    expect(removed.data[ann.uid]).toMatchObject({ success: true });
    const twice = await admin.delete<BulkResults>(path(ann.uid), { friends: [bob.uid] });
    expect(twice.data[bob.uid]?.error?.code).toBe("ERR_NOT_A_FRIEND");
    expect(await uids(admin, path(ann.uid))).toEqual([]);
  });

  it("are the only users in the list of a client if it asks for that, or its role says so", async () => {
    await admin.post("/v3/roles", {
      role: "shy",
      name: "Shy",
      settings: { listUsers: "friendsOnly" },
    });
    const ann = await newClient(admin);
    const [bob, cat] = [await createUser(admin), await createUser(admin)];
    await admin.post(`/v3/users/${ann.user.uid}/friends`, { accepted: [bob.uid] });
    const query = `/v3/users?uids=${bob.uid},${cat.uid}`;
    expect(await uids(ann.me, query)).toEqual([bob.uid, cat.uid]);
    expect(await uids(ann.me, `${query}&friendsOnly=true`)).toEqual([bob.uid]);
    const onBehalf = admin.with({ apikey: app.apiKey, onBehalfOf: ann.user.uid });
    expect(await uids(onBehalf, `${query}&friendsOnly=true`)).toEqual([bob.uid]);

    await admin.put(`/v3/users/${ann.user.uid}`, { role: "shy" });
    const { data, pagination } = await ann.me.get<User[]>("/v3/users");
    expect(data.map(({ uid }) => uid)).toEqual([bob.uid]);
    expect(pagination.total).toBe(1);
    expect(await uids(onBehalf, query)).toEqual([bob.uid, cat.uid]);
    await admin.put("/v3/roles/shy", { settings: { listUsers: "all" } });
    expect(await uids(ann.me, query)).toEqual([bob.uid, cat.uid]);
  });
});

describe("what is refused", async () => {
  const { user, me } = await newClient(admin);
  const many = Array.from({ length: 26 }, (_, i) => `user-${i}`);
  const bad: [string, string, unknown, string[]][] = [
    ["no list", "blockedUids", undefined, ["blockedUids"]],
    ["an empty list", "blockedUids", [], ["blockedUids"]],
    ["a text", "blockedUids", "bob", ["blockedUids"]],
    ["a list of numbers", "blockedUids", [1], ["blockedUids"]],
    ["another field", "uids", ["bob"], ["blockedUids", "uids"]],
  ];
  table(
    () => me,
    bad.flatMap(([name, field, value, details]) =>
      ["POST", "DELETE"].map((method) => ({
        name: `${name} (${method})`,
        call: `${method} /v3/blockedusers`,
        body: { [field]: value },
        status: 400,
        code: "ERR_BAD_REQUEST",
        details,
      })),
    ),
  );
  table(
    () => me,
    [
      {
        name: "26 at once",
        call: "POST /v3/blockedusers",
        body: { blockedUids: many },
        status: 422,
        code: "ERR_LIMIT_EXCEEDED",
        contains: ["25"],
      },
      {
        name: "an unknown direction",
        call: "GET /v3/blockedusers?direction=up",
        status: 400,
        details: ["direction"],
      },
    ],
  );
  table(
    () => admin,
    [
      ...["blockedusers", "friends"].map((list) => ({
        name: `${list} of an unknown user`,
        call: `GET /v3/users/nobody/${list}`,
        status: 404,
        code: "ERR_UID_NOT_FOUND",
      })),
      {
        name: "blocking by an unknown user",
        call: "POST /v3/users/nobody/blockedusers",
        body: { blockedUids: [user.uid] },
        status: 404,
        code: "ERR_UID_NOT_FOUND",
      },
      {
        name: "26 friends at once",
        call: `POST /v3/users/${user.uid}/friends`,
        body: { accepted: many },
        status: 422,
        code: "ERR_LIMIT_EXCEEDED",
      },
      ...["friendsOnly", "hideBlockedUsers"].map((filter) => ({
        name: `${filter} without a user it could refer to`,
        call: `GET /v3/users?${filter}=true`,
        status: 400,
        details: [filter],
      })),
    ],
  );

  it.each<[string, string, string]>([
    ["POST", "/v3/blockedusers", "blockedUids"],
    ["DELETE", "/v3/blockedusers", "blockedUids"],
    ["POST", "/v3/users/{uid}/friends", "accepted"],
    ["DELETE", "/v3/users/{uid}/friends", "friends"],
  ])("only the malformed uid of several: %s %s", async (method, path, field) => {
    const [ann, bob] = [await newClient(admin), await createUser(admin)];
    const caller = path.includes("{uid}") ? admin : ann.me;
    const url = path.replace("{uid}", ann.user.uid);
    if (method === "DELETE")
      await caller.post(url, { [field.replace("friends", "accepted")]: [bob.uid] });
    const answer = await caller.call<BulkResults & { accepted?: BulkResults }>(method, url, {
      body: { [field]: ["a b", bob.uid, "nobody"] },
    });
    expect(answer.status).toBe(200);
    const results: BulkResults = answer.data.accepted ?? answer.data;
    expect(results[bob.uid]).toMatchObject({ success: true });
    expect(results["a b"]).toMatchObject({
      success: false,
      message: "No user can have the UID a b.",
      error: { code: "ERR_UID_NOT_FOUND" },
    });
    expect(results["nobody"]?.message.includes("Create it first")).toBe(method === "POST");
  });

  it("users have no relations with users of another app", async () => {
    const other = await server.createApp("elsewhere");
    const there = anyone.with({ apikey: other.apiKey });
    const uid = freshUid("twin");
    await createUser(admin, { uid });
    await createUser(there, { uid });
    const twin = await newClient(there);
    await block(me, uid);
    expect(await see(twin.me, uid)).toMatchObject({ hasBlockedMe: false });
    const { data } = await block(twin.me, user.uid);
    expect(data[user.uid]?.error?.code).toBe("ERR_UID_NOT_FOUND");
    expect(await uids(there, `/v3/users/${uid}/blockedusers`)).toEqual([]);
  });
});
