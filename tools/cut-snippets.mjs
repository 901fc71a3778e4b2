/**
 * tools/cut-snippets.mjs [--check]
 *
 * Fills the code blocks of docs/guide and the README that follow a line such as
 * `<!-- snippet: sdk/js/examples/logout.ts#logout -->` from the region `// #region logout` of that
 * file, which the tests run. With --check it only says which pages differ.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const check = process.argv.includes("--check");
const pages = readdirSync("docs/guide").map((name) => join("docs/guide", name));
const block = /(<!-- snippet: (\S+)#(\S+) -->\n\n?)```\w*\n[\s\S]*?\n```/g;

function region(file, name) {
  const text = readFileSync(file, "utf8");
  const found = new RegExp(`// #region ${name}\\n([\\s\\S]*?)\\n// #endregion ${name}`).exec(text);
  if (!found) throw new Error(`${file} has no region ${name}`);
  return found[1];
}

const language = (file) => extname(file).slice(1).replace("mjs", "js");
let stale = 0;
for (const page of [...pages, "README.md"]) {
  const before = readFileSync(page, "utf8");
  const after = before.replace(
    block,
    (_all, marker, file, name) => `${marker}\`\`\`${language(file)}\n${region(file, name)}\n\`\`\``,
  );
  if (after === before) continue;
  ++stale;
  if (check) console.error(`${page} differs from the examples: run node tools/cut-snippets.mjs`);
  else writeFileSync(page, after);
}
process.exitCode = check && stale > 0 ? 1 : 0;
