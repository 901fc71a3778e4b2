/** API scenarios as tables: the request, the expected status, and what the answer must and must not contain. */
import { expect, it } from "vitest";
import type { Client, Headers } from "./client";

export interface Row {
  name: string;
  /** "POST /v3/users" */
  call: string;
  headers?: Headers;
  body?: unknown;
  status: number;
  /** error.code */
  code?: string;
  /** Exactly the fields in error.details. */
  details?: string[];
  /** Texts that the answer must contain. */
  contains?: string[];
  /** Texts that the answer must not contain. */
  lacks?: string[];
}

/** Declares one test per row. `client` is called when the test runs. */
export function table(client: () => Client, rows: Row[]): void {
  it.each(rows)("$name", async (row) => {
    const [method, path] = splitCall(row.call);
    const answer = await client().call(method, path, {
      body: row.body,
      ...(row.headers && { headers: row.headers }),
    });
    expect(`${answer.status} ${answer.text}`).toMatch(new RegExp(`^${row.status} `));
    if (row.code) expect(answer.error.code).toBe(row.code);
    if (row.details) expect(Object.keys(answer.error.details ?? {}).sort()).toEqual(row.details);
    for (const text of row.contains ?? []) expect(answer.text).toContain(text);
    for (const text of row.lacks ?? []) expect(answer.text).not.toContain(text);
  });
}

function splitCall(call: string): [method: string, path: string] {
  const space = call.indexOf(" ");
  return [call.slice(0, space), call.slice(space + 1)];
}
