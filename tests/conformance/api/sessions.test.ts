/** /v3/me/sessions: own devices */
import { afterAll, describe, expect, it } from "vitest";
import { Client, logIn, newClient } from "../../support/client";
import { startDev } from "../../support/parleyd";
import { table } from "../../support/table";
import type { AuthToken, Success } from "../../support/types";

const server = await startDev();
afterAll(() => server.stop());
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: server.credentials.apiKey });

/** One user with three devices. `me` has the auth token of the first. */
async function threeDevices() {
  const { user, token, me } = await newClient(admin);
  const others = [await logIn(admin, user.uid), await logIn(admin, user.uid)] as const;
  return { user, token, me, others };
}
const statusOf = async ({ authToken }: AuthToken): Promise<number> =>
  (await anyone.get("/v3/me", { authToken })).status;

describe("own devices", () => {
  it("are listed newest first, with the current one marked and all tokens masked", async () => {
    const { me, token, others } = await threeDevices();
    const { data, text, pagination } = await me.get<AuthToken[]>("/v3/me/sessions");
    expect(data.map(({ id }) => id)).toEqual([others[1].id, others[0].id, token.id]);
    expect(data.map(({ current }) => current)).toEqual([false, false, true]);
    expect(pagination.total).toBe(3);
    for (const secret of [token, ...others]) expect(text).not.toContain(secret.authToken);
    expect((await me.get<AuthToken[]>("/v3/me/sessions?perPage=1&page=3")).data[0]?.id).toBe(
      token.id,
    );
  });

  it("can be ended one by one", async () => {
    const { me, token, others } = await threeDevices();
    const { data } = await me.delete<Success>(`/v3/me/sessions/${others[0].id}`);
    expect(data.message).toBe("The session was ended.");
    expect(await statusOf(others[0])).toBe(401);
    expect([await statusOf(others[1]), await statusOf(token)]).toEqual([200, 200]);
    const again = await me.delete(`/v3/me/sessions/${others[0].id}`);
    expect(again.error.code).toBe("ERR_AUTH_TOKEN_NOT_FOUND");
  });

  it("can all be ended except this one", async () => {
    const { me, token, others } = await threeDevices();
    const { data } = await me.delete<Success>("/v3/me/sessions?others=true");
    expect(data.message).toBe("All other sessions were ended.");
    expect([await statusOf(others[0]), await statusOf(others[1])]).toEqual([401, 401]);
    expect(await statusOf(token)).toBe(200);
  });

  it("include this one: ending it is a logout", async () => {
    const { me, token } = await threeDevices();
    expect((await me.delete(`/v3/me/sessions/${token.id}`)).status).toBe(200);
    expect(await statusOf(token)).toBe(401);
  });
});

describe("of another user", () => {
  it("cannot be ended, and are reported as not found", async () => {
    const [mine, theirs] = [await newClient(admin), await newClient(admin)];
    const answer = await mine.me.delete(`/v3/me/sessions/${theirs.token.id}`);
    expect(answer.status).toBe(404);
    expect(answer.error.code).toBe("ERR_AUTH_TOKEN_NOT_FOUND");
    expect(await statusOf(theirs.token)).toBe(200);
  });
});

const member = await newClient(admin);
table(
  () => member.me,
  [
    {
      name: "others=true is required",
      call: "DELETE /v3/me/sessions",
      status: 400,
      code: "ERR_BAD_REQUEST",
      details: ["others"],
    },
    {
      name: "others=false is refused",
      call: "DELETE /v3/me/sessions?others=false",
      status: 400,
      code: "ERR_BAD_REQUEST",
      details: ["others"],
    },
  ],
);
