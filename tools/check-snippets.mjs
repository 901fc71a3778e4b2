/**
 * tools/check-snippets.mjs
 *
 * Checks that readers can paste the code blocks of a documentation page, one after the other: they
 * parse, and every name is imported or defined on the page. JavaScript and TypeScript are also
 * type-checked against the SDK. Shell blocks of the guide may use the variables that
 * docs/guide/README.md sets.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { docPages } from "./doc-pages.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

// Prints the names that are used, but neither assigned, imported, declared nor built in.
const PYTHON = `
import ast, builtins, sys
nodes = list(ast.walk(ast.parse(sys.stdin.read())))
known = set(dir(builtins))
for node in nodes:
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)): known.add(node.name)
    if isinstance(node, ast.ExceptHandler): known.add(node.name)
    if isinstance(node, ast.arg): known.add(node.arg)
    if isinstance(node, ast.alias): known.add((node.asname or node.name).split(".")[0])
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load): known.add(node.id)
used = {node.id for node in nodes if isinstance(node, ast.Name)}
sys.exit("undefined: " + ", ".join(sorted(used - known)) if used - known else 0)
`;

/** All blocks of the page in one of the languages, as one program. */
function program(page, ...languages) {
  const block = new RegExp(`^( *)\`\`\`(?:${languages.join("|")})\\n([^]*?)\\n\\1\`\`\``, "gm");
  const text = readFileSync(page, "utf8");
  return [...text.matchAll(block)]
    .map(([, indent, code]) => code.replaceAll(new RegExp(`^${indent}`, "gm"), ""))
    .join("\n\n");
}

function fail(page, problem) {
  console.error(`${page}: ${problem}`);
  process.exitCode = 1;
}

function checkWith(command, args, page, input) {
  const { status, stderr, error } = spawnSync(command, args, { input, encoding: "utf8" });
  if (status !== 0) fail(page, `${command}: ${error?.message ?? stderr.trim()}`);
}

const namesOf = (code, pattern) => [...code.matchAll(pattern)].map(([, name]) => name);
const variablesSet = (code) => namesOf(code, /(?:^|\s)(\w+)=/gm);
const environment = [
  "HOME",
  "PATH",
  "PWD",
  "USER",
  ...variablesSet(program("docs/guide/README.md", "sh")),
];

function checkShell(page) {
  const code = program(page, "sh");
  checkWith("bash", ["-n"], page, code);
  if (!page.startsWith("docs/guide/")) return;
  const known = new Set([...environment, ...variablesSet(code)]);
  for (const name of namesOf(code, /\$\{?([A-Za-z_]\w*)/g)) {
    if (!known.has(name)) fail(page, `the shell variable ${name} is not set`);
  }
}

function checkPython(page) {
  const code = program(page, "py");
  if (code) checkWith("python3", ["-c", PYTHON], page, code);
}

/** Type-checks the pages as modules in sdk/js, where the packages that they import are found. */
function checkTypes() {
  const modules = new Map(
    docPages
      .map((page) => [page, program(page, "js", "ts")])
      .filter(([, code]) => code)
      .map(([page, code]) => [join("sdk/js", `${page.replaceAll("/", "-")}.ts`), { page, code }]),
  );
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: ["node"],
    paths: { "parley-sdk": [join(process.cwd(), "sdk/js/src/index.ts")] },
    moduleDetection: ts.ModuleDetectionKind.Force,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => modules.has(file) || fileExists(file);
  host.readFile = (file) => modules.get(file)?.code ?? readFile(file);
  host.getSourceFile = (file, target) =>
    modules.has(file)
      ? ts.createSourceFile(file, modules.get(file).code, target, true)
      : getSourceFile(file, target);
  const checked = ts.createProgram([...modules.keys()], options, host);
  for (const [file, { page }] of modules) {
    const source = checked.getSourceFile(file);
    const found = [
      ...checked.getSyntacticDiagnostics(source),
      ...checked.getSemanticDiagnostics(source),
    ];
    for (const { messageText, start } of found) {
      const line = source.text.slice(0, start).split("\n").length - 1;
      const text = ts.flattenDiagnosticMessageText(messageText, " ");
      fail(page, `${text}\n  ${source.text.split("\n")[line].trim()}`);
    }
  }
}

for (const page of docPages) {
  checkShell(page);
  checkPython(page);
}
checkTypes();
