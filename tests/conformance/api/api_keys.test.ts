/** /v3/apikeys */
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, freshUid } from "../../support/client";
import { startServe } from "../../support/parleyd";
import { table } from "../../support/table";
import type { ApiKey, Success } from "../../support/types";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("keys");
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: app.apiKey });

const create = async (fields: object): Promise<ApiKey> =>
  (await admin.post<ApiKey>("/v3/apikeys", fields)).data;
const own = async (): Promise<ApiKey> => {
  const { data } = await admin.get<ApiKey>(`/v3/apikeys/${app.apiKey}`);
  return data;
};

describe("a key", () => {
  it("is shown once and works immediately", async () => {
    const key = await create({ name: "Back end", scope: "fullAccess" });
    expect(key).toMatchObject({
      name: "Back end",
      scope: "fullAccess",
      createdBy: (await own()).id,
    });
    const its = anyone.with({ apikey: key.apiKey });
    expect((await its.get("/v3/users")).status).toBe(200);
    const list = await admin.get<ApiKey[]>("/v3/apikeys");
    expect(list.text).not.toContain(key.apiKey);
    const { id, apiKey } = key;
    const masked = `${apiKey.slice(0, 4)}...${apiKey.slice(-3)}`;
    expect(list.data.find((row) => row.id === id)?.apiKey).toBe(masked);
    for (const handle of [id, apiKey]) {
      const { data } = await admin.get<ApiKey>(`/v3/apikeys/${handle}`);
      expect(data).toMatchObject({ id, apiKey: masked });
    }
  });

  it("is authOnly by default", async () => {
    const key = await create({ name: "Weak" });
    expect(key.scope).toBe("authOnly");
    const its = anyone.with({ apikey: key.apiKey });
    expect((await its.get("/v3/apikeys")).error.code).toBe("AUTH_ERR_NO_ACCESS");
    const made = await its.post("/v3/users", { uid: freshUid(), name: "A" });
    expect(made.status).toBe(200);
  });

  it("can change its name and scope, with immediate effect", async () => {
    const key = await create({ name: "Before" });
    const its = anyone.with({ apikey: key.apiKey });
    expect((await its.get("/v3/users")).status).toBe(403);
    const path = `/v3/apikeys/${key.id}`;
    const { data } = await admin.put<ApiKey>(path, { name: "After", scope: "fullAccess" });
    expect(data).toMatchObject({ name: "After", scope: "fullAccess" });
    expect((await its.get("/v3/users")).status).toBe(200);
    await admin.put(path, { scope: "authOnly" });
    expect((await its.get("/v3/users")).status).toBe(403);
  });

  it.each(["id", "apiKey"] as const)("is rejected after it was deleted by %s", async (handle) => {
    const key = await create({ name: "Short-lived", scope: "fullAccess" });
    const its = anyone.with({ apikey: key.apiKey });
    await its.get("/v3/users");
    const { data } = await admin.delete<Success>(`/v3/apikeys/${key[handle]}`);
    expect(data.message).toBe("The API key was deleted.");
    expect((await its.get("/v3/users")).error.code).toBe("AUTH_ERR_APIKEY_NOT_FOUND");
    const again = await admin.delete(`/v3/apikeys/${key.id}`);
    expect(again.error.code).toBe("ERR_APIKEY_NOT_FOUND");
  });

  it("keeps the sessions it created when it is deleted", async () => {
    const key = await create({ name: "Login" });
    const { uid } = await createUser(admin);
    const its = anyone.with({ apikey: key.apiKey });
    const { data } = await its.post<{ authToken: string }>(`/v3/users/${uid}/auth_tokens`);
    await admin.delete(`/v3/apikeys/${key.id}`);
    expect((await anyone.get("/v3/me", { authToken: data.authToken })).status).toBe(200);
  });

  it("cannot change or delete itself", async () => {
    const { id } = await own();
    for (const handle of [id, app.apiKey]) {
      const path = `/v3/apikeys/${handle}`;
      for (const answer of [await admin.put(path, { name: "N" }), await admin.delete(path)]) {
        expect(answer.status).toBe(403);
        expect(answer.error.code).toBe("ERR_APIKEY_NO_SELF_ACTION");
      }
    }
  });
});

describe("the list", () => {
  it("is filtered by scope and by words of the name, and paged", async () => {
    await create({ name: "Quite special", scope: "fullAccess" });
    await create({ name: "Quite plain" });
    const names = async (query: string): Promise<string[]> =>
      (await admin.get<ApiKey[]>(`/v3/apikeys?${query}`)).data.map(({ name }) => name);
    expect(await names("searchKey=QUITE")).toEqual(["Quite special", "Quite plain"]);
    expect(await names("searchKey=spec")).toEqual(["Quite special"]);
    expect(await names("searchKey=quite&scope=authOnly")).toEqual(["Quite plain"]);
    expect(await names("searchKey=quite&perPage=1&page=2")).toEqual(["Quite plain"]);
    expect(await names("searchKey=nothing")).toEqual([]);
    await create({ name: "Für Kunden" });
    for (const key of ["FÜR", "fur kun"])
      expect(await names(`searchKey=${encodeURIComponent(key)}`)).toHaveLength(1);
    expect(await names("searchKey=%C2%B4")).toEqual([]);
  });

  it("shows who created the first keys", async () => {
    expect((await own()).createdBy).toBe("server");
  });
});

describe("at most 25 per app", () => {
  it("the 26th is refused", async () => {
    const other = await server.createApp("many-keys");
    const its = anyone.with({ apikey: other.apiKey });
    const { total } = (await its.get("/v3/apikeys")).pagination;
    for (let i = total; i < 25; i++) {
      expect((await its.post("/v3/apikeys", { name: `k${i}` })).status).toBe(200);
    }
    const refused = await its.post("/v3/apikeys", { name: "one more" });
    expect(refused.status).toBe(422);
    expect(refused.error.code).toBe("ERR_LIMIT_EXCEEDED");
  });
});

describe("refuses", () => {
  const refused = (body: object, ...details: string[]) => ({
    name: JSON.stringify(body).slice(0, 60),
    call: "POST /v3/apikeys",
    body,
    status: 400,
    code: "ERR_BAD_REQUEST",
    details,
  });
  const unknown = (method: string) => ({
    name: `${method} of an unknown key`,
    call: `${method} /v3/apikeys/key_none`,
    ...(method === "PUT" && { body: { name: "N" } }),
    status: 404,
    code: "ERR_APIKEY_NOT_FOUND",
  });
  table(
    () => admin,
    [
      refused({}, "name"),
      refused({ name: "" }, "name"),
      refused({ name: "x".repeat(101) }, "name"),
      refused({ name: "N", scope: "root" }, "scope"),
      refused({ name: "N", scope: 1 }, "scope"),
      unknown("GET"),
      unknown("PUT"),
      unknown("DELETE"),
      {
        name: "an unknown scope as a filter",
        call: "GET /v3/apikeys?scope=root",
        status: 400,
        code: "ERR_BAD_REQUEST",
        details: ["scope"],
      },
    ],
  );
});
