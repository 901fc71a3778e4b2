/** An object from an answer can be sent back in every call that changes such an object. */
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Client, createUser, freshUid, logIn } from "../../support/client";
import { startDev } from "../../support/parleyd";
import type { User } from "../../support/types";

const server = await startDev();
afterAll(() => server.stop());
const { apiKey } = server.credentials;
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: apiKey });

type Fields = Record<string, unknown>;

describe("a user", () => {
  it("as a key reads it", async () => {
    const { uid } = await createUser(admin, { tags: ["t"], metadata: { a: 1 } });
    const { data } = await admin.get<User>(`/v3/users/${uid}`);
    expect((await admin.put<User>(`/v3/users/${uid}`, { ...data, name: "New" })).data).toEqual({
      ...data,
      name: "New",
      updatedAt: expect.any(Number) as number,
    });
  });

  it("as seen by a user that it has blocked and that has blocked it", async () => {
    const [ann, bob] = [await createUser(admin), await createUser(admin)];
    for (const [one, other] of [
      [ann, bob],
      [bob, ann],
    ] as const)
      await admin.post(`/v3/users/${one.uid}/blockedusers`, { blockedUids: [other.uid] });
    const as = anyone.with({ apikey: apiKey, onBehalfOf: ann.uid });
    const { data } = await as.get<Fields>(`/v3/users/${bob.uid}`);
    expect(Object.keys(data)).toEqual(
      expect.arrayContaining(["conversationId", "blockedAt", "blockedByMeAt"]),
    );
    expect((await admin.put(`/v3/users/${bob.uid}`, data)).status).toBe(200);
    const [listed] = (await as.get<Fields[]>(`/v3/users?uids=${bob.uid}&withTags=true`)).data;
    expect((await admin.put(`/v3/users/${bob.uid}`, listed)).status).toBe(200);
    const results = await admin.post<Record<string, { success: boolean }>>(
      "/v3/data_import/users",
      { users: { copied: { ...data, uid: "copied" } } },
    );
    expect(results.data["copied"]).toMatchObject({ success: true });
  });

  it("as it was created, with its auth token", async () => {
    const body = { uid: freshUid(), name: "A", withAuthToken: true };
    const { data } = await admin.post<User>("/v3/users", body);
    expect((await admin.put(`/v3/users/${data.uid}`, data)).status).toBe(200);
    const copy = await admin.post("/v3/users", { ...data, uid: freshUid() });
    expect(copy.status).toBe(200);
  });

  it("as it sees itself", async () => {
    const { uid } = await createUser(admin);
    const { authToken } = await logIn(admin, uid);
    const me = anyone.with({ authToken });
    const started = await me.put<Fields>("/v3/me", { platform: "web", deviceId: "d" });
    expect(started.data).toHaveProperty("settings");
    expect((await me.put("/v3/me", started.data)).status).toBe(200);
    expect((await me.put("/v3/me", (await me.get<Fields>("/v3/me")).data)).status).toBe(200);
  });
});

it("a role", async () => {
  const fields = { name: "Crew", description: "d", metadata: { a: 1 } };
  await admin.post("/v3/roles", { role: "crew", ...fields });
  const { data } = await admin.get<Fields>("/v3/roles/crew");
  expect((await admin.put("/v3/roles/crew", data)).status).toBe(200);
  expect((await admin.post("/v3/roles", { ...data, role: "copy" })).status).toBe(200);
});

it("an API key and an auth token", async () => {
  const { data: key } = await admin.post<Fields>("/v3/apikeys", { name: "k" });
  expect((await admin.put(`/v3/apikeys/${String(key["id"])}`, key)).status).toBe(200);
  const copy = await admin.post<Fields>("/v3/apikeys", key);
  expect(copy.data).toMatchObject({ name: "k", scope: key["scope"] });
  expect(copy.data["apiKey"]).not.toBe(key["apiKey"]);
  const { uid } = await createUser(admin);
  const path = `/v3/users/${uid}/auth_tokens`;
  await admin.post(path, { platform: "web", appInfo: { a: 1 } });
  const [token] = (await admin.get<Fields[]>(path)).data;
  expect((await admin.put(`${path}/${String(token!["id"])}`, token)).status).toBe(200);
  const other = (await admin.post<Fields>(path, token)).data;
  expect(other).toMatchObject({ platform: "web", appInfo: { a: 1 } });
  expect(other["id"]).not.toBe(token!["id"]);
});

/** Every field of an answer in the contract, whether or not the objects here have it. */
describe("each field of the contract", () => {
  const source = new URL("../../../contract/openapi.yaml", import.meta.url);
  const contract = parse(readFileSync(source, "utf8")) as {
    components: { schemas: Record<string, { properties: Fields }> };
  };
  const fieldsOf = (schema: string): string[] =>
    Object.keys(contract.components.schemas[schema]!.properties);
  const cases: [string, string][] = [
    ["Me", "CreateUser"],
    ["Me", "UpdateUser"],
    ["Me", "UpdateMe"],
    ["Me", "ImportUser"],
    ["Role", "CreateRole"],
    ["Role", "UpdateRole"],
    ["NewApiKey", "CreateApiKey"],
    ["NewApiKey", "UpdateApiKey"],
    ["NewAuthToken", "CreateAuthToken"],
    ["NewAuthToken", "UpdateAuthToken"],
  ];
  it.each(cases)("of %s is a field of %s", (answer, body) => {
    expect(fieldsOf(body)).toEqual(expect.arrayContaining(fieldsOf(answer)));
  });

  it("of a user is accepted", async () => {
    const { uid } = await createUser(admin);
    const { data } = await admin.get<Fields>(`/v3/users/${uid}`);
    const whole = Object.fromEntries(fieldsOf("Me").map((field) => [field, data[field] ?? ""]));
    delete whole["metadata"];
    const answer = await admin.put(`/v3/users/${uid}`, whole);
    expect(`${answer.status} ${answer.text}`).toMatch(/^200 /);
  });
});
