/** PUT /v3/users/{uid} */
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, freshUid, logIn } from "../../support/client";
import { startDev } from "../../support/parleyd";
import { table } from "../../support/table";
import type { User } from "../../support/types";

const server = await startDev();
afterAll(() => server.stop());
const { apiKey, authKey } = server.credentials;
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: apiKey });
await admin.post("/v3/roles", { role: "pilot", name: "Pilot" });

const full = {
  avatar: "https://example.com/a.webp",
  link: "https://example.com/",
  statusMessage: "Here",
  metadata: { a: 1 },
  tags: ["red"],
};

describe("changes", () => {
  it("only the fields that are sent", async () => {
    const before = await createUser(admin, full);
    const { data } = await admin.put<User>(`/v3/users/${before.uid}`, { name: "New" });
    expect(data).toEqual({ ...before, name: "New", updatedAt: data.updatedAt });
    expect(data.updatedAt).toBeGreaterThanOrEqual(before.updatedAt);
    expect((await admin.get<User>(`/v3/users/${before.uid}`)).data).toEqual(data);
  });

  it("every field", async () => {
    const { uid } = await createUser(admin);
    const change = { name: "N", role: "pilot", ...full };
    expect((await admin.put<User>(`/v3/users/${uid}`, change)).data).toMatchObject(change);
  });

  it("metadata and tags as a whole", async () => {
    const { uid } = await createUser(admin, full);
    const change = { metadata: { b: 2 }, tags: ["blue"] };
    expect((await admin.put<User>(`/v3/users/${uid}`, change)).data).toMatchObject(change);
  });

  it("with the Auth Key, in development", async () => {
    const { uid } = await createUser(admin);
    const { data } = await anyone.put<User>(
      `/v3/users/${uid}`,
      { name: "By Auth Key" },
      { apikey: authKey },
    );
    expect(data.name).toBe("By Auth Key");
  });

  it("nothing if nothing is sent", async () => {
    const before = await createUser(admin, full);
    const { data } = await admin.put<User>(`/v3/users/${before.uid}`, {});
    expect({ ...data, updatedAt: 0 }).toEqual({ ...before, updatedAt: 0 });
  });

  it("no read-only fields, and accepts the own uid", async () => {
    const before = await createUser(admin);
    const { data } = await admin.put<User>(`/v3/users/${before.uid}`, {
      uid: before.uid.toUpperCase(),
      name: "N",
      hasBlockedMe: true,
      blockedByMe: true,
      deactivatedAt: 5,
      status: "available",
      lastActiveAt: 5,
      createdAt: 5,
    });
    expect(data).toEqual({ ...before, name: "N", updatedAt: data.updatedAt });
  });

  it("reports every wrong field at once", async () => {
    const { uid } = await createUser(admin);
    const body = { uid: "other", Name: "N", avatar: "ftp://x", tags: [1] };
    const { error } = await admin.put(`/v3/users/${uid}`, body);
    expect(Object.keys(error.details ?? {}).sort()).toEqual(["Name", "avatar", "tags", "uid"]);
    expect(error.details?.["Name"]).toEqual(["is not a known field; did you mean name?"]);
  });

  it("is visible immediately to the sessions of the user", async () => {
    const { uid } = await createUser(admin);
    const me = anyone.with({ authToken: (await logIn(admin, uid)).authToken });
    await me.get("/v3/me");
    await admin.put(`/v3/users/${uid}`, { name: "Seen" });
    expect((await me.get<User>("/v3/me")).data.name).toBe("Seen");
  });
});

describe("unset", () => {
  it("clears the listed fields", async () => {
    const { uid } = await createUser(admin, full);
    const unset = ["avatar", "link", "metadata", "statusMessage", "tags"];
    const { data } = await admin.put<User>(`/v3/users/${uid}`, { unset });
    expect(data.tags).toEqual([]);
    for (const field of ["avatar", "link", "metadata", "statusMessage"]) {
      expect(data).not.toHaveProperty(field);
    }
  });

  it("can be combined with other changes", async () => {
    const { uid } = await createUser(admin, full);
    const { data } = await admin.put<User>(`/v3/users/${uid}`, { name: "N", unset: ["link"] });
    expect(data).toMatchObject({ name: "N", avatar: full.avatar });
    expect(data).not.toHaveProperty("link");
  });
});

describe("private metadata", () => {
  it("survives changes by callers that cannot see it", async () => {
    const metadata = { "@private": { note: "vip" }, color: "red" };
    const { uid } = await createUser(admin, { metadata });
    const read = async (): Promise<unknown> =>
      (await admin.get<User>(`/v3/users/${uid}`)).data.metadata;
    const path = `/v3/users/${uid}`;
    const byAuthKey = await anyone.put(path, { metadata: { color: "blue" } }, { apikey: authKey });
    expect(byAuthKey.text).not.toContain("vip");
    expect(await read()).toEqual({ "@private": { note: "vip" }, color: "blue" });
    const me = anyone.with({ authToken: (await logIn(admin, uid)).authToken });
    await me.put("/v3/me", { unset: ["metadata"] });
    expect(await read()).toEqual({ "@private": { note: "vip" } });
    expect((await me.put("/v3/me", { metadata })).status).toBe(400);
    await admin.put(path, { metadata: { color: "green" } });
    expect(await read()).toEqual({ color: "green" });
  });
});

const uid = freshUid();
await createUser(admin, { uid });
await createUser(admin, { uid: "deactivated" });
await admin.delete("/v3/users/deactivated");

it("accepts an empty array as an empty object, because PHP cannot tell them apart", async () => {
  const path = `/v3/users/${uid}`;
  const { data } = await admin.put<User>(path, { metadata: [] });
  expect(data.metadata).toEqual({});
  expect((await admin.put(path, [])).status).toBe(200);
  const token = await admin.post(`${path}/auth_tokens`, { appInfo: [] });
  expect(token.status).toBe(200);
  const role = { role: "php", name: "PHP", metadata: [], settings: [] };
  expect((await admin.post("/v3/roles", role)).status).toBe(200);
  expect((await admin.put("/v3/roles/php", { settings: [], metadata: [] })).status).toBe(200);
});

it.each([
  ["http://a:99999/", "99999"],
  ["http://[x/", "[x"],
  ["https://a b/", "a b"],
  ["example.com/a.png", "https://"],
])("says what is wrong with the avatar %s", async (avatar, wrong) => {
  const { error } = await admin.put(`/v3/users/${uid}`, { avatar });
  expect(error.details?.["avatar"]?.[0]).toContain("must be an http or https URL");
  expect(error.details?.["avatar"]?.[0]).toContain(wrong);
});

describe("refuses", () => {
  const refused = (body: unknown, ...details: string[]) => ({
    name: JSON.stringify(body),
    call: `PUT /v3/users/${uid}`,
    body,
    status: 400,
    code: "ERR_BAD_REQUEST",
    ...(details.length > 0 && { details }),
  });
  table(
    () => admin,
    [
      refused({ uid: "somebody-else" }, "uid"),
      refused({ name: "" }, "name"),
      refused({ name: null }, "name"),
      refused({ role: "no-such-role" }, "role"),
      refused({ avatar: "javascript:alert(1)" }, "avatar"),
      refused({ tags: {} }, "tags"),
      refused({ unset: ["name"] }, "unset"),
      refused({ unset: "avatar" }, "unset"),
      refused({ withAuthToken: true }, "withAuthToken"),
      refused({ admin: true }, "admin"),
      refused([1]),
      refused({ metadata: [1] }, "metadata"),
      refused({ avatar: "https://a.example/", unset: ["avatar"] }, "avatar"),
      refused({ metadata: {}, tags: [], unset: ["tags", "metadata"] }, "metadata", "tags"),
      {
        name: "an unknown user",
        call: "PUT /v3/users/nobody",
        body: { name: "N" },
        status: 404,
        code: "ERR_UID_NOT_FOUND",
        contains: ["nobody"],
      },
      {
        name: "a deactivated user",
        call: "PUT /v3/users/deactivated",
        body: { name: "N" },
        status: 404,
        code: "ERR_UID_NOT_FOUND",
      },
      {
        name: "a 26th tag",
        call: `PUT /v3/users/${uid}`,
        body: { tags: Array.from({ length: 26 }, (_, i) => `t${i}`) },
        status: 422,
        code: "ERR_LIMIT_EXCEEDED",
      },
    ],
  );

  it("all changes if one field is not valid", async () => {
    const before = (await admin.get<User>(`/v3/users/${uid}`)).data;
    await admin.put(`/v3/users/${uid}`, { name: "Half", avatar: "not a url" });
    expect((await admin.get<User>(`/v3/users/${uid}`)).data).toEqual(before);
  });
});
