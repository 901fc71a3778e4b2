/** Ledger 15 and 21: every dashboard call, by every role, with and without the CSRF token. */
import { afterAll, describe, expect, it } from "vitest";
import {
  adminRoles,
  createAdministrator,
  newAdministrator,
  sessionOf,
  signInByLink,
  type AdminRole,
  type Session,
} from "../support/administrators";
import { Client, createUser, freshUid, logIn, type Answer, type Headers } from "../support/client";
import { adminOperations, type AdminOperation } from "../support/contract";
import { clearLimitedObjects, pathOf, personal, queryOf } from "../support/matrix";
import { startDev } from "../support/parleyd";
import type { Administrator, SignInLink } from "../support/types";

const server = await startDev();
afterAll(() => server.stop());
const app = await server.createApp("matrix");
const anyone = new Client(server.url);
const key = anyone.with({ apikey: app.apiKey });
const owner = await newAdministrator(server, "owner");
const { email, password } = await createAdministrator(server, "viewer", "generate");
const former = await newAdministrator(server, "owner");
await former.api.delete("/admin/v1/session");

const administrators = "/admin/v1/administrators";
const kinds = ["nobody", "signed out", ...adminRoles] as const;
type Kind = (typeof kinds)[number];

interface Invited extends SignInLink {
  administrator: Administrator;
}
const invite = async (role: AdminRole): Promise<Invited> => {
  const body = { email: `${freshUid("matrix")}@example.com`, name: "M", role };
  return (await owner.api.post<Invited>(administrators, body)).data;
};

/** Creates a new administrator for each attempt, so that attempts do not interfere. */
async function sessionAs(kind: Kind): Promise<Session | undefined> {
  if (kind === "nobody") return undefined;
  if (kind === "signed out") return former;
  return sessionOf(server.url, await signInByLink(anyone, (await invite(kind)).link));
}

/** Makes room, because a server can have at most 100 administrators. */
async function removeOthers(): Promise<void> {
  const { data } = await owner.api.get<Administrator[]>(administrators);
  const stay = [owner.administrator.email, "developer@localhost", email];
  for (const other of data.filter((one) => !stay.includes(one.email))) {
    await owner.api.delete(`${administrators}/${other.id}`);
  }
}

async function pathFor({ id, path }: AdminOperation, session?: Session): Promise<string> {
  const spoils = ["updateApp", "deleteApp"].includes(id);
  const appId = spoils ? (await server.createApp(freshUid("app"))).appId : "matrix";
  let filled = path.replace("{appId}", appId);
  if (path.startsWith(`${administrators}/`)) {
    filled = filled.replace("{id}", (await invite("viewer")).administrator.id);
  }
  if (path === "/admin/v1/sessions/{id}") return filled.replace("{id}", session?.id ?? "ads_none");
  const { uid } = await createUser(key);
  return pathOf(filled, key, uid, (await logIn(key, uid)).id);
}

async function bodyFor({ id, exampleBody }: AdminOperation): Promise<unknown> {
  if (id === "signIn") return { email, password };
  if (id === "signInWithLink") return { link: (await invite("viewer")).link };
  return personal(exampleBody);
}

async function attempt(
  operation: AdminOperation,
  kind: Kind,
  withCsrfToken: boolean,
): Promise<Answer> {
  const session = await sessionAs(kind);
  const headers: Headers = {
    ...(session && { cookie: session.cookie }),
    ...(session && withCsrfToken && { "x-csrf-token": session.csrfToken }),
  };
  const [path, body] = [await pathFor(operation, session), await bodyFor(operation)];
  return anyone.call(operation.method.toUpperCase(), path + queryOf(operation), {
    headers,
    ...(body !== undefined && { body }),
  });
}

function expected({ method, access }: AdminOperation, kind: Kind, withCsrfToken: boolean): string {
  const [least] = access;
  if (least === undefined || least === "none") return "200";
  if (kind === "nobody" || kind === "signed out") return "401 AUTH_ERR_ADMIN_SESSION_NOT_FOUND";
  if (method !== "get" && !withCsrfToken) return "403 AUTH_ERR_CSRF";
  const mayCall = adminRoles.indexOf(kind) >= adminRoles.indexOf(least);
  return mayCall ? "200" : "403 AUTH_ERR_ADMIN_NO_ACCESS";
}

describe.each(adminOperations)("$method $path", (operation) => {
  it.each(kinds)("as %s", async (kind) => {
    for (const withCsrfToken of [false, true]) {
      const answer = await attempt(operation, kind, withCsrfToken);
      const what = `${withCsrfToken ? "with" : "without"} the CSRF token: ${answer.text}`;
      expect(answer.outcome, what).toBe(expected(operation, kind, withCsrfToken));
    }
    await clearLimitedObjects(key);
    await removeOthers();
  });
});

it("the contract has one least role per call, and reading never requires a higher role than changing", () => {
  for (const { id, access } of adminOperations) expect(access, id).toHaveLength(1);
  const mounted = adminOperations.filter(({ path }) => path.startsWith("/admin/v1/apps/{appId}"));
  for (const { id, method, access } of mounted) {
    expect(access, id).toEqual([method === "get" ? "viewer" : "developer"]);
  }
});
