#!/usr/bin/env node
// generate-schema [--check]: writes src/api/schema.ts with the types of contract/admin.yaml. With
// --check, fails if the file is out of date instead.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { parse } from "yaml";

const contract = new URL("../../../contract/admin.yaml", import.meta.url);
const output = new URL("../src/api/schema.ts", import.meta.url);

const document = parse(readFileSync(contract, "utf8"));
// api/client.ts adds the CSRF token to every call, so callers do not pass it.
for (const item of Object.values(document.paths)) {
  for (const operation of Object.values(item)) {
    if (!operation.parameters) continue;
    operation.parameters = operation.parameters.filter(({ $ref }) => !$ref?.endsWith("/CsrfToken"));
  }
}

const nodes = await openapiTS(document, {
  alphabetize: false,
  defaultNonNullable: false,
  emptyObjectsUnknown: true,
});
const text = `// Generated from contract/admin.yaml by tools/generate-schema.mjs; do not edit.\n\n${astToString(nodes)}`;

if (process.argv.includes("--check")) {
  if (readFileSync(output, "utf8") !== text) {
    console.error("src/api/schema.ts is out of date. Run: npm run schema");
    process.exit(1);
  }
} else {
  writeFileSync(output, text);
}
