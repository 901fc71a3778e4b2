import { describe, expect, it } from "vitest";
import { batchesOf, type Batch } from "./batches";
import type { FileFormat } from "./format";
import { BATCHING } from "./position";

async function read(content: BlobPart, format: FileFormat = "csv") {
  const batches: Batch[] = [];
  for await (const batch of batchesOf(new Blob([content]), format)) batches.push(batch);
  return batches;
}

const lines = (count: number) => Array.from({ length: count }, (_, index) => `u${index},Name`);

describe("the batches of a file", () => {
  it("have 50 lines, valid or not, and increasing indexes", async () => {
    const batches = await read(["uid,name", ...lines(119), ",Nobody"].join("\n"));
    expect(batches.map(({ index, rows, bad }) => [index, rows.length, bad.length])).toEqual([
      [0, 50, 0],
      [1, 50, 0],
      [2, 19, 1],
    ]);
    expect(batches[2]?.bad).toEqual([{ line: 121, uid: "", reasons: ["uid must not be empty"] }]);
  });

  it("refuse a repeated UID, ignoring case", async () => {
    const [batch] = await read("uid,name\na,A\nb,B\nA,C\n");
    expect(batch?.bad).toEqual([{ line: 4, uid: "A", reasons: ["the same uid is on line 2"] }]);
    expect(batch?.rows.map(({ uid }) => uid)).toEqual(["a", "b"]);
  });

  it("recognize columns by name, and list ignored ones", async () => {
    const [batch] = await read("\uFEFFName;UID;Status_Message;shoe size\nTony;t;'=1+1;44\n");
    expect(batch?.rows).toEqual([
      { line: 2, uid: "t", user: { name: "Tony", statusMessage: "=1+1" } },
    ]);
    expect(batch?.ignored).toEqual(["shoe size"]);
  });

  it("refuse lines with more or fewer cells", async () => {
    const [batch] = await read("uid,name\na\nb,B,C\n");
    expect(batch?.bad.map(({ reasons }) => reasons[0])).toEqual([
      "has 1 cell, but the first line has 2",
      "has 3 cells, but the first line has 2",
    ]);
  });

  it("omit empty rows, which spreadsheets save as delimiters", async () => {
    const [batch] = await read(";;\r\nuid;name;\r\n;;\r\na;A;\r\n  ;\t;\r\n;;\r\n");
    expect(batch).toMatchObject({ rows: [{ line: 4, uid: "a" }], bad: [], ignored: [] });
  });

  it("use the delimiter of a sep= line", async () => {
    const [batch] = await read("\uFEFFsep=;\r\nuid;name\r\na;Stark, Tony, Pepper\r\n");
    expect(batch).toMatchObject({
      rows: [{ line: 3, uid: "a", user: { name: "Stark, Tony, Pepper" } }],
      bad: [],
    });
  });

  it.each(["csv", "ndjson"] as const)(
    "read a JSON array from a file of type %s",
    async (format) => {
      const users = [
        { uid: "a", name: "A", tags: ["x"], deactivatedAt: 1_700_000_000 },
        { uid: "b", name: "]},{" },
        { uid: "A", name: "Again" },
        7,
      ];
      const [batch] = await read(`\uFEFF \n${JSON.stringify(users, null, 1)}\n`, format);
      expect(batch?.rows.map(({ user }) => user)).toEqual([
        { name: "A", tags: ["x"], deactivatedAt: 1_700_000_000 },
        { name: "]},{" },
      ]);
      expect(batch?.bad.map(({ reasons }) => reasons[0])).toEqual([
        "the same uid is in entry 1",
        "is not a JSON object",
      ]);
      expect(batch).toMatchObject({ unit: "entry", bad: [{ line: 3 }, { line: 4 }] });
    },
  );

  it("report a JSON array that is cut off", async () => {
    const [batch] = await read('[{"uid":"a","name":"A"},', "ndjson");
    expect(batch?.bad).toMatchObject([{ reasons: [expect.stringContaining("incomplete")] }]);
  });

  it.each(["data", "users"])("read a JSON array in the field %s", async (name) => {
    const users = [{ uid: "a", name: "A", status: "offline" }, { uid: "b", name: "B" }, 7];
    const meta = { pagination: { total: 3 }, cursor: "x", uid: "m", list: [{ uid: "n" }] };
    const other = { [name === "data" ? "users" : "data"]: { total: 3 } };
    for (const list of [
      { [name]: users, meta },
      { meta, [name]: users },
      { ok: true, meta, ...other, [name]: users, text: "[" },
      { ...other, meta: "x".repeat(70_000), [name]: users },
    ]) {
      for (const text of [JSON.stringify(list), `\uFEFF\n${JSON.stringify(list, null, 2)}\n`]) {
        const [batch] = await read(text, "ndjson");
        expect(batch?.rows.map(({ uid }) => uid)).toEqual(["a", "b"]);
        expect(batch).toMatchObject({ unit: "entry", bad: [{ line: 3 }], ignored: ["status"] });
      }
    }
    await expect(read(JSON.stringify({ [name]: [] }))).rejects.toMatchObject({ code: "empty" });
  });

  it.each([
    { users: { a: { name: "A" } } },
    { data: { a: { name: "A" } } },
    { people: [{ uid: "a", name: "A" }] },
  ])("refuse any other JSON object that holds users: %j", async (object) => {
    for (const text of [JSON.stringify(object), JSON.stringify(object, null, 2)]) {
      await expect(read(text, "ndjson")).rejects.toMatchObject({
        code: "json-object",
        message: expect.stringContaining("as a JSON array") as string,
      });
    }
  });

  it.each([
    '{"data":[{"uid":"a"}],"users":[{"uid":"b"}]}',
    '{"users":[{"uid":"b"}],"data":[{"uid":"a"}]}',
    '{"data":[{"uid":"a"}],"data":[{"uid":"b"}]}',
    '{"data":[{"uid":"a"}],"meta":1,"d\\u0061ta":[{"uid":"b"}]}',
    '{"meta":1,"meta":{},"data":[{"uid":"a"}]}',
  ])("refuse %s, which can be read in several ways", async (text) => {
    await expect(read(text, "ndjson")).rejects.toMatchObject({ code: "ambiguous-json" });
  });

  it.each([
    '{"data":[{"uid":"a"}]}\n{"data":[{"uid":"b"}]}',
    '{"data":[{"uid":"a"}]} more',
    '{\n"uid": "a",\n"name": "A"}',
    '{\n"name": "A",\n"uid": "a"}',
    '{\n"data": [{"uid": "a"}],\n"uid": "b"}',
  ])("refuse %j, which is not around the only list of the file", async (text) => {
    await expect(read(text, "ndjson")).rejects.toMatchObject({ code: "json-object" });
  });

  it.each([
    '{"uid":"a","name":"A","data":[{"x":1}],"users":[{}]}',
    '{"users":[{}],"data":[{"x":1}],"name":"A","uid":"a"}',
  ])("read %s as a user, whatever the order of its fields", async (text) => {
    const [batch] = await read(`${text}\n{"uid":"b","name":"B"}`, "ndjson");
    expect(batch).toMatchObject({ unit: "line", rows: [{ uid: "a" }, { uid: "b" }], bad: [] });
  });

  it("refuse only a damaged first line of NDJSON", async () => {
    const [batch] = await read('{"name":"A","uid":"a"\n{"uid":"b","name":"B"}', "ndjson");
    expect(batch).toMatchObject({ unit: "line", rows: [{ uid: "b" }], bad: [{ line: 1 }] });
  });

  it.each([
    ['{"uid":"a","uid":"b","name":"A"}', "uid"],
    ['{"uid":"a","name":"A","metadata":{"x":[{"y":1,"y":2}]}}', "y"],
    ['{"uid":"a","name":"A","more":{"z":1,"\\u007a":2}}', "z"],
  ])("refuse the row %s, which repeats a field", async (row, field) => {
    const reasons = [`has the field "${field}" more than once in the same object`];
    const good = '{"uid":"c","name":"C"}';
    for (const text of [
      `${row}\n${good}`,
      `[${row},${good}]`,
      `{"meta":{},"data":[${row},${good}]}`,
    ]) {
      const [batch] = await read(text, "ndjson");
      expect(batch).toMatchObject({ rows: [{ uid: "c" }], bad: [{ line: 1, reasons }] });
    }
  });

  it("refuse only the line if a later one holds users", async () => {
    const [batch] = await read('{"uid":"a","name":"A"}\n{"people":[{"uid":"b"}]}', "ndjson");
    expect(batch?.rows.map(({ uid }) => uid)).toEqual(["a"]);
    expect(batch?.bad).toMatchObject([{ line: 2, uid: "" }]);
  });

  it("refuse numbers that would be rounded", async () => {
    const metadata = '{"id":1546130668394913822}';
    const [batch] = await read(`{"uid":"a","name":"A","metadata":${metadata}}`, "ndjson");
    expect(batch?.bad).toMatchObject([
      { uid: "a", reasons: [expect.stringContaining('"1546130668394913822"')] },
    ]);
    const [csv] = await read(`uid,name,metadata\na,A,"${metadata.replaceAll('"', '""')}"\n`);
    expect(csv?.bad).toMatchObject([
      { uid: "a", reasons: [expect.stringContaining("metadata has a number beyond")] },
    ]);
  });

  it("read NDJSON", async () => {
    const [batch] = await read('{"uid":"a","name":"A","x":1}\n\n[]\n{"uid":"b"', "ndjson");
    expect(batch?.rows).toEqual([{ line: 1, uid: "a", user: { name: "A" } }]);
    expect(batch?.bad.map(({ line }) => line)).toEqual([3, 4]);
    expect(batch?.ignored).toEqual(["x"]);
  });

  // Positions stored in browsers count batches.
  it("must not change without a new BATCHING", async () => {
    const sizes = (batches: Batch[]) => batches.map(({ rows, bad }) => rows.length + bad.length);
    const name = "y".repeat(10_000);
    const rows = Array.from({ length: 150 }, (_, index) =>
      index % 7 === 0 ? ";" : index % 11 === 0 ? ";Nobody" : `u${index};A`,
    );
    const users = rows.map((_, index) => (index % 5 === 0 ? index : { uid: `u${index}`, name }));
    expect({
      version: BATCHING,
      csv: sizes(await read(["", "uid;name", ...rows].join("\r\n"))),
      json: sizes(await read(JSON.stringify(users))),
    }).toEqual({ version: 3, csv: [50, 50, 28], json: [37, 36, 36, 37, 4] });
  });

  it("are smaller if users are large", async () => {
    const metadata = { text: "x".repeat(5_000) };
    const user = (uid: string) => JSON.stringify({ uid, name: "y".repeat(10_000), metadata });
    const content = Array.from({ length: 40 }, (_, index) => user(`u${index}`)).join("\n");
    const batches = await read(content, "ndjson");
    expect(batches.map(({ rows }) => rows.length)).toEqual([19, 19, 2]);
  });

  it.each([
    ["no-uid", "id,name\n1,A\n"],
    ["empty", ""],
    ["empty", "\n \n"],
    ["only-columns", "uid,name\n"],
    ["only-columns", "\uFEFFsep=;\r\nuid;name\r\n;\r\n"],
    ["not-utf8", new Uint8Array([0x75, 0x69, 0x64, 0x0a, 0xe4, 0x0a])],
  ])("are refused as %s", async (code, content) => {
    await expect(read(content)).rejects.toMatchObject({ code });
  });
});
