/** POST /v3/users */
import { afterAll, describe, expect, it } from "vitest";
import { Client, createUser, freshUid } from "../../support/client";
import { startDev } from "../../support/parleyd";
import { table, type Row } from "../../support/table";
import type { CreatedUser, Me, User } from "../../support/types";

const server = await startDev();
afterAll(() => server.stop());
const { apiKey, authKey } = server.credentials;
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: apiKey });

const whole = {
  name: "Ïron Mañ 🚀",
  avatar: "https://example.com/iron-man.webp",
  link: "http://example.com/iron-man?a=1&b=2",
  statusMessage: "Flying",
  metadata: { email: "tony@example.com", nested: { list: [1, 2.5, null, true, "x"] } },
  tags: ["hero", "Älter als 30"],
};

describe("creates", () => {
  it("a user with uid and name", async () => {
    const uid = freshUid();
    const before = Math.floor(Date.now() / 1000);
    const { data } = await admin.post<User>("/v3/users", { uid, name: "A" });
    expect(data).toEqual({
      uid,
      name: "A",
      role: "default",
      status: "offline",
      tags: [],
      createdAt: data.createdAt,
      updatedAt: data.createdAt,
      lastActiveAt: 0,
      deactivatedAt: 0,
      hasBlockedMe: false,
      blockedByMe: false,
    });
    expect(data.createdAt).toBeGreaterThanOrEqual(before);
    expect(data.createdAt).toBeLessThanOrEqual(Date.now() / 1000);
  });

  it("a user with every field, and reads back what was written", async () => {
    await admin.post("/v3/roles", { role: "pilot", name: "Pilot" });
    const uid = freshUid();
    const { data } = await admin.post<User>("/v3/users", { uid, role: "pilot", ...whole });
    expect(data).toMatchObject({ uid, role: "pilot", ...whole });
    expect((await admin.get<User>(`/v3/users/${uid}`)).data).toEqual(data);
  });

  it("a user with the Auth Key, in development", async () => {
    const { data } = await anyone.post<User>(
      "/v3/users",
      { uid: freshUid(), name: "A" },
      { apikey: authKey },
    );
    expect(data.role).toBe("default");
  });

  it("a user that is logged in immediately", async () => {
    const uid = freshUid();
    const { data } = await admin.post<CreatedUser>("/v3/users", {
      uid,
      name: "A",
      withAuthToken: true,
    });
    const me = await anyone.get<Me>("/v3/me", { authToken: data.authToken ?? "" });
    expect(me.data.uid).toBe(uid);
  });

  it.each([
    "HTTPS://Example.com/a b.png",
    "https://example.com/a|b{c}.png?q=é|{}#é",
    "https://bücher.example/a.png",
    "https://日本語.jp",
    "http:\\\\example.com\\a\\..\\b",
    " https://example.com:443/%zz ",
    "http://0x7f.1:80/?",
  ])("a user with the avatar %s as a browser would show it", async (avatar) => {
    const { data } = await admin.post<User>("/v3/users", { uid: freshUid(), name: "A", avatar });
    expect(data.avatar).toBe(new URL(avatar).href);
    const { uid, avatar: shown } = data;
    expect((await admin.put<User>(`/v3/users/${uid}`, data)).data.avatar).toBe(shown);
  });

  it("no auth token unless it is requested", async () => {
    const answer = await admin.post("/v3/users", { uid: freshUid(), name: "A" });
    expect(answer.text).not.toContain("authToken");
  });

  it("a user with additional fields of published clients, which are ignored", async () => {
    const { data } = await admin.post<User>("/v3/users", {
      uid: freshUid(),
      name: "A",
      hasBlockedMe: true,
      blockedByMe: true,
      deactivatedAt: 1,
      status: "available",
      lastActiveAt: 1,
      createdAt: 1,
    });
    expect(data).toMatchObject({ status: "offline", deactivatedAt: 0, blockedByMe: false });
    expect(data.createdAt).toBeGreaterThan(1);
    expect(data.lastActiveAt).toBe(0);
  });
});

describe("limits", () => {
  const user = (fields: object): object => ({ uid: freshUid("limit"), name: "A", ...fields });
  const url = (length: number): string => "https://e.com/".padEnd(length, "a");
  const tags = (count: number): string[] => Array.from({ length: count }, (_, i) => `tag${i}`);
  const metadata = (bytes: number): object => ({ a: "x".repeat(bytes - '{"a":""}'.length) });
  const good = (name: string, fields: object): Row => ({
    name: `accepts ${name}`,
    call: "POST /v3/users",
    body: user(fields),
    status: 200,
  });
  const bad = (name: string, fields: object, details = Object.keys(fields)): Row => ({
    name: `refuses ${name}`,
    call: "POST /v3/users",
    body: user(fields),
    status: 400,
    code: "ERR_BAD_REQUEST",
    details,
  });

  table(
    () => admin,
    [
      good("a uid of 1", { uid: "x" }),
      good("a uid of 100", { uid: "u".repeat(100) }),
      good("a uid of - and _", { uid: "-_-" }),
      bad("an empty uid", { uid: "" }),
      bad("a uid of 101", { uid: "u".repeat(101) }),
      bad("a space in the uid", { uid: "a b" }),
      bad("a dot in the uid", { uid: "a.b" }),
      bad("a slash in the uid", { uid: "a/b" }),
      bad("a letter outside of ASCII in the uid", { uid: "ä" }),
      bad("a number as uid", { uid: 7 }),
      bad("null as uid", { uid: null }),
      good("a name of 1", { name: "x" }),
      good("a name of 100 characters, not bytes", { name: "🚀".repeat(100) }),
      bad("an empty name", { name: "" }),
      bad("a name of 101", { name: "é".repeat(101) }),
      bad("an array as name", { name: ["A"] }),
      good("an avatar of 3000", { avatar: url(3000) }),
      bad("an avatar of 3001", { avatar: url(3001) }),
      bad("a relative avatar", { avatar: "/a.png" }),
      bad("a javascript: avatar", { avatar: "javascript:alert(1)" }),
      bad("a data: avatar", { avatar: "data:image/png;base64,AAAA" }),
      bad("a space in the host of an avatar", { avatar: "https://exa mple.com/" }),
      bad("an avatar whose host is not Punycode", { avatar: "https://xn--a/" }),
      bad("a link whose host has a useless joiner", { link: "https://a\u200Db.com/" }),
      bad("a link whose host mixes directions", { link: "https://אa.com/" }),
      good("a name with joiners", { name: "👩‍💻 می\u200Cخواهم" }),
      good("a right-to-left name", { name: "אבי (Avi)" }),
      good("direction marks in a status message", { name: "A", statusMessage: "\u200Fאבי\u200E" }),
      bad("a name with direction marks", { name: "\u200Fאבי\u200E (Avi)" }),
      bad("a name with hidden text", { name: "A\u{E0041}" }),
      good("a flag", { name: "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}" }),
      bad("a blank name", { name: " \u00A0\u3000" }),
      bad("an invisible name", { name: "\u200B\u3164\u00AD" }),
      bad("a name of object replacements", { name: "\uFFFC\uFFFC" }),
      bad("a name for private use", { name: "\uE000" }),
      bad("a name of noncharacters", { name: "\uFDD0\uFFFE" }),
      good("a name with the replacement character", { name: "\uFFFD" }),
      bad("a line separator in a name", { name: "a\u2028b" }),
      bad("a paragraph separator in a tag", { tags: ["a\u2029b"] }),
      bad("a C1 control in a name", { name: "a\u0085b" }),
      bad("a direction override in a name", { name: "gnp\u202Eexe" }),
      bad("stacked marks in a name", { name: `Z${"\u0301".repeat(90)}` }),
      bad("an invisible tag", { tags: ["\u200B"] }),
      good("a statusMessage with line breaks", { statusMessage: "a\r\n\tb" }),
      bad("a direction override in a statusMessage", { statusMessage: "a\u202Eb" }),
      bad("a javascript: link", { link: "javascript:alert(1)" }),
      bad("an ftp: link", { link: "ftp://example.com/" }),
      bad("a number as link", { link: 1 }),
      bad("an unknown role", { role: "no-such-role" }),
      bad("a boolean role", { role: true }),
      good("a statusMessage of 255", { statusMessage: "x".repeat(255) }),
      bad("a statusMessage of 256", { statusMessage: "x".repeat(256) }),
      good("empty metadata", { metadata: {} }),
      good("metadata of 5 KB", { metadata: metadata(5 * 1024) }),
      bad("metadata of 5 KB and a byte", { metadata: metadata(5 * 1024 + 1) }),
      bad("text as metadata", { metadata: "{}" }),
      bad("an array as metadata", { metadata: [1] }),
      good("25 tags", { tags: tags(25) }),
      good("a tag of 100", { tags: ["é".repeat(100)] }),
      bad("a tag of 101", { tags: ["t".repeat(101)] }),
      bad("an empty tag", { tags: [""] }),
      bad("a number as tag", { tags: [1] }),
      bad("text as tags", { tags: "hero" }),
      bad("text as withAuthToken", { withAuthToken: "true" }),
      bad("an unknown field", { admin: true }),
      bad("a field in the wrong case", { Name: "A" }),
      bad("several at once, and names all", { name: "", avatar: "x", tags: [1], admin: true }, [
        "admin",
        "avatar",
        "name",
        "tags",
      ]),
      {
        name: "refuses a 26th tag",
        call: "POST /v3/users",
        body: user({ tags: tags(26) }),
        status: 422,
        code: "ERR_LIMIT_EXCEEDED",
        contains: ["25 tags"],
      },
      {
        name: "says what is missing",
        call: "POST /v3/users",
        body: {},
        status: 400,
        code: "ERR_BAD_REQUEST",
        details: ["name", "uid"],
      },
    ],
  );
});

describe("a uid that is in use", () => {
  it("is a conflict, in any case, and changes nothing", async () => {
    const { uid } = await createUser(admin, { name: "First" });
    const again = await admin.post("/v3/users", { uid: uid.toUpperCase(), name: "Second" });
    expect(again.status).toBe(409);
    expect(again.error.code).toBe("ERR_UID_ALREADY_EXISTS");
    expect(again.error.message).toContain(uid);
    expect((await admin.get<User>(`/v3/users/${uid}`)).data.name).toBe("First");
  });

  it("is still in use while the user is deactivated", async () => {
    const { uid } = await createUser(admin);
    await admin.delete(`/v3/users/${uid}`);
    const again = await admin.post("/v3/users", { uid, name: "Again" });
    expect(again.error.code).toBe("ERR_UID_ALREADY_EXISTS");
  });

  it("is assigned to exactly one of 16 concurrent calls", async () => {
    const uid = freshUid("race");
    const names = Array.from({ length: 16 }, (_, i) => `Racer ${i}`);
    const answers = await Promise.all(names.map((name) => admin.post("/v3/users", { uid, name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(15).fill(409)]);
    const winner = answers.find(({ status }) => status === 200);
    expect((await admin.get<User>(`/v3/users/${uid}`)).data).toEqual(winner?.data);
  });
});

describe("private metadata", () => {
  it("can be read and written only by fullAccess keys", async () => {
    const secret = { "@private": { note: "vip" }, color: "red" };
    const { uid } = await createUser(admin, { metadata: secret });
    expect((await admin.get<User>(`/v3/users/${uid}`)).data.metadata).toEqual(secret);
    const byAuthKey = await anyone.post(
      "/v3/users",
      { uid: freshUid(), name: "A", metadata: secret },
      { apikey: authKey },
    );
    expect(byAuthKey.status).toBe(400);
    expect(Object.keys(byAuthKey.error.details ?? {})).toEqual(["metadata"]);
  });
});
