/** Many kinds of invalid input for every call that has a body. */
import { afterAll, describe, expect, it } from "vitest";
import { Client, freshUid, logIn, type Answer } from "../../support/client";
import { operations } from "../../support/contract";
import { startDev } from "../../support/parleyd";
import { exchange } from "../../support/raw";
import { table, type Row } from "../../support/table";
import type { ApiKey, User } from "../../support/types";

const server = await startDev();
afterAll(() => server.stop());
const { apiKey, appId } = server.credentials;
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: apiKey });
const uid = "cometchat-uid-1";
const token = await logIn(admin, uid);
const key = (await admin.post<ApiKey>("/v3/apikeys", { name: "Target" })).data;
const everything = async (): Promise<string> =>
  (await Promise.all(["users", "roles", "apikeys"].map((list) => admin.get(`/v3/${list}`))))
    .map(({ text }) => text.replaceAll(/,"last(Active|Used)At":\d+/g, "")) // Stored seconds later.
    .join();
const before = await everything();

const nested = (depth: number): string => '{"a":'.repeat(depth) + "1" + "}".repeat(depth);
const brokenBodies: [name: string, body: string | Buffer][] = [
  ["half an object", '{"name":'],
  ["an array", "[{}]"],
  ["null", "null"],
  ["a number", "7"],
  ["a text", '"x"'],
  ["two objects", "{}{}"],
  ["a trailing comma", '{"name":"x",}'],
  ["single quotes", "{'name':'x'}"],
  ["a comment", '{"name":"x"/* y */}'],
  ["NaN", '{"name":NaN}'],
  ["a leading zero", '{"name":01}'],
  ["a raw line break in a text", '{"name":"a\nb"}'],
  ["a raw NUL in a text", '{"name":"a\0b"}'],
  ["NUL bytes only", "\0\0\0\0"],
  ["a byte order mark", "\ufeff{}"],
  ["UTF-16", Buffer.from("{}", "utf16le")],
  ["broken UTF-8", Buffer.from([...Buffer.from('{"name":"'), 0xc3, 0x28, 0x22, 0x7d])],
  ["overlong UTF-8", Buffer.from([...Buffer.from('{"name":"'), 0xc0, 0xaf, 0x22, 0x7d])],
  ["a surrogate in UTF-8", Buffer.from([...Buffer.from('{"a":"'), 0xed, 0xa0, 0x80, 0x22, 0x7d])],
  ["a lone high surrogate", '{"name":"\\ud800"}'],
  ["a lone low surrogate", '{"name":"\\udc00x"}'],
  ["a repeated key", '{"name":"a","name":"b"}'],
  ["a repeated key, once escaped", '{"name":"a","n\\u0061me":"b"}'],
  ["a repeated key within", '{"metadata":{"a":1,"a":2}}'],
  ["33 levels", nested(33)],
  ["1000 levels of arrays", `{"a":${"[".repeat(1000)}${"]".repeat(1000)}}`],
  ["HTML", "<html></html>"],
  ["a form", "name=x&uid=y"],
];

/** Calls that accept a body without reading it. */
const unreadBodies = ["reportUserSession", "createJwt"];
const bodyCalls = operations.filter(
  ({ exampleBody, id }) => exampleBody !== undefined && !unreadBodies.includes(id),
);
const fill = (path: string): string =>
  path
    .replace("{uid}", uid)
    .replace("{token}", token.id)
    .replace("{key}", key.id)
    .replace("{role}", "default");
const clientFor = (access: string[]): Client =>
  access.includes("fullAccess") ? admin : anyone.with({ authToken: token.authToken });

describe.each(bodyCalls)("$method $path", ({ method, path, access, exampleBody }) => {
  it.each(brokenBodies)("refuses %s", async (_name, body) => {
    const { status, error } = await clientFor(access).call(method.toUpperCase(), fill(path), {
      body,
    });
    expect(status).toBe(400);
    expect(error.code).toBe("ERR_BAD_REQUEST");
    expect(error.message).toMatch(/JSON/);
  });

  it.each(["1e400", "-1e309", "0e370"])("rejects %s, and says where", async (number) => {
    const body = `{"deep":[{"v":${number}}]}`;
    const answer = await clientFor(access).call(method.toUpperCase(), fill(path), { body });
    expect(answer.outcome).toBe("400 ERR_BAD_REQUEST");
    expect(answer.error.details).toHaveProperty(["deep[0].v"]);
  });

  it("rejects an unknown field", async () => {
    const body = { ...(exampleBody as object), isAdmin: true };
    const answer = await clientFor(access).call(method.toUpperCase(), fill(path), { body });
    expect(answer.error.details).toHaveProperty("isAdmin");
  });

  it("rejects slightly more than 1 MB", async () => {
    const body = JSON.stringify({ name: "x".repeat(1024 * 1024) });
    const headers = { origin: "https://app.example.com" };
    const answer = await clientFor(access).call(method.toUpperCase(), fill(path), {
      body,
      headers,
    });
    expect(answer.status).toBe(413);
    expect(answer.error.code).toBe("ERR_PAYLOAD_TOO_LARGE");
    expect(answer.headers["access-control-allow-origin"]).toBe("*");
  });
});

describe("a body that is not JSON", () => {
  const advice = async (body: string, type: string) =>
    (await admin.post("/v3/users", body, { "content-type": type })).error.devMessage;

  it("is reported with its place", async () => {
    const json = "application/json";
    expect(await advice('{\n  "uid": "a",\n  "name": A\n}', json)).toContain("line 3, column 11");
    expect(await advice('{"uid":"a","withAuthToken":True}', json)).toContain(
      "line 1, column 28; write true, false and null in lower case",
    );
  });

  it("is reported with its Content-Type", async () => {
    const form = "application/x-www-form-urlencoded";
    expect(await advice("uid=a&name=A", form)).toContain(`Content-Type of this request is ${form}`);
    expect(await advice("uid=a&name=A", "application/json")).not.toContain("Content-Type");
  });
});

describe("texts", () => {
  const named = (name: unknown): string => JSON.stringify({ uid: freshUid("text"), name });
  const row = (name: string, body: string, status: number): Row => ({
    name,
    call: "POST /v3/users",
    body,
    status,
    ...(status === 400 && { details: ["name"] }),
  });
  table(
    () => admin,
    [
      row("U+0000 in a name", named("a\0b"), 400),
      row("a line break in a name", named("a\nb"), 400),
      row("CR LF in a name", named("a\r\nSet-Cookie: x"), 400),
      row("DEL in a name", named("a\x7f"), 400),
      row("a bell in a name", named("\x07"), 400),
      row("characters outside of the BMP", named("🚀𝒳"), 200),
      row("an escaped surrogate pair", named("x").replace('"x"', '"\\ud83d\\ude80"'), 200),
      row("quotes, backslashes and markup", named(`"'\\</script><b>&amp;`), 200),
      row("right-to-left text", named("שלום (Avi)"), 200),
      row("a direction mark", named("\u200fשלום"), 400),
      row("a direction override", named("\u202eשלום"), 400),
      row("SQL", named("'; DROP TABLE users; --"), 200),
    ],
  );

  it("are returned unchanged", async () => {
    const name = `"'\\</script>🚀é\u00e9 ${"\u0301"}`;
    const made = await admin.post<User>("/v3/users", { uid: freshUid("text"), name });
    expect(made.data.name).toBe(name);
    const metadata = { "": "", é: ["\u0000", "\n", 1e300, -0.5, 9007199254740991] };
    const changed = await admin.put<User>(`/v3/users/${made.data.uid}`, { metadata });
    expect(changed.data.metadata).toEqual(metadata);
  });
});

describe("paths", () => {
  const paths = [
    "/",
    "/v3/",
    "/v3//users",
    "/v3/users/",
    "/v3/users//auth_tokens",
    "/v3/../v3/users",
    "/v3/%2e%2e/users",
    "/v3/users%2fcometchat-uid-1",
    "/v3/users/cometchat-uid-1%00",
    "/v3/users/%ff%fe",
    "/v3/users/<script>",
    "/v3/USERS",
    "/V3/users",
    "/v3.0.0/users",
    "/v3/users.json",
    "/v3/users;x=1",
    "/v3/auth_tokens",
    "/v3/apikeys/",
    "/.well-known/",
    "/openapi.yaml/",
    "/metrics",
    "/healthz",
    "/.env",
    "/etc/passwd",
    `/v3/${"a".repeat(8000)}`,
    `/v3/${"a/".repeat(2000)}`,
  ].filter((path) => path !== "/"); // In dev mode, / is the try-it page.
  table(
    () => admin,
    paths.map((path) => ({ name: path.slice(0, 40), call: `GET ${path}`, status: 404 })),
  );

  it("that are not well-formed are rejected", async () => {
    for (const path of ["/v3/users/%zz", "/v3/users/%", "/v3/users/%4"]) {
      const { status } = await admin.get(path);
      expect([400, 404], path).toContain(status);
    }
  });
});

describe("hundreds of mistakes", () => {
  const names = Array.from({ length: 500 }, (_, i) => `field${i}`);
  const fields = Object.fromEntries(names.map((name) => [name, 1]));
  it.each<[string, () => Promise<Answer>]>([
    ["in a body", () => admin.post("/v3/users", fields)],
    ["in a query", () => admin.get(`/v3/users?${names.join("=&")}`)],
    [
      "in a list",
      () => admin.delete("/v3/users", { uidsToDelete: names.map((name) => `${name} `) }),
    ],
    ["in a name", () => admin.post("/v3/users", { ["x".repeat(6_000)]: 1 })],
  ])("%s are answered briefly", async (_, call) => {
    const { status, error } = await call();
    expect(status).toBe(400);
    expect(JSON.stringify(error).length).toBeLessThan(8_000);
  });

  it("in an imported user are answered briefly", async () => {
    const { data } = await admin.post("/v3/data_import/users", { users: { odd: fields } });
    const answer = JSON.stringify(data);
    expect(answer).toContain("and more");
    expect(answer.length).toBeLessThan(8_000);
  });
});

describe("queries", () => {
  const refused = [
    "searchKey=%ff",
    "searchKey=%zz",
    "perPage=",
    "page=1e3",
    "perPage=%31%30x",
    "a=b=c",
    `x=${"y".repeat(4000)}`,
    "%ff=1",
    "=",
    "=x",
    "perPage=1&=x",
    "%zz",
    "per%00Page=1",
  ];
  table(
    () => admin,
    refused.map((query) => ({
      name: query.slice(0, 30),
      call: `GET /v3/users?${query}`,
      status: 400,
      code: "ERR_BAD_REQUEST",
    })),
  );
  const accepted = ["", "&&&", "perPage=%31", "per%50age=1"];
  table(
    () => admin,
    accepted.map((query) => ({
      name: `accepts ${query.slice(0, 30)}`,
      call: `GET /v3/users?${query}`,
      status: 200,
    })),
  );
});

describe("methods", () => {
  const unknown = ["PATCH", "TRACE", "PROPFIND", "LINK", "SEARCH"];
  const wrong = operations.map(({ path }) => path);
  /** Only paths outside the documented API return 405 for a wrong method (docs/adr/0004-http.md). */
  const refusal = (path: string): string =>
    /^\/(\.well-known|openapi)/.test(path) ? "405 ERR_METHOD_NOT_ALLOWED" : "404 ERR_API_NOT_FOUND";
  it.each(unknown)("%s is never accepted", async (method) => {
    for (const path of new Set(wrong)) {
      expect((await admin.call(method, fill(path))).outcome, path).toBe(refusal(path));
    }
  });

  it("a path accepts only its own methods", async () => {
    const has = new Set(operations.map(({ method, path }) => `${method} ${path}`));
    for (const path of new Set(wrong)) {
      for (const method of ["get", "post", "put", "delete"]) {
        if (has.has(`${method} ${path}`)) continue;
        const answer = await admin.call(method.toUpperCase(), fill(path).replace("{id}", "x"));
        expect(answer.outcome, `${method} ${path}`).toBe(refusal(path));
      }
    }
  });
});

describe("repeated headers", () => {
  const { authToken } = token;
  const other = "cometchat-uid-1_1771312489pZ3kQ9wXr5Tn8Yb2Lm7Vc4Hd0a1B2c";
  const row = (name: string, headers: Row["headers"], status: number): Row => ({
    name,
    call: "GET /v3/me",
    headers: headers ?? {},
    status,
    ...(status === 400 && { code: "ERR_BAD_REQUEST" }),
  });
  table(
    () => anyone,
    [
      row("the same token twice", { authToken: [authToken, authToken] }, 200),
      row("two tokens", { authToken: [authToken, other] }, 400),
      row("two tokens, the good one last", { authToken: [other, authToken] }, 400),
      row("two Authorizations", { authorization: [`Bearer ${authToken}`, `Bearer ${other}`] }, 400),
      row("two apps", { authToken, appId: [appId, "other"] }, 400),
      {
        ...row("two keys", { apikey: [apiKey, key.apiKey] }, 400),
        call: "GET /v3/users",
      },
    ],
  );
});

describe("half requests", () => {
  const head = "POST /v3/users HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
  it.each([
    ["nothing", ""],
    ["half a method", "PO"],
    ["half a head", head],
    ["half a body", `${head}apikey: ${apiKey}\r\nContent-Length: 50\r\n\r\n{"uid":"half","name":`],
    ["half a chunk", `${head}apikey: ${apiKey}\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{"uid":`],
    ["no last chunk", `${head}apikey: ${apiKey}\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n`],
  ])("%s, then the client disconnects", async (_name, bytes) => {
    const { answers, closed } = await exchange(server.url, bytes, { half: true });
    expect(closed).toBe(true);
    for (const { status } of answers) expect([400, 408]).toContain(status);
  });
});

it("after all of this, nothing has changed and the server still works", async () => {
  const after = await admin.get<User[]>("/v3/users?perPage=1000");
  for (const user of after.data.filter(({ uid: made }) => made.startsWith("text-"))) {
    await admin.delete(`/v3/users/${user.uid}?permanent=true`);
  }
  expect(await everything()).toBe(before);
  expect(server.log).not.toMatch(/"level":"(error|critical)"/);
});
