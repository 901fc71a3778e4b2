#!/usr/bin/env node
// tools/compress-assets.mjs FOLDER: writes `name.br` and `name.gz` next to every text file of a
// built page that becomes smaller. cmake/EmbedAssets.cmake embeds them in the server.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const isText = (name) => /\.(css|html|js|json|svg|txt|yaml)$/.test(name);
/** Bytes; saving less is not worth the Content-Encoding header. */
const leastSaved = 200;

const compressors = {
  br: (bytes) =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

function compress(file) {
  const bytes = readFileSync(file);
  for (const [extension, compressed] of Object.entries(compressors)) {
    const result = compressed(bytes);
    if (result.length + leastSaved <= bytes.length) writeFileSync(`${file}.${extension}`, result);
  }
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("Usage: tools/compress-assets.mjs FOLDER");
  process.exit(2);
}
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (entry.isFile() && isText(entry.name))
    compress(join(entry.parentPath ?? entry.path, entry.name));
}
