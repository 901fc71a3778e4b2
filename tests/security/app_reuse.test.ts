/**
 * Ledger: an app that is created with the id of a deleted one is a different app. Keys, tokens, JWTs and
 * sockets of the deleted app are rejected, whether or not the server had them in memory.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAdministrator, signIn, sessionOf, type Session } from "../support/administrators";
import { Client, logIn, newClient } from "../support/client";
import {
  parleydCommand,
  startServe,
  temporaryDirectory,
  type App,
  type Server,
} from "../support/parleyd";
import type { ApiKey, Introspection, Me, SignedIn, User } from "../support/types";
import { WebSocketClient } from "../support/websocket";

/** Rejected credentials do not count as an attack here. */
const flags = ["--failed-credentials-per-minute", "0"];
const dataDir = temporaryDirectory();

/** Creates an app with a connected user and every kind of credential, each used once. */
async function fill(server: Server, id: string) {
  const app = await server.createApp(id);
  const admin = new Client(server.url, { apikey: app.apiKey });
  await admin.post("/v3/users", { uid: "ann", name: `Ann of ${id}` });
  const key = (await admin.post<ApiKey>("/v3/apikeys", { name: "Other", scope: "fullAccess" })).data
    .apiKey;
  const token = (await logIn(admin, "ann")).authToken;
  const bob = await newClient(admin);
  const bobsToken = bob.token.authToken;
  const { jwt } = (await admin.with({ authToken: token }).put<Me>("/v3/me", {})).data;
  const socket = await WebSocketClient.login(server.url, token);
  const made = { app, key, token, bobsToken, jwt, socket };
  for (const use of Object.values(uses(server, made))) expect(await use()).toBe("200");
  return made;
}

type Made = Awaited<ReturnType<typeof fill>>;

/** Calls with each credential. */
function uses(
  server: Server,
  { app, key, token, bobsToken, jwt }: Omit<Made, "socket">,
): Record<string, () => Promise<string>> {
  const anyone = new Client(server.url);
  const uid = () => `new-${Math.random().toString(36).slice(2)}`;
  const logInOverSocket = async (credential: string): Promise<string> => {
    const socket = await WebSocketClient.open(server.url);
    const answer = await socket.authenticate(credential);
    return String(answer.body?.["code"]);
  };
  const calls = {
    "reading by key": () => anyone.get("/v3/users", { apikey: app.apiKey }),
    "another key": () => anyone.get("/v3/users", { apikey: key }),
    "a login by key": () => anyone.post("/v3/users/ann/auth_tokens", {}, { apikey: key }),
    "a login by Auth Key": () =>
      anyone.post("/v3/users/ann/auth_tokens", {}, { apikey: app.authKey }),
    "a new user": () => anyone.post("/v3/users", { uid: uid(), name: "New" }, { apikey: key }),
    "a token": () => anyone.get("/v3/me", { authToken: token }),
    "a change by token": () => anyone.put("/v3/me", { name: "Ann" }, { authToken: token }),
    "a token of a user with a uid that no other app has": () =>
      anyone.get("/v3/me", { authToken: bobsToken }),
    "a token, with the App ID in the header": () =>
      anyone.get("/v3/me", { authToken: token, appId: app.appId }),
    "a jwt": () => anyone.post("/v3/online-members", {}, { authorization: jwt }),
  };
  return {
    ...Object.fromEntries(
      Object.entries(calls).map(([name, call]) => [
        name,
        async () => {
          const answer = await call();
          return answer.status < 400 ? "200" : answer.error.code;
        },
      ]),
    ),
    "a socket by token": () => logInOverSocket(token),
    "a socket by jwt": () => logInOverSocket(jwt),
  };
}

const names = Object.keys(
  uses({ url: "" } as Server, { app: {} as App, key: "", token: "", bobsToken: "", jwt: "" }),
);
/** Sockets get only the status. */
const isRefusal = /^(401|AUTH_ERR_(APIKEY|AUTH_TOKEN)_NOT_FOUND.*)$/;

let server: Server;
let [first, beside, second]: (Made | undefined)[] = [];
let dashboard: Session;

beforeAll(async () => {
  server = await startServe({ dataDir, flags });
  first = await fill(server, "again");
  beside = await fill(server, "beside");
  const { email, password } = await createAdministrator(server, "owner", "generate");
  const client = new Client(server.url);
  dashboard = sessionOf(server.url, await signIn(client, email, password));
  expect((await dashboard.api.delete("/admin/v1/apps/again")).status).toBe(200);
  second = await fill(server, "again");
});
afterAll(() => server.stop());

describe.each(["without a restart", "after SIGKILL"])("%s", (when) => {
  if (when === "after SIGKILL") {
    beforeAll(async () => {
      await server.kill();
      server = await startServe({ dataDir, flags });
    });
  }

  it.each(names)("the credential of the deleted app is rejected: %s", async (name) => {
    expect(await uses(server, first!)[name]!()).toMatch(isRefusal);
  });

  it.each(names)(
    "the credentials of the new app and of another app are accepted: %s",
    async (name) => {
      expect(await uses(server, second!)[name]!()).toBe("200");
      expect(await uses(server, beside!)[name]!()).toBe("200");
    },
  );

  it("the token of the deleted app is not active for the new app", async () => {
    const admin = new Client(server.url, { apikey: second!.app.apiKey });
    const ask = async (authToken: string) =>
      (await admin.post<Introspection>("/v3/introspect", { authToken })).data.active;
    expect(await ask(first!.token)).toBe(false);
    expect(await ask(second!.token)).toBe(true);
  });

  it("the key of the deleted app cannot create a key in the new app", async () => {
    const made = await new Client(server.url, { apikey: first!.key }).post("/v3/apikeys", {
      name: "Mine",
    });
    expect(made.outcome).toBe("401 AUTH_ERR_APIKEY_NOT_FOUND");
    const admin = new Client(server.url, { apikey: second!.app.apiKey });
    expect((await admin.get<ApiKey[]>("/v3/apikeys")).data).toHaveLength(3);
  });
});

describe("sockets", () => {
  it("of the deleted app are closed", async () => {
    const ended = await first!.socket.next(({ type }) => type === "session");
    expect(ended.body).toMatchObject({ action: "ended", reason: "deleted" });
    expect(await first!.socket.closing()).not.toBeNull();
  });
});

describe("a large app", () => {
  const users = 3_000;

  async function fillLarge(id: string): Promise<Client> {
    const { apiKey } = await server.createApp(id);
    const admin = new Client(server.url, { apikey: apiKey });
    for (let from = 0; from < users; from += 50) {
      const all = Array.from({ length: 50 }, (_, i) => [`user-${from + i}`, { name: "Name" }]);
      await admin.post("/v3/data_import/users", { users: Object.fromEntries(all) });
    }
    return admin;
  }

  /** The id of a deleted app is unavailable until its data is removed. */
  async function createAgain(id: string): Promise<Client> {
    for (let attempts = 0; ; attempts++) {
      try {
        const { apiKey } = await server.createApp(id);
        return new Client(server.url, { apikey: apiKey });
      } catch (error) {
        const { stderr } = error as { stderr: string };
        if (!stderr.includes("still being removed") || attempts > 200) throw error;
      }
    }
  }

  it("is inaccessible before its data is deleted, even across a kill, and its successor is empty", async () => {
    const admin = await fillLarge("large");
    await server.cli("app", "delete", "--app", "large", "--yes");
    await server.kill();
    server = await startServe({ dataDir, flags });
    const kept = new Client(server.url, admin.headers);
    expect((await kept.get("/v3/users")).outcome).toBe("401 AUTH_ERR_APIKEY_NOT_FOUND");
    const next = await createAgain("large");
    expect((await next.get<User[]>("/v3/users")).data).toEqual([]);
    expect((await kept.get("/v3/users")).outcome).toBe("401 AUTH_ERR_APIKEY_NOT_FOUND");
  });

  it("does not delay other apps, and their lists stay correct", async () => {
    await fillLarge("larger");
    const admin = new Client(server.url, { apikey: beside!.app.apiKey });
    const before = (await admin.get("/v3/users")).pagination.total;
    await server.cli("app", "delete", "--app", "larger", "--yes");
    await admin.post("/v3/users", { uid: "meanwhile", name: "Meanwhile" });
    expect((await admin.get("/v3/users")).pagination.total).toBe(before + 1);
    await createAgain("larger");
    expect((await admin.get("/v3/users")).pagination.total).toBe(before + 1);
  });

  it("can be deleted by a command without a running server", async () => {
    await fillLarge("offline");
    await server.stop();
    await parleydCommand(dataDir, "app", "delete", "--app", "offline", "--yes");
    const apps = await parleydCommand<App[]>(dataDir, "app", "list");
    expect(apps.map(({ appId }) => appId)).not.toContain("offline");
    await parleydCommand(dataDir, "app", "create", "--id", "offline", "--name", "Next");
    server = await startServe({ dataDir, flags });
  });
});
