/** The pages with code blocks that the documentation's checks read, relative to the root. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

export const docPages = [
  ...["docs/guide", "docs/operate"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  ),
  "README.md",
  "sdk/js/README.md",
];
