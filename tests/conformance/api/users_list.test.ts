/** GET /v3/users and GET /v3/users/{uid}, with a key and as a client */
import { afterAll, describe, expect, it } from "vitest";
import { Client, logIn } from "../../support/client";
import { startServe } from "../../support/parleyd";
import { table } from "../../support/table";
import type { User } from "../../support/types";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("lists");
const admin = new Client(server.url, { apikey: app.apiKey });

await admin.post("/v3/roles", { role: "crew", name: "Crew" });
const people: object[] = [
  { uid: "zoe", name: "Zoë Alder" },
  { uid: "adam", name: "Bertha Adams", role: "crew", tags: ["red", "blue"] },
  { uid: "b-1", name: "anna-lena Müller", role: "crew", tags: ["red"] },
  { uid: "b-2", name: "Carl", tags: ["green"], metadata: { "@private": { a: 1 }, shown: 1 } },
  { uid: "gone", name: "Gone" },
];
for (const person of people) await admin.post("/v3/users", person);
await admin.delete("/v3/users/gone");
const zoe = admin.with({ authToken: (await logIn(admin, "zoe")).authToken });

const uids = async (query: string, client = admin): Promise<string[]> =>
  (await client.get<User[]>(`/v3/users${query}`)).data.map(({ uid }) => uid);

describe("finds", () => {
  it.each<[string, string[]]>([
    ["", ["b-1", "adam", "b-2", "zoe"]],
    ["?sortBy=name&sortOrder=desc", ["zoe", "b-2", "adam", "b-1"]],
    ["?sortBy=uid", ["adam", "b-1", "b-2", "zoe"]],
    ["?sortBy=uid&sortOrder=desc", ["zoe", "b-2", "b-1", "adam"]],
    ["?searchKey=ad", ["adam"]],
    ["?searchKey=AD&searchIn=name", ["adam"]],
    ["?searchKey=al", ["zoe"]],
    ["?searchKey=lder", []],
    ["?searchKey=b", ["b-1", "adam", "b-2"]],
    ["?searchKey=b&searchIn=uid", ["b-1", "b-2"]],
    ["?searchKey=b&searchIn=name", ["adam"]],
    ["?searchKey=b&searchIn=uid,name", ["b-1", "adam", "b-2"]],
    ["?searchKey=b&searchIn[]=uid", ["b-1", "b-2"]],
    ["?searchKey=zo%C3%AB", ["zoe"]],
    ["?searchKey=m%C3%BC", ["b-1"]],
    ["?searchKey=MU", ["b-1"]],
    ["?searchKey=u%CC%88", []],
    ["?searchKey=%CC%88", []], // One accent alone, which is left out of names and keys.
    ["?searchKey=%E2%80%8D", []],
    ["?searchKey=%20", ["b-1", "adam", "b-2", "zoe"]],
    ["?searchKey=mu%CC%88ller", ["b-1"]],
    ["?searchKey=ZOE", ["zoe"]],
    ["?searchKey=zoe%20al", ["zoe"]],
    ["?searchKey=%25", []],
    ["?searchKey=_", []],
    ["?searchKey=", ["b-1", "adam", "b-2", "zoe"]],
    ["?roles=crew", ["b-1", "adam"]],
    ["?roles[]=crew", ["b-1", "adam"]],
    ["?roles%5B%5D=crew&roles%5B%5D=default", ["b-1", "adam", "b-2", "zoe"]],
    ["?roles=crew,default", ["b-1", "adam", "b-2", "zoe"]],
    ["?roles=crew&roles=default", ["b-1", "adam", "b-2", "zoe"]],
    ["?role=crew", ["b-1", "adam"]],
    ["?role[]=crew", ["b-1", "adam"]],
    ["?role[0]=crew&role[1]=default", ["b-1", "adam", "b-2", "zoe"]],
    ["?roles=crew,%20default%20", ["b-1", "adam", "b-2", "zoe"]],
    ["?tags=blue,+green", ["adam", "b-2"]],
    ["?roles=nobody", []],
    ["?tags=red", ["b-1", "adam"]],
    ["?tags[]=blue&tags[]=green", ["adam", "b-2"]],
    ["?tags=red&roles=default", []],
    ["?uids=zoe,b-2", ["b-2", "zoe"]],
    ["?uids[]=ZOE&uids[]=absent", ["zoe"]],
    ["?uids[0]=zoe&uids[1]=b-2", ["b-2", "zoe"]],
    ["?uids%5B0%5D=zoe&uids%5B1%5D=b-2,adam", ["adam", "b-2", "zoe"]],
    ["?uids=zoe&uids=b-2", ["b-2", "zoe"]],
    ["?roles[0]=crew", ["b-1", "adam"]],
    ["?tags[0]=blue&tags[1]=green", ["adam", "b-2"]],
    ["?searchKey=al%20ZOE", ["zoe"]],
    ["?searchKey=zoe+", ["zoe"]],
    ["?searchKey=b-1+lena", ["b-1"]],
    ["?uids=gone", []],
    ["?status=offline", ["b-1", "adam", "b-2", "zoe"]],
    ["?status=available", []],
    ["?status=online", []],
    ["?withDeactivated=true&sortBy=uid", ["adam", "b-1", "b-2", "gone", "zoe"]],
    ["?onlyDeactivated=true", ["gone"]],
    ["?hideBlockedUsers=false&_=1&affix=append&count=1", ["b-1", "adam", "b-2", "zoe"]],
  ])("users%s", async (query, expected) => {
    expect(await uids(query)).toEqual(expected);
  });
});

describe("a page", () => {
  it("continues the previous one, without repeating or skipping users", async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => uids(`?perPage=2&page=${page}`)));
    expect(pages).toEqual([["b-1", "adam"], ["b-2", "zoe"], []]);
  });

  it("counts the matching users", async () => {
    const { pagination } = await admin.get("/v3/users?roles=crew&perPage=1");
    expect(pagination).toEqual({
      total: 2,
      count: 1,
      per_page: 1,
      current_page: 1,
      total_pages: 2,
    });
  });

  it("shows tags only on request", async () => {
    expect((await admin.get("/v3/users?uids=adam")).text).not.toContain('"tags"');
    const { data } = await admin.get<User[]>("/v3/users?uids=adam&withTags=true");
    expect(data[0]?.tags?.sort()).toEqual(["blue", "red"]);
  });
});

describe("refuses", () => {
  const refused = (query: string, field: string) => ({
    name: query,
    call: `GET /v3/users?${query}`,
    status: 400,
    code: "ERR_BAD_REQUEST",
    details: [field],
  });
  table(
    () => admin,
    [
      refused("status=sleeping", "status"),
      refused("searchIn=email", "searchIn"),
      refused("searchIn=", "searchIn"),
      refused("searchIn=both", "searchIn"),
      refused("withTags=True", "withTags"),
      refused("=x", "query"),
      refused("uids=%5B%22adam%22,%22zoe%22%5D", "uids"),
      refused("uids=adam%7Czoe", "uids"),
      refused("uids=adam;zoe", "uids"),
      refused("uids=adam%20zoe", "uids"),
      refused(`uids=${"x".repeat(101)}`, "uids"),
      refused("roles=%5B%22crew%22%5D", "roles"),
      refused("role=crew%7Cdefault", "role"),
      refused("searchKey=adam&searchKey=", "searchKey"),
      refused("status=online&status=offline", "status"),
      refused("perPage=1&perPage=1000", "perPage"),
      refused("sortBy=age", "sortBy"),
      refused("sortOrder=up", "sortOrder"),
      refused("withTags=maybe", "withTags"),
      refused(`uids=${Array.from({ length: 26 }, (_, i) => `u${i}`).join()}`, "uids"),
      refused(`searchKey=${"x".repeat(101)}`, "searchKey"),
      refused("page=99999999999999999999", "page"),
    ],
  );
});

it("says how to write a list of users, and which values are allowed", async () => {
  const reasons = async (query: string) => (await admin.get(`/v3/users?${query}`)).error.details;
  expect(await reasons("uids=adam%7Czoe")).toEqual({
    uids: [
      '"adam|zoe" must be 1-100 characters from a-z, 0-9, - and _; ' +
        "write a list as uids=a,b or uids[]=a&uids[]=b",
    ],
  });
  expect(await reasons("searchIn=both")).toEqual({
    searchIn: ["must be uid or name, or a list of the two: uid,name"],
  });
  expect(await reasons("withTags=True")).toEqual({
    withTags: ["must be true or false, in lower case"],
  });
  expect(await reasons("status[]=online&status[]=offline")).toEqual({
    "status[]": ["takes a single value: use status"],
  });
});

it("a tag may be any text", async () => {
  expect(await uids("?tags[]=%5B%22red%22%5D")).toEqual([]);
});

describe("a client", () => {
  it("is not in its own list", async () => {
    expect(await uids("", zoe)).toEqual(["b-1", "adam", "b-2"]);
    expect((await zoe.get("/v3/users")).pagination.total).toBe(3);
    expect(await uids("?uids=zoe", zoe)).toEqual([]);
  });

  it("never sees deactivated users", async () => {
    expect(await uids("?withDeactivated=false&onlyDeactivated=0", zoe)).not.toContain("gone");
    for (const filter of ["withDeactivated", "onlyDeactivated"]) {
      const { outcome, error } = await zoe.get(`/v3/users?${filter}=true`);
      expect(outcome).toBe("400 ERR_BAD_REQUEST");
      expect(Object.keys(error.details ?? {})).toEqual([filter]);
    }
    expect((await zoe.get("/v3/users/gone")).error.code).toBe("ERR_UID_NOT_FOUND");
  });

  it("sees other users relative to itself, without private metadata", async () => {
    const { data } = await zoe.get<User>("/v3/users/b-2");
    expect(data).toMatchObject({ uid: "b-2", conversationId: "b-2_user_zoe", blockedByMe: false });
    expect(data.metadata).toEqual({ shown: 1 });
    const list = await zoe.get("/v3/users?uids=b-2");
    expect(list.text).not.toContain("@private");
  });

  it("sees itself", async () => {
    const { data, text } = await zoe.get<User>("/v3/users/zoe");
    expect(data.uid).toBe("zoe");
    expect(text).not.toContain("conversationId");
    expect(text).not.toContain("authToken");
  });
});

describe("one user", () => {
  table(
    () => admin,
    [
      { name: "by uid", call: "GET /v3/users/adam", status: 200, contains: ['"Bertha Adams"'] },
      {
        name: "unknown",
        call: "GET /v3/users/eve",
        status: 404,
        code: "ERR_UID_NOT_FOUND",
        contains: ["The user with UID eve does not exist. Create it first"],
      },
      {
        name: "deactivated",
        call: "GET /v3/users/gone",
        status: 404,
        code: "ERR_UID_NOT_FOUND",
      },
      {
        name: "what cannot be a uid",
        call: "GET /v3/users/a%20b",
        status: 404,
        code: "ERR_UID_NOT_FOUND",
      },
      {
        name: "an overlong uid",
        call: `GET /v3/users/${"u".repeat(101)}`,
        status: 404,
        code: "ERR_UID_NOT_FOUND",
      },
      { name: "percent-encoded", call: "GET /v3/users/%61dam", status: 200 },
    ],
  );
});

describe("a cursor", () => {
  const walk = async (query: string): Promise<string[]> => {
    const seen: string[] = [];
    let cursor = "";
    for (let pages = 0; pages < 10; ++pages) {
      const { data, text } = await admin.get<User[]>(`/v3/users?perPage=2${query}${cursor}`);
      seen.push(...data.map(({ uid }) => uid));
      const { meta } = JSON.parse(text) as { meta: { cursor?: string } };
      if (meta.cursor === undefined) return seen;
      cursor = `&cursor=${meta.cursor}`;
    }
    throw new Error("the cursors lead in a circle");
  };

  it.each(["", "&sortBy=uid", "&sortBy=name&sortOrder=desc", "&withDeactivated=true"])(
    "visits the whole list once: %s",
    async (query) => {
      expect(await walk(query)).toEqual(await uids(`?${query.slice(1)}`));
    },
  );

  it("continues after a user that was deleted in the meantime", async () => {
    await admin.post("/v3/users", { uid: "aaa", name: "Aaron" });
    const { text } = await admin.get<User[]>("/v3/users?perPage=1&sortBy=uid");
    const { meta } = JSON.parse(text) as { meta: { cursor: string } };
    await admin.delete("/v3/users/aaa?permanent=true");
    expect(await uids(`?sortBy=uid&cursor=${meta.cursor}`)).toEqual(await uids("?sortBy=uid"));
  });

  it.each(["x", "61", "%00", "0a"])("that is not valid is rejected: %s", async (cursor) => {
    const { status, error } = await admin.get(`/v3/users?cursor=${cursor}`);
    expect(status).toBe(400);
    expect(error?.details).toHaveProperty("cursor");
  });
});
