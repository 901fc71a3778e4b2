/** /v3/roles */
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, newClient } from "../../support/client";
import { startServe } from "../../support/parleyd";
import { table } from "../../support/table";
import type { Role, Success, User } from "../../support/types";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("roles");
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: app.apiKey });

const full = {
  name: "Moderator",
  description: "Keeps order",
  metadata: { color: "red" },
  settings: { listUsers: "friendsOnly", sendMessagesTo: "all" },
};

describe("a role", () => {
  it("is created, read, changed and deleted", async () => {
    const { data } = await admin.post<Role>("/v3/roles", { role: "Moderator", ...full });
    expect(data).toMatchObject({ role: "moderator", ...full });
    expect((await admin.get<Role>("/v3/roles/MODERATOR")).data).toEqual(data);
    const changed = await admin.put<Role>("/v3/roles/moderator", {
      name: "Mod",
      settings: { sendMessagesTo: "friendsOnly" },
      unset: ["description"],
    });
    expect(changed.data).toMatchObject({
      name: "Mod",
      metadata: full.metadata,
      settings: { listUsers: "friendsOnly", sendMessagesTo: "friendsOnly" },
    });
    expect(changed.data.description).toBeUndefined();
    const gone = await admin.delete<Success>("/v3/roles/moderator");
    expect(gone.data.message).toBe("The role moderator was deleted.");
    expect((await admin.get("/v3/roles/moderator")).error.code).toBe("ERR_ROLE_NOT_FOUND");
  });

  it("has open settings by default, and again after they are unset", async () => {
    const open = { listUsers: "all", sendMessagesTo: "all" };
    const { data } = await admin.post<Role>("/v3/roles", { role: "plain", name: "Plain" });
    expect(data.settings).toEqual(open);
    await admin.put("/v3/roles/plain", { settings: { listUsers: "friendsOnly" } });
    const unset = await admin.put<Role>("/v3/roles/plain", { unset: ["settings"] });
    expect(unset.data.settings).toEqual(open);
  });

  it("leaves its users with the default role when it is deleted, even for their open sessions", async () => {
    await admin.post("/v3/roles", { role: "brief", name: "Brief" });
    const { user, me } = await newClient(admin);
    await admin.put(`/v3/users/${user.uid}`, { role: "brief" });
    expect((await me.get<User>("/v3/me")).data.role).toBe("brief");
    await admin.delete("/v3/roles/brief");
    expect((await admin.get<User>(`/v3/users/${user.uid}`)).data.role).toBe("default");
    expect((await me.get<User>("/v3/me")).data.role).toBe("default");
    const late = await admin.post("/v3/users", { uid: "late", name: "L", role: "brief" });
    expect(late.error.details).toHaveProperty("role");
  });
});

describe("the default role", () => {
  it("exists, can be changed, and cannot be deleted", async () => {
    const { data } = await admin.get<Role[]>("/v3/roles");
    expect(data.map(({ role }) => role)).toContain("default");
    const renamed = await admin.put<Role>("/v3/roles/default", { name: "Everybody" });
    expect(renamed.data.name).toBe("Everybody");
    const answer = await admin.delete("/v3/roles/default");
    expect(answer.status).toBe(403);
    expect(answer.error.code).toBe("ERR_ROLE_DELETE_DENIED");
    expect((await createUser(admin)).role).toBe("default");
  });
});

describe("at most 25 per app", () => {
  it("the 26th is refused, until one is deleted", async () => {
    const other = await server.createApp("many-roles");
    const its = anyone.with({ apikey: other.apiKey });
    for (let i = 1; i < 25; i++) {
      expect((await its.post("/v3/roles", { role: `r-${i}`, name: "R" })).status).toBe(200);
    }
    const refused = await its.post("/v3/roles", { role: "r-25", name: "R" });
    expect(refused.status).toBe(422);
    expect(refused.error.code).toBe("ERR_LIMIT_EXCEEDED");
    await its.delete("/v3/roles/r-1");
    expect((await its.post("/v3/roles", { role: "r-25", name: "R" })).status).toBe(200);
    const page = await its.get<Role[]>("/v3/roles?perPage=10&page=3");
    expect(page.data).toHaveLength(5);
    expect(page.pagination).toMatchObject({ total: 25, count: 5, total_pages: 3 });
  });
});

describe("refuses", () => {
  const refused = (call: string, body: object, ...details: string[]) => ({
    name: `${call} ${JSON.stringify(body).slice(0, 60)}`,
    call,
    body,
    status: 400,
    code: "ERR_BAD_REQUEST",
    details,
  });
  table(
    () => admin,
    [
      refused("POST /v3/roles", {}, "name", "role"),
      refused("POST /v3/roles", { role: "a b", name: "R" }, "role"),
      refused("POST /v3/roles", { role: "r", name: "x".repeat(101) }, "name"),
      refused(
        "POST /v3/roles",
        { role: "r", name: "R", description: "x".repeat(256) },
        "description",
      ),
      refused("POST /v3/roles", { role: "r", name: "R", metadata: 1 }, "metadata"),
      refused("POST /v3/roles", { role: "r", name: "R", color: "red" }, "color"),
      refused("PUT /v3/roles/default", { role: "other" }, "role"),
      refused("PUT /v3/roles/default", { unset: ["name"] }, "unset"),
      refused("PUT /v3/roles/default", { description: "D", unset: ["description"] }, "description"),
      refused("PUT /v3/roles/default", { settings: ["all"] }, "settings"),
      {
        name: "an invalid value of a setting",
        call: "POST /v3/roles",
        body: { role: "r", name: "R", settings: { listUsers: "nobody" } },
        status: 400,
        code: "ERR_BAD_REQUEST",
        contains: ["settings"],
      },
      {
        name: "an unknown setting",
        call: "POST /v3/roles",
        body: { role: "r", name: "R", settings: { fly: "all" } },
        status: 400,
        code: "ERR_BAD_REQUEST",
        contains: ["settings"],
      },
      {
        name: "a taken id, in any case",
        call: "POST /v3/roles",
        body: { role: "DEFAULT", name: "R" },
        status: 409,
        code: "ERR_ROLE_ALREADY_EXISTS",
      },
      {
        name: "reading an unknown role",
        call: "GET /v3/roles/none",
        status: 404,
        code: "ERR_ROLE_NOT_FOUND",
        contains: ["none"],
      },
      {
        name: "changing an unknown role",
        call: "PUT /v3/roles/none",
        body: { name: "N" },
        status: 404,
        code: "ERR_ROLE_NOT_FOUND",
      },
      {
        name: "deleting an unknown role",
        call: "DELETE /v3/roles/none",
        status: 404,
        code: "ERR_ROLE_NOT_FOUND",
      },
    ],
  );
});
