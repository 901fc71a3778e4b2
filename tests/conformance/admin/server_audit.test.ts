/** /admin/v1/audit: changes to administrators, and their sign-ins and sign-outs */
import { afterAll, expect, it } from "vitest";
import {
  createAdministrator,
  freshEmail,
  newAdministrator,
  sessionOf,
  signIn,
  signInByLink,
} from "../../support/administrators";
import { Client } from "../../support/client";
import { startServe } from "../../support/parleyd";
import type { Administrator, AuditEvent, SignInLink } from "../../support/types";

const server = await startServe();
afterAll(() => server.stop());
const anyone = new Client(server.url);
const owner = await newAdministrator(server, "owner");
const administrators = "/admin/v1/administrators";
const address = "127.0.0.1";
const byOwner = {
  ...{ kind: "administrator", id: owner.administrator.id },
  ...{ name: owner.administrator.email, address },
};
const log = async (query = "limit=1000"): Promise<AuditEvent[]> =>
  (await owner.api.get<AuditEvent[]>(`/admin/v1/audit?${query}`)).data;
/** The events of one administrator as `action by actor`, oldest first. */
const storyOf = async (id: string): Promise<string[]> =>
  (await log(`targetKind=administrator&target=${id}`))
    .map(({ action, actor }) => `${action} by ${actor.id === id ? "itself" : actor.kind}`)
    .reverse();

it("records the life of an administrator that an owner invites", async () => {
  const invited = await owner.api.post<SignInLink & { administrator: Administrator }>(
    administrators,
    { email: freshEmail(), name: "typed by hand", role: "viewer" },
  );
  const { id, email } = invited.data.administrator;
  const me = sessionOf(server.url, await signInByLink(anyone, invited.data.link));
  await me.api.put("/admin/v1/password", { password: "typed password" });
  await me.api.delete("/admin/v1/session");
  await owner.api.put(`${administrators}/${id}`, { role: "developer", name: "typed by hand too" });
  const again = sessionOf(server.url, await signIn(anyone, email, "typed password"));
  await again.api.delete("/admin/v1/sessions");
  const link = await owner.api.post<SignInLink>(`${administrators}/${id}/link`);
  await owner.api.delete(`${administrators}/${id}`);
  expect(await storyOf(id)).toEqual([
    "administrator.created by administrator",
    "administrator.link_created by administrator",
    "administrator.signed_in by itself",
    "administrator.password_changed by itself",
    "administrator.signed_out by itself",
    "administrator.updated by administrator",
    "administrator.signed_in by itself",
    "administrator.signed_out by itself",
    "administrator.link_created by administrator",
    "administrator.deleted by administrator",
  ]);
  const text = JSON.stringify(await log());
  for (const secret of ["typed", me.cookie, me.csrfToken, invited.data.link, link.data.link]) {
    expect(text).not.toContain(secret.replace(/^parley_admin=/, ""));
  }
});

it("records the actor and its address", async () => {
  const { id } = await createAdministrator(server, "viewer", "link");
  await owner.api.put(`${administrators}/${id}`, { role: "developer" });
  const [updated] = await log(`targetKind=administrator&target=${id}&limit=1`);
  expect(updated).toMatchObject({ actor: byOwner, details: { fields: ["role"] } });
});

it("records actions of the command line, with its account", async () => {
  const { id, email } = await createAdministrator(server, "viewer", "generate");
  await server.cli("admin", "reset-password", email, "--generate");
  await server.cli("admin", "reset-password", email, "--link");
  await server.cli("admin", "remove", email);
  const story = await storyOf(id);
  expect(story[0]).toBe("administrator.created by account");
  expect(story.slice(1).join()).toMatch(/password_changed by account.*deleted by account$/);
  const [event] = await log("actorKind=account&limit=1");
  expect(event?.actor.id).toBe(String(process.getuid?.()));
});

it("has no events of apps, and the logs of apps have no events of it", async () => {
  await server.createApp("quiet");
  for (const { target } of await log()) expect(target.kind).toBe("administrator");
  const its = await owner.api.get<AuditEvent[]>("/admin/v1/apps/quiet/audit");
  for (const { target } of its.data) expect(target.kind).not.toBe("administrator");
});

it("has no failed attempts", async () => {
  const { email } = await createAdministrator(server, "viewer", "generate");
  const before = await log("limit=1");
  await signIn(anyone, email, "a guess");
  await signInByLink(anyone, "a guess");
  await owner.api.delete(`${administrators}/${owner.administrator.id}`);
  expect(await log("limit=1")).toEqual(before);
});

it.each(["", "%00", "%20", ".", "%2F"])(
  "cannot be read by a viewer as the log of the app '%s'",
  async (appId) => {
    const viewer = await newAdministrator(server, "viewer");
    const answer = await viewer.api.get(`/admin/v1/apps/${appId}/audit`);
    expect(answer.text).not.toContain("administrator.");
    expect(answer.text).not.toContain(viewer.administrator.id);
  },
);
