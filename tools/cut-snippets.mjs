/**
 * tools/cut-snippets.mjs [--check]
 *
 * Fills each code block that follows a line such as
 * `<!-- snippet: sdk/js/examples/logout.ts#logout -->` in the docs and the READMEs from the region
 * `// #region logout` (in shell: `# #region logout`) of that file, which the tests run. With
 * --check, it writes nothing and lists the pages that differ.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { docPages } from "./doc-pages.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const check = process.argv.includes("--check");
const marker = /<!-- snippet:/g;
const block = /(<!-- snippet: (\S+)#(\S+) -->\n\n?)```\w*\n[\s\S]*?\n```/g;

function region(file, name) {
  const pattern = `(?://|#) #region ${name}\\n( *)([\\s\\S]*?)\\n *(?://|#) #endregion ${name}\\n`;
  const found = new RegExp(pattern).exec(readFileSync(file, "utf8"));
  if (!found) throw new Error(`${file} has no region ${name}`);
  const [, indent, text] = found;
  return text.replaceAll(`\n${indent}`, "\n");
}

function fill(page, text) {
  if (text.match(marker)?.length !== text.match(block)?.length) {
    throw new Error(`${page}: a snippet marker has no region, or no code block follows it`);
  }
  return text.replace(block, (_all, line, file, name) => {
    const language = extname(file).slice(1).replace("mjs", "js");
    return `${line}\`\`\`${language}\n${region(file, name)}\n\`\`\``;
  });
}

for (const page of docPages) {
  const before = readFileSync(page, "utf8");
  const after = fill(page, before);
  if (after === before) continue;
  if (check) {
    console.error(`${page} differs from the examples: run node tools/cut-snippets.mjs`);
    process.exitCode = 1;
  } else {
    writeFileSync(page, after);
    console.log(`wrote ${page}`);
  }
}
