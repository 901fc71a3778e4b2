// sdk/js/src/server-codes.ts, and the SDK's own codes
import { banner } from "./catalogue.mjs";

export function sdkCodes(errors) {
  return `// ${banner}.

/** Every code that a server can return in \`error.code\`. */
export type ServerCode =
${errors
  .filter(({ surface }) => surface !== "dashboard")
  .map(({ code }) => `  | "${code}"`)
  .join("\n")};
`;
}

/** Reads sdk/js/src/errors/error-code.ts: each code with its comment. */
export function clientCodes(source) {
  const entries = source.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s+([A-Z_]+):/g);
  return Array.from(entries, ([, comment, code]) => ({
    code,
    when: comment.replace(/\s*\n\s*\*\s*/g, " ").trim(),
  }));
}
