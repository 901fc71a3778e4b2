// Builds dist/ and fails if a bundle is larger than the SDK promises.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import uglify from "uglify-js";
import { readNames } from "./names.mjs";

const BUDGET_BYTES = 15 * 1024;
const BUNDLES = [
  { file: "index.mjs", entry: "src/index.ts", format: "esm" },
  { file: "index.cjs", entry: "src/commonjs.ts", format: "cjs" },
  { file: "parley.global.js", entry: "src/global.ts", format: "iife" },
];

process.chdir(fileURLToPath(new URL(".", import.meta.url)));
const names = readNames("tsconfig.build.json", "src/index.ts");
rmSync("dist", { recursive: true, force: true });
await buildBundles();
buildTypes();
reportSizes();

async function buildBundles() {
  for (const { file, entry, format } of BUNDLES) {
    const { outputFiles } = await build({
      entryPoints: [entry],
      outfile: `dist/${file}`,
      format,
      bundle: true,
      mangleProps: new RegExp(`^(${names.members.join("|")})$`),
      sourcemap: true,
      write: false,
      target: "es2020",
      platform: "neutral",
      logLevel: "warning",
      logOverride: { "commonjs-variable-in-esm": "silent" }, // Intended in src/commonjs.ts.
    });
    writeMinified(file, format, ...outputFiles);
  }
}

/**
 * Minifies with uglify-js: it can keep the names of some classes, and its output is smaller than that of
 * esbuild.
 */
function writeMinified(file, format, map, bundle) {
  const {
    error,
    code,
    map: newMap,
  } = uglify.minify(bundle.text, {
    compress: { passes: 2, inline: 1, pure_getters: true, hoist_funs: true },
    mangle: { reserved: names.classes },
    module: true, // Every source is one, so strict mode can be assumed in all formats.
    toplevel: format !== "iife",
    output: { ascii_only: true },
    sourceMap: { content: map.text, url: `${file}.map` },
  });
  if (error) throw error;
  mkdirSync("dist", { recursive: true });
  writeFileSync(`dist/${file}`, code);
  writeFileSync(`dist/${file}.map`, newMap);
}

/** Writes the declarations twice, because those that require() finds must be marked as CommonJS. */
function buildTypes() {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { stdio: "inherit" });
  cpSync("dist/types", "dist/types-cjs", { recursive: true });
  writeFileSync("dist/types-cjs/package.json", '{ "type": "commonjs" }\n');
}

function reportSizes() {
  for (const { file } of BUNDLES) {
    const size = gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length;
    console.log(`dist/${file}: ${(size / 1024).toFixed(1)} KB gzipped`);
    if (size > BUDGET_BYTES) {
      console.error(`dist/${file} exceeds the budget of ${BUDGET_BYTES / 1024} KB gzipped.`);
      process.exitCode = 1;
    }
  }
}
