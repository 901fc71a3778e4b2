/** Ledger 15: every call of the contract with every kind of credential. */
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, logIn, type Headers } from "../support/client";
import { operations, type Access, type Operation } from "../support/contract";
import { clearLimitedObjects, pathOf, personal, queryOf } from "../support/matrix";
import { startDev } from "../support/parleyd";

const server = await startDev();
afterAll(() => server.stop());
const { apiKey, authKey, appId } = server.credentials;
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: apiKey });
const production = await server.createApp("live", "--mode", "production");
const live = anyone.with({ apikey: production.apiKey });

const kinds = ["none", "client", "authOnly", "fullAccess"] as const;

/** Creates a new user, session, role and key for each attempt, so that attempts do not interfere. */
async function attempt(
  operation: Operation,
  kind: Access,
  keys = { apiKey, authKey },
  api = admin,
) {
  const { uid } = await createUser(api);
  const token = await logIn(api, uid);
  const spare = await logIn(api, uid);
  const headers: Record<Access, Headers> = {
    none: { appId },
    client: { authToken: token.authToken },
    authOnly: { apikey: keys.authKey },
    fullAccess: { apikey: keys.apiKey },
  };
  const path = await pathOf(operation.path, admin, uid, spare.id);
  const body = personal(operation.exampleBody);
  return anyone.call(operation.method.toUpperCase(), path + queryOf(operation), {
    headers: headers[kind],
    ...(body !== undefined && { body }),
  });
}

function refusal({ access }: Operation, kind: Access): string {
  if (kind !== "none") return "403 AUTH_ERR_NO_ACCESS";
  return access.includes("client") ? "401 AUTH_ERR_EMPTY_AUTH_TOKEN" : "401 AUTH_ERR_EMPTY_APIKEY";
}

describe.each(operations)("$method $path", (operation) => {
  it.each(kinds)("as %s", async (kind) => {
    const { access } = operation;
    const answer = await attempt(operation, kind);
    if (access.includes(kind) || access.includes("none")) {
      expect(answer.status, answer.text).toBe(200);
    } else {
      expect(`${answer.status} ${answer.error.code}`).toBe(refusal(operation, kind));
    }
    await clearLimitedObjects(admin);
  });
});

describe("in production mode the Auth Key is rejected", () => {
  it.each(operations.filter(({ access }) => !access.includes("none")))(
    "$method $path",
    async (operation) => {
      const answer = await attempt(operation, "authOnly", production, live);
      expect(answer.status).toBe(403);
      expect(answer.error.code).toBe("AUTH_ERR_NO_ACCESS");
    },
  );
});

describe("no user can act for another", () => {
  it("a client cannot specify another user anywhere", async () => {
    const [mine, theirs] = [await createUser(admin), await createUser(admin)];
    const me = anyone.with({ authToken: (await logIn(admin, mine.uid)).authToken });
    const session = await logIn(admin, theirs.uid);
    const answers = [
      await me.put("/v3/me", { uid: theirs.uid, name: "Taken over" }),
      await me.get("/v3/users", { onBehalfOf: theirs.uid }),
      await me.delete(`/v3/me/sessions/${session.id}`),
      await me.delete(`/v3/me/sessions/${session.authToken}`),
      await me.put(`/v3/users/${theirs.uid}`, { name: "Taken over" }),
      await me.delete(`/v3/users/${theirs.uid}`),
      await me.post(`/v3/users/${theirs.uid}/auth_tokens`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 403, 404, 404, 403, 403, 403]);
    expect((await anyone.get("/v3/me", { authToken: session.authToken })).text).toContain(
      `"${theirs.name}"`,
    );
  });
});
