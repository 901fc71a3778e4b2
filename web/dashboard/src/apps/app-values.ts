import type { App, UpdateApp } from "../api/types";
import { changed } from "../form/changed";
import { wholeNumber } from "../form/whole-number";
import { strings } from "../strings/apps";
import { strings as checks } from "../strings/checks";
import { lifetimeOf, LONGEST_SECONDS, secondsOf, type Lifetime } from "./lifetime";

const MOST_TOKENS = 10_000;
const MOST = 2 ** 32 - 1;

/** The values of the settings form. Numbers and lists are kept as typed. */
export interface AppValues {
  name: string;
  region: string;
  mode: App["mode"];
  tokenTtl: Lifetime;
  idleTimeout: Lifetime;
  maxTokensPerUser: string;
  /** One per line. */
  allowedOrigins: string;
  corePerMinute: string;
  otherPerMinute: string;
}

/** The initial form values for this app. */
export function appValuesOf(app: App): AppValues {
  return {
    name: app.name,
    region: app.region,
    mode: app.mode,
    tokenTtl: lifetimeOf(app.tokenTtl),
    idleTimeout: lifetimeOf(app.idleTimeout),
    maxTokensPerUser: String(app.maxTokensPerUser),
    allowedOrigins: app.allowedOrigins.join("\n"),
    corePerMinute: String(app.corePerMinute),
    otherPerMinute: String(app.otherPerMinute),
  };
}

/** The request body with the changes from `before` to `values`, which must be valid. */
export function appUpdateOf(before: AppValues, values: AppValues): UpdateApp {
  return changed(settingsOf(before), settingsOf(values));
}

function settingsOf(values: AppValues): UpdateApp {
  return {
    name: values.name,
    region: values.region,
    mode: values.mode,
    tokenTtl: secondsOf(values.tokenTtl),
    idleTimeout: secondsOf(values.idleTimeout),
    maxTokensPerUser: wholeNumber(values.maxTokensPerUser),
    allowedOrigins: linesOf(values.allowedOrigins),
    corePerMinute: wholeNumber(values.corePerMinute),
    otherPerMinute: wholeNumber(values.otherPerMinute),
  };
}

export function checkLifetime(value: Lifetime): string | undefined {
  const seconds = secondsOf(value);
  if (seconds === undefined) return checks.wholeNumber;
  // 0 means no limit in the API; in the form, that is the unit "never".
  if (seconds === 0 && value.unit !== "never") return strings.check.noLimit;
  return seconds > LONGEST_SECONDS ? strings.check.lifetime(LONGEST_SECONDS) : undefined;
}

export function checkMaxTokens(value: string): string | undefined {
  const count = wholeNumber(value) ?? 0;
  const isInRange = count >= 1 && count <= MOST_TOKENS;
  return checkLimit(value) ?? (isInRange ? undefined : strings.check.maxTokens(MOST_TOKENS));
}

export function checkLimit(value: string): string | undefined {
  const count = wholeNumber(value);
  if (count === undefined) return checks.wholeNumber;
  return count > MOST ? checks.tooLarge : undefined;
}

/** Regions and App IDs follow the same rule. */
function checkLabel(value: string): string | undefined {
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(value) ? undefined : strings.check.label;
}

export const checkRegion = checkLabel;

/** An empty ID is valid: the server generates one. */
export function checkAppId(value: string): string | undefined {
  return value === "" ? undefined : checkLabel(value);
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Names lines of the text in an error about origins, which counts them from 0 without empty ones. */
export function namingLines(error: string | undefined, text: string): string | undefined {
  const numbers = text
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [index + 1]));
  return error?.replace(/\ballowedOrigins\[(\d+)\]/g, (path, index: string) => {
    const number = numbers[Number(index)];
    return number === undefined ? path : strings.line(number);
  });
}
