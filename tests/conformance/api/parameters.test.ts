/** Query parameters: each call accepts those in the contract, and rejects all others. */
import { afterAll, describe, expect, it } from "vitest";
import { newAdministrator } from "../../support/administrators";
import { Client, createUser, logIn, type Answer } from "../../support/client";
import { adminOperations, operations } from "../../support/contract";
import { startServe } from "../../support/parleyd";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("parameters");
const anyone = new Client(server.url);
const admin = anyone.with({ apikey: app.apiKey });
const { uid } = await createUser(admin);
const client = anyone.with({ authToken: (await logIn(admin, uid)).authToken });
const owner = await newAdministrator(server, "owner");

/** The parameters that an answer reports as unknown. A call with unknown parameters does nothing. */
function unknownIn({ status, text, error }: Answer<unknown>): string[] {
  expect(`${status} ${text}`).toMatch(/^400 .*ERR_BAD_REQUEST/);
  return Object.entries(error.details ?? {})
    .filter(([, reasons]) => reasons.some((reason) => reason.includes("not a parameter")))
    .map(([name]) => name);
}

interface AnyOperation {
  path: string;
  query: string[];
}
const filled = ({ path, query }: AnyOperation): string =>
  path.replace("{appId}", app.appId).replace(/\{\w+\}/g, "nothing") +
  `?${[...query, "unheardOf"].map((name) => `${name}=1`).join("&")}`;
const bodyOf = (method: string): object =>
  ["post", "put", "delete"].includes(method) ? { body: {} } : {};

describe("of the API", () => {
  const versioned = operations.filter(({ access }) => !access.includes("none"));
  it.each(versioned)("$id", async (operation) => {
    const { method, access } = operation;
    const caller = access.includes("fullAccess") ? admin : client;
    const answer = await caller.call(method.toUpperCase(), filled(operation), bodyOf(method));
    expect(unknownIn(answer)).toEqual(["unheardOf"]);
  });
});

describe("of the dashboard", () => {
  it.each(adminOperations)("$id", async (operation) => {
    const { method } = operation;
    const answer = await owner.api.call(method.toUpperCase(), filled(operation), bodyOf(method));
    expect(unknownIn(answer)).toEqual(["unheardOf"]);
  });
});

it.each(["uids", "roles", "role", "tags", "uids[]"])(
  "an empty %s selects nothing",
  async (name) => {
    const { error } = await admin.get(`/v3/users?${name}=`);
    expect(error.code).toBe("ERR_BAD_REQUEST");
    expect(Object.keys(error.details ?? {})).toEqual([name.replace("[]", "")]);
  },
);

it("suggests the right name for a misspelled one", async () => {
  const { error } = await admin.get("/v3/users?serachKey=a&perPage=1");
  expect(error.code).toBe("ERR_BAD_REQUEST");
  expect(error.details).toEqual({
    serachKey: ["is not a parameter of this call; did you mean searchKey?"],
  });
});

it.each([
  ["Page", "page"],
  ["per-page", "perPage"],
  ["SEARCHKEY", "searchKey"],
])("suggests the same name in another spelling for %s", async (name, meant) => {
  const { error } = await admin.get(`/v3/users?${name}=2`);
  expect(error.details?.[name]).toEqual([
    `is not a parameter of this call; did you mean ${meant}?`,
  ]);
});

it("that have one value are rejected as lists", async () => {
  const { error } = await admin.get("/v3/users?status[]=online&perPage[0]=1&uids[0]=a");
  expect(Object.keys(error.details ?? {}).sort()).toEqual(["perPage[0]", "status[]"]);
});

it("are checked after the credential", async () => {
  const answer = await anyone.get("/v3/users?unheardOf=1", { apikey: "0".repeat(40) });
  expect(answer.status).toBe(401);
});
