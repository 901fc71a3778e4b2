/** /admin/v1/session, /sessions and /password: own sessions, and how they end */
import { afterAll, describe, expect, it } from "vitest";
import {
  createAdministrator,
  newAdministrator,
  sessionOf,
  signIn,
  signInByLink,
  tokenOf,
  type Session,
} from "../../support/administrators";
import { Client, type Answer } from "../../support/client";
import { startServe } from "../../support/parleyd";
import { table } from "../../support/table";
import type { AdminSession, SignedIn, SignInLink, Success } from "../../support/types";

const server = await startServe();
afterAll(() => server.stop());
const anyone = new Client(server.url);
const owner = await newAdministrator(server, "owner");

/** `count` sessions of one new administrator, who has no password. */
async function sessionsOf(count: number): Promise<Session[]> {
  const { id } = await createAdministrator(server, "viewer", "link");
  const sessions: Session[] = [];
  for (let i = 0; i < count; i++) {
    const { data } = await owner.api.post<SignInLink>(`/admin/v1/administrators/${id}/link`);
    sessions.push(sessionOf(server.url, await signInByLink(anyone, data.link)));
  }
  return sessions;
}

const statusOf = async ({ api }: Session): Promise<number> =>
  (await api.get("/admin/v1/session")).status;
const statuses = (sessions: Session[]): Promise<number[]> => Promise.all(sessions.map(statusOf));
const clears = ({ headers }: Answer): boolean =>
  /^parley_admin=; (?=.*Max-Age=0)(?=.*Path=\/)/.test(headers["set-cookie"]?.[0] ?? "");

it("a reloaded page gets its session and CSRF token", async () => {
  const me = await newAdministrator(server, "developer");
  const { data, text } = await anyone.get<SignedIn>("/admin/v1/session", { cookie: me.cookie });
  expect(data).toMatchObject({ administrator: me.administrator, csrfToken: me.csrfToken });
  expect(data.session).toMatchObject({ id: me.id, current: true });
  expect(text).not.toContain(me.cookie.split("=")[1]);
});

it("finds the cookie among other cookies", async () => {
  const [me] = await sessionsOf(1);
  const others = ["x=1", "parley_admin_2=junk", me!.cookie, "y=2"].join("; ");
  expect((await anyone.get("/admin/v1/session", { cookie: others })).status).toBe(200);
});

describe("the list", () => {
  it("has the own sessions, newest first, and no secrets", async () => {
    const mine = await sessionsOf(2);
    const { data, text } = await mine[0]!.api.get<AdminSession[]>("/admin/v1/sessions");
    expect(data.map(({ id }) => id)).toEqual([mine[1]!.id, mine[0]!.id]);
    expect(data.map(({ current }) => current)).toEqual([false, true]);
    for (const { cookie, csrfToken } of mine) {
      expect(text).not.toContain(cookie.split("=")[1]);
      expect(text).not.toContain(csrfToken);
    }
  });
});

describe("signing out", () => {
  it("ends this session and clears the cookie", async () => {
    const mine = await sessionsOf(2);
    const answer = await mine[0]!.api.delete<Success>("/admin/v1/session");
    expect(answer.data.message).toBe("You are signed out.");
    expect(clears(answer)).toBe(true);
    expect(await statuses(mine)).toEqual([401, 200]);
  });

  it("everywhere ends all own sessions, and no others", async () => {
    const mine = await sessionsOf(3);
    const answer = await mine[1]!.api.delete("/admin/v1/sessions");
    expect([answer.status, clears(answer)]).toEqual([200, true]);
    expect(await statuses([...mine, owner])).toEqual([401, 401, 401, 200]);
  });

  it("ends one browser", async () => {
    const mine = await sessionsOf(2);
    const path = `/admin/v1/sessions/${mine[1]!.id}`;
    expect((await mine[0]!.api.delete(path)).status).toBe(200);
    expect(await statuses(mine)).toEqual([200, 401]);
    const again = await mine[0]!.api.delete(path);
    expect(again.error.code).toBe("ERR_ADMIN_SESSION_NOT_FOUND");
  });

  it("cannot end another administrator's session, even as an owner", async () => {
    const [theirs] = await sessionsOf(1);
    const answer = await owner.api.delete(`/admin/v1/sessions/${theirs!.id}`);
    expect(answer.outcome).toBe("404 ERR_ADMIN_SESSION_NOT_FOUND");
    expect(await statusOf(theirs!)).toBe(200);
  });
});

describe("a new password", () => {
  const change = (by: Session, body: object) => by.api.put("/admin/v1/password", body);

  it("ends the other sessions and all links", async () => {
    const { email, id, password } = await createAdministrator(server, "viewer", "generate");
    const mine = [
      sessionOf(server.url, await signIn(anyone, email, password)),
      sessionOf(server.url, await signIn(anyone, email, password)),
    ];
    const link = await owner.api.post<SignInLink>(`/admin/v1/administrators/${id}/link`);
    const next = "staple of the day";
    const wrong = await change(mine[0]!, { currentPassword: "a guess", password: next });
    expect(wrong.outcome).toBe("401 AUTH_ERR_SIGN_IN_FAILED");
    expect(await statuses(mine)).toEqual([200, 200]);

    const changed = await change(mine[0]!, { currentPassword: password, password: next });
    expect(changed.status).toBe(200);
    expect(await statuses(mine)).toEqual([200, 401]);
    const answers = [
      await signInByLink(anyone, link.data.link),
      await signIn(anyone, email, password),
      await signIn(anyone, email, next),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 200]);
  });

  it("can be set without the current one after a sign-in by link; later changes require it", async () => {
    const { email, link } = await createAdministrator(server, "viewer", "link");
    const me = sessionOf(server.url, await signInByLink(anyone, tokenOf(link)));
    expect((await change(me, { password: "my first password" })).status).toBe(200);
    expect((await signIn(anyone, email, "my first password")).status).toBe(200);
    expect((await change(me, { password: "my second password" })).status).toBe(401);
  });

  const refused = (body: object, ...details: string[]) => ({
    name: `refuses ${JSON.stringify(body).slice(0, 60)}`,
    call: "PUT /admin/v1/password",
    body,
    status: 400,
    code: "ERR_BAD_REQUEST",
    details,
  });
  const { email, name } = owner.administrator;
  table(
    () => owner.api,
    [
      refused({}, "password"),
      refused({ password: "nine char" }, "password"),
      refused({ password: "x".repeat(129) }, "password"),
      refused({ password: email.toUpperCase() }, "password"),
      refused({ password: name }, "password"),
      refused({ password: "long enough", newPassword: "x" }, "newPassword"),
    ],
  );
});
