// sdk/js/src/server-codes.ts
import { banner } from "./catalogue.mjs";

export function sdkCodes(errors) {
  return `// ${banner}.

/** Every code a server can answer in \`error.code\`. */
export const SERVER_CODES = [
${errors.map(({ code }) => `  "${code}",`).join("\n")}
] as const;

export type ServerCode = (typeof SERVER_CODES)[number];
`;
}
