/** /admin/v1/administrators: owners manage who may sign in, and with which role */
import { afterAll, describe, expect, it } from "vitest";
import {
  freshEmail,
  newAdministrator,
  sessionOf,
  signInByLink,
  type AdminRole,
  type Session,
} from "../../support/administrators";
import { Client } from "../../support/client";
import { startServe } from "../../support/parleyd";
import { table } from "../../support/table";
import type { Administrator, SignInLink, Success } from "../../support/types";

const server = await startServe();
afterAll(() => server.stop());
const anyone = new Client(server.url);
const owner = await newAdministrator(server, "owner");
const path = "/admin/v1/administrators";

interface Invited extends SignInLink {
  administrator: Administrator;
}
const invite = async (role: AdminRole, email = freshEmail()): Promise<Invited> =>
  (await owner.api.post<Invited>(path, { email, name: "Invited", role })).data;
const statusOf = async ({ api }: Session): Promise<number> =>
  (await api.get("/admin/v1/session")).status;

describe("inviting", () => {
  it("returns a link that signs in, after which a password is set", async () => {
    const email = freshEmail();
    const { administrator, link } = await invite("developer", email.toUpperCase());
    const { updatedAt } = administrator;
    expect(administrator).toMatchObject({ email, name: "Invited", role: "developer" });
    expect(administrator).toMatchObject({ hasPassword: false, lastSignedInAt: 0 });
    const me = sessionOf(server.url, await signInByLink(anyone, link));
    expect(me.administrator).toMatchObject({ id: administrator.id, role: "developer" });
    expect(me.administrator.lastSignedInAt).toBeGreaterThanOrEqual(updatedAt);
    const listed = await owner.api.get<Administrator[]>(path);
    expect(listed.text).not.toContain(link);
    expect(listed.data.find(({ id }) => id === administrator.id)).toMatchObject({ email });
  });

  it("rejects an email that is in use, in any case", async () => {
    const { administrator } = await invite("viewer");
    const email = administrator.email.toUpperCase();
    const again = await owner.api.post(path, { email, name: "Again", role: "owner" });
    expect(again.outcome).toBe("409 ERR_ADMIN_ALREADY_EXISTS");
  });

  it("lists all, sorted by email", async () => {
    await invite("viewer", "aaa@example.com");
    const { data } = await owner.api.get<Administrator[]>(path);
    const emails = data.map(({ email }) => email);
    expect(emails).toEqual([...emails].sort());
    expect(emails[0]).toBe("aaa@example.com");
  });

  const refused = (body: object, ...details: string[]) => ({
    name: `refuses ${JSON.stringify(body).slice(0, 60)}`,
    call: `POST ${path}`,
    body,
    status: 400,
    code: "ERR_BAD_REQUEST",
    details,
  });
  const good = { email: "new@example.com", name: "New", role: "viewer" };
  table(
    () => owner.api,
    [
      refused({}, "email", "name", "role"),
      refused({ ...good, email: "nobody" }, "email"),
      refused({ ...good, email: "a@b@c" }, "email"),
      refused({ ...good, email: `${"x".repeat(250)}@x.yz` }, "email"),
      refused({ ...good, name: "" }, "name"),
      refused({ ...good, name: "x".repeat(101) }, "name"),
      refused({ ...good, role: "root" }, "role"),
      refused({ ...good, password: "chosen for them" }, "password"),
    ],
  );
});

describe("changing", () => {
  it("a role takes effect with the next call", async () => {
    const me = await newAdministrator(server, "viewer");
    const role = (role: AdminRole) =>
      owner.api.put<Administrator>(`${path}/${me.administrator.id}`, { role });
    const attempts = async (): Promise<number[]> => [
      (await me.api.post("/admin/v1/apps", {})).status, // 400: permitted, but not valid
      (await me.api.get(path)).status,
    ];
    expect(await attempts()).toEqual([403, 403]);
    expect((await role("developer")).data.role).toBe("developer");
    expect(await attempts()).toEqual([400, 403]);
    await role("owner");
    expect(await attempts()).toEqual([400, 200]);
    await role("viewer");
    expect(await attempts()).toEqual([403, 403]);
  });

  it("can change only the name", async () => {
    const { administrator } = await invite("viewer");
    const its = `${path}/${administrator.id}`;
    const { data } = await owner.api.put<Administrator>(its, { name: "Another" });
    expect(data).toMatchObject({ ...administrator, name: "Another", updatedAt: data.updatedAt });
    const email = await owner.api.put(its, { email: "other@example.com" });
    expect(email.error.details).toHaveProperty("email");
    expect((await owner.api.put(its, data)).status).toBe(200);
  });
});

describe("removing", () => {
  it("ends sessions and links immediately", async () => {
    const me = await newAdministrator(server, "owner");
    const its = `${path}/${me.administrator.id}`;
    const { data } = await owner.api.post<SignInLink>(`${its}/link`);
    const removed = await owner.api.delete<Success>(its);
    expect(removed.data.message).toContain(me.administrator.email);
    expect(await statusOf(me)).toBe(401);
    expect((await signInByLink(anyone, data.link)).status).toBe(401);
    expect((await owner.api.delete(its)).outcome).toBe("404 ERR_ADMIN_NOT_FOUND");
  });

  it("keeps the last owner, even if owners remove each other at the same time", async () => {
    const lonely = await startServe();
    const one = await newAdministrator(lonely, "owner");
    const its = ({ administrator }: Session): string => `${path}/${administrator.id}`;
    expect((await one.api.delete(its(one))).outcome).toBe("403 ERR_LAST_OWNER");
    expect((await one.api.put(its(one), { role: "viewer" })).outcome).toBe("403 ERR_LAST_OWNER");
    const two = await newAdministrator(lonely, "owner");
    await Promise.all([
      one.api.delete(its(two)),
      two.api.put(its(one), { role: "developer" }),
      two.api.delete(its(one)),
    ]);
    const left = await lonely.cli<Administrator[]>("admin", "list");
    expect(left.filter(({ role }) => role === "owner")).toHaveLength(1);
    await lonely.stop();
  });
});

describe("an unknown administrator", () => {
  const absent = (call: string, body?: object) => ({
    name: call.split(" ")[0]!,
    call: call.replace("ID", "adm_0000000000000000"),
    ...(body && { body }),
    status: 404,
    code: "ERR_ADMIN_NOT_FOUND",
  });
  table(
    () => owner.api,
    [
      absent(`PUT ${path}/ID`, { name: "X" }),
      absent(`DELETE ${path}/ID`),
      absent(`POST ${path}/ID/link`),
    ],
  );
});
