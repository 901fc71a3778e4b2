/** Integers that JavaScript would round are rejected wherever JSON is stored, with advice to send a string. */
import { afterAll, describe, expect, it } from "vitest";
import { newAdministrator } from "../../support/administrators";
import { Client, createUser, freshUid, logIn } from "../../support/client";
import { startDev } from "../../support/parleyd";
import type { AuthToken, BulkResults, Role, User } from "../../support/types";

const server = await startDev();
afterAll(() => server.stop());
const { apiKey, appId } = server.credentials;
const admin = new Client(server.url, { apikey: apiKey });
const dashboard = (await newAdministrator(server, "developer")).api;
const mounted = `/admin/v1/apps/${appId}`;
const uid = "owner-of-ids";
await createUser(admin, { uid });
await admin.post("/v3/roles", { role: "vip", name: "VIP" });
const token = await logIn(admin, uid);
const me = new Client(server.url, { authToken: token.authToken });

const reason =
  "is beyond 9007199254740991 (2^53-1), where JavaScript rounds whole numbers; send it as a string";
/** As texts: JSON.stringify would write rounded numbers. */
const rounded = ["9007199254740992", "-9007199254740992", "1546130668394913822", "9".repeat(20)];
const exact = { most: 9007199254740991, least: -9007199254740991, id: "1546130668394913822" };

const calls: [call: string, client: Client, field: "metadata" | "appInfo", more?: string][] = [
  ["POST /v3/roles", admin, "metadata", '"role":"new","name":"New",'],
  ["PUT /v3/roles/vip", admin, "metadata"],
  ["PUT /v3/me", me, "metadata"],
  ["PUT /v3/me", me, "appInfo", '"platform":"web","deviceId":"d",'],
  ["POST /v3/users", admin, "metadata", '"uid":"new","name":"New",'],
  [`PUT /v3/users/${uid}`, admin, "metadata"],
  [`POST /v3/users/${uid}/auth_tokens`, admin, "appInfo"],
  [`PUT /v3/users/${uid}/auth_tokens/${token.id}`, admin, "appInfo"],
  [`POST ${mounted}/roles`, dashboard, "metadata", '"role":"new","name":"New",'],
  [`PUT ${mounted}/roles/vip`, dashboard, "metadata"],
];

describe.each(calls)("%s", (call, client, field, more = "") => {
  const [method, path] = call.split(" ") as [string, string];
  const send = (value: string) =>
    client.call(method, path, { body: `{${more}"${field}":{"ids":[{"id":${value}}]}}` });

  it.each(rounded)(`refuses %s in ${field}`, async (number) => {
    const answer = await send(number);
    expect(answer.outcome).toBe("400 ERR_BAD_REQUEST");
    expect(answer.error.details).toEqual({ [`${field}.ids[0].id`]: [reason] });
  });
});

describe.each([
  ["/v3", admin],
  [mounted, dashboard],
])("POST %s/data_import/users", (prefix, client) => {
  const importWith = (number: string, good: string) => {
    const bad = `"bad":{"name":"Bad","metadata":{"ids":[{"id":${number}}]}}`;
    const body = `{"users":{${bad},"${good}":{"name":"Good"}}}`;
    return client.post<BulkResults>(`${prefix}/data_import/users`, body);
  };

  it.each(rounded)("refuses only the user with %s", async (number) => {
    const good = freshUid("good");
    const { data } = await importWith(number, good);
    expect(data[good]).toMatchObject({ success: true });
    expect(data["bad"]).toMatchObject({
      success: false,
      error: { code: "ERR_BAD_REQUEST", details: { "metadata.ids[0].id": [reason] } },
    });
  });

  it("refuses only the user with a number beyond a 64-bit float", async () => {
    const good = freshUid("good");
    const { data } = await importWith("1e999", good);
    expect(data[good]).toMatchObject({ success: true });
    expect(data["bad"]?.error?.details).toEqual({
      "metadata.ids[0].id": ["must be a number in the range of a 64-bit floating-point number"],
    });
  });

  it("refuses a user that is such a number", async () => {
    const body = `{"users":{"bad":${"9".repeat(20)}}}`;
    const { data } = await client.post<BulkResults>(`${prefix}/data_import/users`, body);
    expect(Object.values(data["bad"]?.error?.details ?? {}).flat()).toEqual([
      expect.stringMatching(/must be an object/),
    ]);
  });

  it("refuses the whole body if such a number is outside the users", async () => {
    const body = `{"users":${"9".repeat(20)}}`;
    const answer = await client.post(`${prefix}/data_import/users`, body);
    expect(answer.outcome).toBe("400 ERR_BAD_REQUEST");
    expect(Object.keys(answer.error.details!)).toEqual(["users"]);
  });
});

it("nothing of it was stored", async () => {
  const users = (await admin.get<User[]>("/v3/users?perPage=1000")).data;
  expect(users.map((user) => user.uid)).not.toContain("new");
  expect(users.map((user) => user.uid)).not.toContain("bad");
  expect(users.find((user) => user.uid === uid)).not.toHaveProperty("metadata");
  const roles = (await admin.get<Role[]>("/v3/roles")).data;
  expect(roles.map(({ role }) => role)).not.toContain("new");
  expect(roles.find(({ role }) => role === "vip")).not.toHaveProperty("metadata");
  const tokens = (await admin.get<AuthToken[]>(`/v3/users/${uid}/auth_tokens`)).data;
  expect(tokens).toHaveLength(1);
  expect(tokens[0]).not.toHaveProperty("appInfo");
});

it("the largest exact integers, and larger ones as strings, are returned unchanged", async () => {
  const role = await admin.put<Role>("/v3/roles/vip", { metadata: exact });
  expect(role.data.metadata).toEqual(exact);
  const user = await me.put<User>("/v3/me", { metadata: exact });
  expect(user.data.metadata).toEqual(exact);
  await me.put("/v3/me", { platform: "web", deviceId: "d", appInfo: exact });
  const created = await logIn(admin, uid, { appInfo: exact });
  const tokens = (await admin.get<AuthToken[]>(`/v3/users/${uid}/auth_tokens`)).data;
  for (const id of [token.id, created.id])
    expect(tokens.find((stored) => stored.id === id)?.appInfo).toEqual(exact);
});
