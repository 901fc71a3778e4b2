#!/usr/bin/env node
// Turns contract/errors.yaml into the C++ enum and table, the documentation page and the list of
// codes of the SDK. With --check it writes nothing and exits 1 when one of them is stale.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { cppHeader, cppSource } from "./contract/cpp.mjs";
import { flatten, validate } from "./contract/catalogue.mjs";
import { docsPage } from "./contract/docs.mjs";
import { sdkCodes } from "./contract/sdk.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const source = "contract/errors.yaml";

const { errors } = parse(readFileSync(join(root, source), "utf8"));
const problems = validate(errors);
if (problems.length > 0) {
  for (const problem of problems) console.error(`${source}: ${problem}`);
  process.exit(1);
}

const entries = flatten(errors);
const outputs = {
  "src/base/error_code.hpp": cppHeader(entries),
  "src/base/error_code.cpp": cppSource(entries),
  "docs/guide/errors.md": docsPage(errors),
  "sdk/js/src/server-codes.ts": sdkCodes(errors),
};

const current = (path) => {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return undefined;
  }
};
const stale = Object.keys(outputs).filter((path) => current(path) !== outputs[path]);

if (process.argv.includes("--check")) {
  if (stale.length > 0) {
    console.error(
      `Stale: ${stale.join(", ")}. Run \`node tools/generate-contract.mjs\` and commit the result.`,
    );
    process.exit(1);
  }
} else {
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), outputs[path]);
    console.log(`wrote ${path}`);
  }
}
