/** The audit log: filters, and pages that neither skip nor repeat events */
import { afterAll, describe, expect, it } from "vitest";
import { newAdministrator } from "../../support/administrators";
import { Client, createUser, logIn, newClient, type Answer } from "../../support/client";
import { startServe } from "../../support/parleyd";
import { table } from "../../support/table";
import type { ApiKey, AuditEvent } from "../../support/types";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("audited");
const other = await server.createApp("other");
const anyone = new Client(server.url);
const key = anyone.with({ apikey: app.apiKey });
const { api, administrator } = await newAdministrator(server, "developer");
const own = (await key.get<ApiKey>(`/v3/apikeys/${app.apiKey}`)).data;
const log = "/admin/v1/apps/audited/audit";

// Changes by four actors.
const ann = await newClient(key);
await ann.me.put("/v3/me", { name: "Ann" });
const bob = await createUser(key);
await logIn(key, bob.uid);
await api.put(`/admin/v1/apps/audited/users/${bob.uid}`, { name: "Bob" });
await api.post("/admin/v1/apps/audited/roles", { role: bob.uid, name: "Like a user" });
await createUser(anyone.with({ apikey: other.apiKey }), { uid: "somebody-else" });
const all = (await api.get<AuditEvent[]>(log)).data;

const read = async (query: string): Promise<AuditEvent[]> =>
  (await api.get<AuditEvent[]>(`${log}?${query}`)).data;
const next = ({ text }: Answer): number | undefined =>
  (JSON.parse(text) as { meta: { next?: number } }).meta.next;

it("has the newest events first, and no events of another app", () => {
  const sequences = all.map(({ sequence }) => sequence);
  expect(sequences).toEqual([...sequences].sort((a, b) => b - a));
  expect(new Set(sequences).size).toBe(all.length);
  expect(all.map(({ target }) => target.id)).not.toContain("somebody-else");
  const now = Date.now() / 1000;
  for (const { at } of all) expect(Math.abs(now - at)).toBeLessThan(60);
});

describe("filters by", () => {
  const moment = all[0]!.at;
  it.each<[string, string, (event: AuditEvent) => boolean]>([
    ["the kind of actor", "actorKind=user", ({ actor }) => actor.kind === "user"],
    ["accounts", "actorKind=account", ({ actor }) => actor.kind === "account"],
    ["a key", `actorKind=key&actor=${own.id}`, ({ actor }) => actor.id === own.id],
    ["an actor", `actor=${administrator.id}`, ({ actor }) => actor.id === administrator.id],
    ["an action", "action=user.updated", ({ action }) => action === "user.updated"],
    ["a noun", "action=user", ({ action }) => action.startsWith("user.")],
    ["a kind of target", "targetKind=role", ({ target }) => target.kind === "role"],
    [
      "a target",
      `targetKind=user&target=${bob.uid}`,
      ({ target }) => target.kind === "user" && target.id === bob.uid,
    ],
    ["a start time", `from=${moment}`, ({ at }) => at >= moment],
    ["an end time", `until=${moment}`, ({ at }) => at < moment],
    [
      "several criteria",
      `actorKind=administrator&action=user&targetKind=user&target=${bob.uid}&from=${moment - 60}`,
      ({ actor, action }) => actor.kind === "administrator" && action.startsWith("user."),
    ],
    ["an actor without events", "actorKind=server", ({ actor }) => actor.kind === "server"],
    ["a part of a noun", "action=use", () => false],
  ])("%s", async (_name, query, wanted) => {
    expect(await read(query)).toEqual(all.filter(wanted));
  });

  it("filters find events", async () => {
    for (const query of ["actorKind=user", "actorKind=account", "action=user", "targetKind=role"]) {
      expect(await read(query), query).not.toEqual([]);
    }
  });
});

describe("pages", () => {
  it.each([1, 2, 3, 1000])("of %i", async (limit) => {
    const seen: AuditEvent[] = [];
    for (let before: number | undefined, first = true; first || before; first = false) {
      const page = await api.get<AuditEvent[]>(
        `${log}?limit=${limit}${before ? `&before=${before}` : ""}`,
      );
      seen.push(...page.data);
      before = next(page);
      if (before) expect(page.data).toHaveLength(limit);
    }
    expect(seen).toEqual(all);
  });

  it("continue with a filter, and are not shifted by new events", async () => {
    const query = `${log}?action=user.created&limit=1`;
    const first = await api.get<AuditEvent[]>(query);
    await createUser(key);
    const second = await api.get<AuditEvent[]>(`${query}&before=${next(first)}`);
    const created = all.filter(({ action }) => action === "user.created");
    expect([...first.data, ...second.data]).toEqual(created.slice(0, 2));
  });
});

describe("refuses", () => {
  const refused = (query: string, detail: string) => ({
    name: query,
    call: `GET ${log}?${query}`,
    ...{ status: 400, code: "ERR_BAD_REQUEST", details: [detail] },
  });
  table(
    () => api,
    [
      refused("limit=0", "limit"),
      refused("limit=1001", "limit"),
      refused("limit=x", "limit"),
      refused("before=0", "before"),
      refused("before=x", "before"),
      refused("actorKind=robot", "actorKind"),
      refused("targetKind=robot", "targetKind"),
      refused("target=ann", "target"),
      refused("from=-1", "from"),
      refused("until=yesterday", "until"),
    ],
  );
});
