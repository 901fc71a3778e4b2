/** What systemd does when the server of deploy/parley.service exits. */
import { readFileSync } from "node:fs";

const unit = readFileSync(new URL("../../deploy/parley.service", import.meta.url), "utf8");

/** All values of a setting. Of settings with one value, systemd uses the last line. */
const valuesOf = (name: string): string[] =>
  [...unit.matchAll(new RegExp(`^${name}=(.*)$`, "gm"))].flatMap(([, value]) =>
    value!.split(/\s+/).filter(Boolean),
  );

/** Throws if a value is not a number: systemd also knows names, which the unit does not use. */
const exitCodesOf = (name: string): number[] =>
  valuesOf(name).map((value) => {
    if (!/^\d+$/.test(value)) throw new Error(`${name}: ${value} is not a number`);
    return Number(value);
  });

/** Whether systemd starts the server again, however often it has failed. */
export function restartsAfter(exitCode: number): boolean {
  if (exitCodesOf("RestartForceExitStatus").includes(exitCode)) return true;
  if (exitCodesOf("RestartPreventExitStatus").includes(exitCode)) return false;
  const isSuccess = [0, ...exitCodesOf("SuccessExitStatus")].includes(exitCode);
  const restart = valuesOf("Restart").at(-1) ?? "no";
  const policies = isSuccess ? ["always", "on-success"] : ["always", "on-failure"];
  return policies.includes(restart) && valuesOf("StartLimitIntervalSec").at(-1) === "0";
}
