import { describe, expect, it } from "vitest";
import type { User } from "../api/types";
import { parseExactly } from "../base/exact-json";
import { batchesOf } from "./batches";
import { beginning, userLine } from "./user-line";

const user = {
  uid: "superhero1",
  name: '=Iron "Man"',
  role: "hero",
  status: "offline",
  statusMessage: "two\nlines, and more",
  tags: ["a;b", "c"],
  metadata: { plan: "gold", "@private": { n: 1 } },
  createdAt: 1_600_000_000,
  updatedAt: 1_600_000_001,
  lastActiveAt: 0,
  deactivatedAt: 0,
  hasBlockedMe: false,
  blockedByMe: false,
} satisfies User;

describe("a user in a file", () => {
  it("is escaped and quoted, with empty cells for absent values", () => {
    expect(userLine("csv", { ...user, tags: ["a", "b"], statusMessage: undefined })).toBe(
      `superhero1,"'=Iron ""Man""",,,hero,,a;b,"{""plan"":""gold"",""@private"":{""n"":1}}",1600000000,,\r\n`,
    );
    expect(beginning("csv")).toContain("createdAt,lastActiveAt,deactivatedAt\r\n");
  });

  it.each(["csv", "ndjson"] as const)("is imported unchanged from %s", async (format) => {
    await comesBack(format, user);
    await comesBack(format, { ...user, deactivatedAt: 1_700_000_000 });
    const formulas = { name: "'=1", statusMessage: "a;=1+1;''-2", tags: ["a", "-b", "'=c"] };
    await comesBack(format, {
      ...user,
      ...formulas,
      metadata: { plan: "gold;=1", "@x": { n: 1 } },
    });
  });

  it.each(["csv", "ndjson"] as const)("keeps spaces around tags in %s", async (format) => {
    for (const tags of [[" vip"], ["a", "b "], ["\u00a0c", "d"]]) {
      await comesBack(format, { ...user, tags });
    }
  });

  it.each(["csv", "ndjson"] as const)(
    "keeps numbers that JavaScript would round in %s",
    (format) => {
      const json = '{"id":[1546130668394913822,-1e16,0.1,"1e16","\\"1546130668394913822"]}';
      const line = userLine(format, { ...user, metadata: parseExactly(json) as User["metadata"] });
      expect(line.replaceAll('""', '"')).toContain(json);
    },
  );

  async function comesBack(format: "csv" | "ndjson", user: User): Promise<void> {
    const file = new Blob([beginning(format), userLine(format, user)]);
    const batches = [];
    for await (const batch of batchesOf(file, format)) batches.push(batch);
    const { uid, name, role, statusMessage, tags, metadata, createdAt } = user;
    const { deactivatedAt } = user;
    const kept = { name, role, statusMessage, tags, metadata, createdAt };
    expect(batches).toMatchObject([
      { rows: [{ uid, user: deactivatedAt ? { ...kept, deactivatedAt } : kept }], bad: [] },
    ]);
    expect(batches[0]?.ignored).toEqual([]);
  }
});
