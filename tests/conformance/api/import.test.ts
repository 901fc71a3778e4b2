/** POST /v3/data_import/users */
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser } from "../../support/client";
import { startDev } from "../../support/parleyd";
import { table } from "../../support/table";
import type { ErrorBody, User } from "../../support/types";

const server = await startDev();
afterAll(() => server.stop());
const admin = new Client(server.url, { apikey: server.credentials.apiKey });
const path = "/v3/data_import/users";

type Results = Record<string, { success: boolean; data?: User; error?: ErrorBody }>;
const run = async (users: object): Promise<Results> =>
  (await admin.post<Results>(path, { users })).data;
const many = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`bulk-${i}`, { name: `B ${i}` }]));

describe("imports", () => {
  it("users with their history", async () => {
    const results = await run({
      old: { name: "Old", createdAt: 1600000000, lastActiveAt: 1650000000, tags: ["t"] },
    });
    expect(results["old"]).toMatchObject({ success: true });
    expect((await admin.get<User>("/v3/users/old")).data).toMatchObject({
      createdAt: 1600000000,
      lastActiveAt: 1650000000,
      tags: ["t"],
    });
  });

  it("deactivated users as deactivated, who can be reactivated", async () => {
    const gone = { name: "Gone", createdAt: 1600000000, deactivatedAt: 1650000000 };
    expect((await run({ gone }))["gone"]).toMatchObject({ success: true, data: gone });
    expect((await admin.get("/v3/users/gone")).error.code).toBe("ERR_UID_NOT_FOUND");
    expect((await admin.post("/v3/users/gone/auth_tokens")).error.code).toBe(
      "ERR_USER_DEACTIVATED",
    );
    const { data } = await admin.get<User[]>("/v3/users?onlyDeactivated=true");
    expect(data).toMatchObject([{ uid: "gone", ...gone }]);
    await admin.put("/v3/users", { uidsToActivate: ["gone"] });
    expect((await admin.get<User>("/v3/users/gone")).data).toMatchObject({ deactivatedAt: 0 });
  });

  it("no impossible times, and says that the unit is seconds", async () => {
    const now = Math.floor(Date.now() / 1000);
    const times = ["createdAt", "lastActiveAt", "deactivatedAt"];
    const bad = [100_000_000_000, now * 1000, now + 90_000, -1, 1.5, "2024-03-10", 1e300];
    for (const time of times) {
      const users = Object.fromEntries(
        bad.map((value, i) => [`${time}-${i}`, { name: "T", [time]: value }]),
      );
      for (const row of Object.values(await run(users)))
        expect(row.error?.details).toHaveProperty(time);
    }
    const reasonFor = async (createdAt: unknown) =>
      (await run({ timed: { name: "T", createdAt } }))["timed"]?.error?.details?.["createdAt"];
    const milliseconds = "must be in Unix seconds, not milliseconds: divide it by 1000";
    expect(await reasonFor(now * 1000)).toEqual([milliseconds]);
    expect(await reasonFor(100_000_000_000)).toEqual([milliseconds]);
    const future = "must not be more than one day in the future";
    expect(await reasonFor(99_999_999_999)).toEqual([future]);
    expect(await reasonFor(now + 90_000)).toEqual([future]);
    expect(await reasonFor("2024-03-10")).toEqual([
      "must be Unix seconds, such as 1771312489: the whole seconds since 1970-01-01 UTC",
    ]);
    expect((await run({ soon: { name: "T", createdAt: now + 3600 } }))["soon"]?.success).toBe(true);
  });

  it("no times before 2000, which are dates in other units", async () => {
    const bad = [1, 2024, 45361, 20240310, 946684799];
    const good = [0, 946684800];
    for (const time of ["createdAt", "lastActiveAt", "deactivatedAt"]) {
      const users = Object.fromEntries(
        [...bad, ...good].map((value) => [
          `${time}-at-${value}`.toLowerCase(),
          { name: "T", [time]: value },
        ]),
      );
      const rows = Object.values(await run(users));
      for (const { error } of rows.slice(0, bad.length))
        expect(error?.details?.[time]?.[0]).toContain("946684800 (2000-01-01 UTC) or later");
      for (const row of rows.slice(bad.length)) expect(row.success).toBe(true);
    }
  });

  it("a user whose metadata is the empty array of PHP", async () => {
    const rows = await run({ php: { name: "P", metadata: [] } });
    expect(rows["php"]?.data?.metadata).toEqual({});
    expect((await run({ nameless: [] }))["nameless"]?.error?.details).toHaveProperty("name");
  });

  it("all users except one with a number that would be rounded", async () => {
    const exact = { name: "E", metadata: { id: "1546130668394913822" } };
    expect((await run({ exact }))["exact"]?.success).toBe(true);
    const text =
      '{"users":{"big":{"name":"B","metadata":{"ids":[1546130668394913822]}},"fine":{"name":"F"}}}';
    const answer = await admin.post<Results>(path, text);
    expect(answer.data["big"]?.error?.details).toHaveProperty(["metadata.ids[0]"]);
    expect(answer.data["fine"]?.success).toBe(true);
  });

  it("50 at once", async () => {
    const results = await run(many(50));
    expect(Object.values(results).filter(({ success }) => success)).toHaveLength(50);
  });

  it("more than the 10 KB of other calls", async () => {
    const metadata = { a: "x".repeat(4000) };
    const users = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [`large-${i}`, { name: "L", metadata }]),
    );
    const results = await run(users);
    expect(Object.values(results).every(({ success }) => success)).toBe(true);
  });

  it("nothing in a dry run, which returns the same result", async () => {
    const taken = await createUser(admin);
    const users = { rehearsed: { name: "R" }, [taken.uid]: { name: "T" }, "no uid": { name: "N" } };
    const dry = (await admin.post<Results>(`${path}?dryRun=true`, { users })).data;
    expect((await admin.get("/v3/users/rehearsed")).error.code).toBe("ERR_UID_NOT_FOUND");
    const real = await run(users);
    const codes = (results: Results) =>
      Object.entries(results).map(([uid, row]) => [uid, row.error?.code ?? row.success]);
    expect(codes(dry)).toEqual(codes(real));
    expect(codes(dry)).toContainEqual(["rehearsed", true]);
    expect(codes(dry)).toContainEqual([taken.uid, "ERR_UID_ALREADY_EXISTS"]);
  });

  it("each user separately", async () => {
    const taken = await createUser(admin);
    const results = await run({
      "Good-One": { name: "Good" },
      "bad uid": { name: "Bad" },
      [taken.uid]: { name: "Taken" },
      nameless: {},
      surplus: { name: "S", admin: true },
      roleless: { name: "R", role: "no-such-role" },
      tagged: { name: "T", tags: Array.from({ length: 26 }, (_, i) => `t${i}`) },
      flat: 7,
    });
    const outcome = Object.fromEntries(
      Object.entries(results).map(([uid, row]) => [uid, row.error?.code ?? row.data?.uid]),
    );
    expect(outcome).toEqual({
      "Good-One": "good-one",
      "bad uid": "ERR_BAD_REQUEST",
      [taken.uid]: "ERR_UID_ALREADY_EXISTS",
      nameless: "ERR_BAD_REQUEST",
      surplus: "ERR_BAD_REQUEST",
      roleless: "ERR_BAD_REQUEST",
      tagged: "ERR_LIMIT_EXCEEDED",
      flat: "ERR_BAD_REQUEST",
    });
    expect(results["roleless"]?.error?.details).toHaveProperty("role");
    expect((await admin.get<User>(`/v3/users/${taken.uid}`)).data.name).toBe(taken.name);
  });

  it("only one of two spellings of the same uid", async () => {
    const results = await run({ Twin: { name: "A" }, twin: { name: "B" } });
    const successes = Object.values(results).filter(({ success }) => success);
    expect(successes).toHaveLength(1);
    expect(Object.keys(results).sort()).toEqual(["Twin", "twin"]);
  });
});

describe("says what is expected", () => {
  const details = async (body: object) => (await admin.post(path, body)).error.details;
  const shape =
    'must be an object with one user per UID, such as {"superhero1": {"name": "Iron Man"}}';

  it("instead of a list of users", async () => {
    expect(await details({ users: [{ uid: "a", name: "A" }] })).toEqual({ users: [shape] });
    expect(await details({ data: [{ uid: "a", name: "A" }] })).toEqual({
      data: ["is not a known field"],
      users: [shape],
    });
    expect(await details({ users: {} })).toEqual({ users: ["must contain at least one user"] });
  });

  it("instead of a body that is a list", async () => {
    const { outcome, error } = await admin.post(path, [{ uid: "a", name: "A" }]);
    expect(outcome).toBe("400 ERR_BAD_REQUEST");
    expect(error.message).toBe("The body of the request is not a valid JSON object.");
    expect(error.devMessage).toContain("an object was expected, but an array was received");
    expect(error.devMessage).toContain('{"users": {"superhero1": {"name": "Iron Man"}}}');
  });

  it("instead of a user that is not an object", async () => {
    expect((await run({ flat: 7 }))["flat"]?.error?.details).toEqual({
      user: ['must be an object, such as {"name": "Iron Man"}'],
    });
  });
});

describe("refuses", () => {
  const refused = (body: object) => ({
    name: JSON.stringify(body).slice(0, 60),
    call: `POST ${path}`,
    body,
    status: 400,
    code: "ERR_BAD_REQUEST",
    details: ["users"],
  });
  table(
    () => admin,
    [
      refused({}),
      refused({ users: {} }),
      refused({ users: [] }),
      refused({ users: "x" }),
      {
        name: "51",
        call: `POST ${path}`,
        body: { users: many(51) },
        status: 422,
        code: "ERR_LIMIT_EXCEEDED",
        contains: ["50"],
      },
      {
        name: "more than 1 MB",
        call: `POST ${path}`,
        body: { users: { big: { name: "B", metadata: { a: "x".repeat(1024 * 1024) } } } },
        status: 413,
        code: "ERR_PAYLOAD_TOO_LARGE",
      },
    ],
  );
});
