// sdk/js/src/server-codes.ts
import { banner } from "./catalogue.mjs";

export function sdkCodes(errors) {
  return `// ${banner}.

/** Every code a server can answer in \`error.code\`. */
export type ServerCode =
${errors
  .filter(({ surface }) => surface !== "dashboard")
  .map(({ code }) => `  | "${code}"`)
  .join("\n")};
`;
}
