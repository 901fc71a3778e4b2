/** POST /v3/introspect: other services look up the user of a token */
import { afterAll, expect, it } from "vitest";
import { Client, newClient } from "../../support/client";
import { startDev } from "../../support/parleyd";
import { table } from "../../support/table";
import type { Introspection } from "../../support/types";

const server = await startDev();
afterAll(() => server.stop());
const { apiKey, appId } = server.credentials;
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: apiKey });
const ask = async (authToken: string, client = admin): Promise<Introspection> =>
  (await client.post<Introspection>("/v3/introspect", { authToken })).data;

it("returns the user of the token", async () => {
  const { user, token } = await newClient(admin);
  expect(await ask(token.authToken)).toMatchObject({
    active: true,
    uid: user.uid,
    appId,
    id: token.id,
    createdAt: token.createdAt,
    expiresAt: 0,
  });
});

it("returns only active: false for a token that is not active", async () => {
  const loggedOut = await newClient(admin);
  await loggedOut.me.delete("/v3/me");
  const deactivated = await newClient(admin);
  await admin.delete(`/v3/users/${deactivated.user.uid}`);
  const foreignApp = await server.createApp("foreign");
  const foreign = await newClient(anyone.with({ apikey: foreignApp.apiKey }));
  const dead = [loggedOut, deactivated, foreign].map(({ token }) => token.authToken);
  for (const text of [...dead, "", "junk", "x".repeat(5000), apiKey]) {
    expect(await ask(text), text.slice(0, 50)).toEqual({ active: false });
  }
});

it("does not count as use of the token", async () => {
  const { user, token } = await newClient(admin);
  await ask(token.authToken);
  const path = `/v3/users/${user.uid}/auth_tokens/${token.id}`;
  expect((await admin.get(path)).data).toMatchObject({ lastUsedAt: token.createdAt });
});

const refused = (body: object, detail: string) => ({
  name: `refuses ${JSON.stringify(body)}`,
  call: "POST /v3/introspect",
  body,
  status: 400,
  code: "ERR_BAD_REQUEST",
  details: [detail],
});
table(
  () => admin,
  [
    refused({}, "authToken"),
    refused({ authToken: 1 }, "authToken"),
    refused({ authToken: "x", uid: "y" }, "uid"),
  ],
);
