/** Checks frames from the server against contract/realtime.yaml. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { parse } from "yaml";

interface Contract {
  server: Record<string, object>;
  $defs: object;
  closeCodes: Record<string, string>;
}

const file = fileURLToPath(new URL("../../contract/realtime.yaml", import.meta.url));
const contract = parse(readFileSync(file, "utf8")) as Contract;
const ajv = new Ajv2020({ strict: false });
const validators = new Map<string, ValidateFunction>(
  Object.entries(contract.server).map(([name, schema]) => [
    name,
    ajv.compile({ ...schema, $defs: contract.$defs }),
  ]),
);

/** Throws unless the contract describes such a frame. */
export function checkFrame(frame: { type?: string; action?: unknown }): void {
  const name = frame.type ?? String(frame.action);
  const validate = validators.get(name);
  if (validate?.(frame) === true) return;
  throw new Error(
    `Not in the contract: ${JSON.stringify(frame)} ${ajv.errorsText(validate?.errors)}`,
  );
}

/** Throws unless the contract lists the code. */
export function checkCloseCode(code: number): void {
  if (!(code in contract.closeCodes)) throw new Error(`Not in the contract: close code ${code}`);
}
