/** /admin/v1/sign_in: passwords and one-time links */
import { afterAll, describe, expect, it } from "vitest";
import {
  createAdministrator,
  freshEmail,
  newAdministrator,
  sessionOf,
  signIn,
  signInByLink,
  tokenOf,
} from "../../support/administrators";
import { Client, type Answer } from "../../support/client";
import { startServe } from "../../support/parleyd";
import { table } from "../../support/table";
import type { SignedIn, SignInLink } from "../../support/types";

const server = await startServe();
afterAll(() => server.stop());
const anyone = new Client(server.url);
const ada = await createAdministrator(server, "developer", "generate");

describe("with a password", () => {
  it("returns the administrator, the session and the CSRF token", async () => {
    const agent = { "user-agent": "Browser/1" };
    const answer = await signIn(anyone.with(agent), ada.email, ada.password);
    const { administrator, session, csrfToken } = answer.data;
    const { id, email, name, role } = ada;
    expect(administrator).toMatchObject({ id, email, name, role, hasPassword: true });
    expect(administrator.lastSignedInAt).toBe(session.createdAt);
    expect(session).toMatchObject({ current: true, lastIp: "127.0.0.1", userAgent: "Browser/1" });
    expect(session.expiresAt).toBe(session.createdAt + 12 * 3600);
    const { api, cookie } = sessionOf(server.url, answer);
    expect((await api.get("/admin/v1/server")).status).toBe(200);
    for (const secret of [cookie.split("=")[1]!, csrfToken]) {
      expect(secret.length).toBeGreaterThan(30);
      expect(answer.text.split(secret)).toHaveLength(secret === csrfToken ? 2 : 1);
    }
  });

  it("accepts the email in any case", async () => {
    expect((await signIn(anyone, ` ${ada.email.toUpperCase()} `, ada.password)).outcome).toBe(
      "200",
    );
  });

  it("does not reveal what was wrong", async () => {
    const byLinkAlone = await createAdministrator(server, "viewer", "link");
    const strangers = new Client(server.url, {}, { from: "127.0.0.2" });
    const answers = [
      await signIn(strangers, ada.email, "not the password"),
      await signIn(strangers, freshEmail(), ada.password),
      await signIn(strangers, byLinkAlone.email, ada.password),
      await signIn(strangers, "not an email", "x"),
    ];
    for (const answer of answers) {
      expect(answer.outcome).toBe("401 AUTH_ERR_SIGN_IN_FAILED");
      expect(answer.error).toEqual(answers[0]?.error);
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
  });

  const refused = (body: object, ...details: string[]) => ({
    name: `refuses ${JSON.stringify(body).slice(0, 60)}`,
    call: "POST /admin/v1/sign_in",
    body,
    status: 400,
    code: "ERR_BAD_REQUEST",
    details,
  });
  table(
    () => anyone,
    [
      refused({}, "email", "password"),
      refused({ email: "a@b", password: 7 }, "password"),
      refused({ email: "a@b", password: "x", remember: true }, "remember"),
    ],
  );
});

describe("with a link", () => {
  const newLink = async (): Promise<string> =>
    tokenOf((await createAdministrator(server, "viewer", "link")).link);

  it("signs in once", async () => {
    const link = await newLink();
    const answer = await signInByLink(anyone, link);
    expect(answer.data.administrator).toMatchObject({ role: "viewer", hasPassword: false });
    const again = "401 AUTH_ERR_SIGN_IN_LINK_NOT_FOUND";
    expect((await signInByLink(anyone, link)).outcome).toBe(again);
    expect((await signInByLink(anyone, `${link}x`)).outcome).toBe(again);
    const { api } = sessionOf(server.url, answer);
    expect((await api.get("/admin/v1/session")).status).toBe(200);
  });

  it("lets in one of sixteen concurrent sign-ins", async () => {
    const racers = new Client(server.url, {}, { from: "127.0.0.4" });
    const link = await newLink();
    const answers = await Promise.all(Array.from({ length: 16 }, () => signInByLink(racers, link)));
    const outcomes = answers.map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual([
      "200",
      ...Array<string>(15).fill("401 AUTH_ERR_SIGN_IN_LINK_NOT_FOUND"),
    ]);
  });

  it("from an owner works for 15 minutes, together with earlier links", async () => {
    const owner = await newAdministrator(server, "owner");
    const path = `/admin/v1/administrators/${ada.id}/link`;
    const [first, second] = [
      await owner.api.post<SignInLink>(path),
      await owner.api.post<SignInLink>(path),
    ];
    const lifetime = first.data.expiresAt - Date.now() / 1000;
    expect(lifetime).toBeGreaterThan(870);
    expect(lifetime).toBeLessThanOrEqual(901);
    for (const { data } of [second, first]) {
      const answer: Answer<SignedIn> = await signInByLink(anyone, data.link);
      expect(answer.data.administrator.id).toBe(ada.id);
    }
  });
});
