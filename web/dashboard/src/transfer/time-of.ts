import { strings } from "../strings/transfer";

/** 2000-01-01T00:00:00Z. Smaller numbers are years, days such as 20240310, or days in Excel. */
const LEAST_SECONDS = 946_684_800;
/** As milliseconds this is in 1973, as seconds in the year 5138. */
const LEAST_MILLISECONDS = 100_000_000_000;
/** Milliseconds in 2286. Larger numbers are digits of a date, or microseconds. */
const MOST_MILLISECONDS = 10_000_000_000_000;

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s*(?:Z|UTC|GMT|([+-])([01]\d|2[0-3])(?::?([0-5]\d))?)?$/i;

/** A time in Unix seconds, or the reason why it is invalid. */
export type ReadTime = { seconds: number } | { reason: string };

/**
 * Reads Unix seconds or ISO 8601, from 2000 on. Times without a time zone are UTC. Whether a time is
 * in the future is left to the server: its clock decides.
 */
export function timeOf(value: unknown): ReadTime {
  const { time } = strings.reason;
  // String([42]) is "42", so lists must be refused first.
  if (typeof value === "object") return { reason: time.format };
  const text = String(value).trim();
  const isNumber = /^-?\d+$/.test(text);
  const seconds = isNumber ? Number(text) : secondsOfIso(text);
  if (seconds === undefined) return { reason: time.format };
  if (seconds < LEAST_SECONDS) return { reason: time.tooEarly };
  if (seconds < LEAST_MILLISECONDS) return { seconds };
  if (!isNumber) return { reason: time.tooLate };
  return { reason: isMilliseconds(seconds) ? time.milliseconds : time.format };
}

function isMilliseconds(number: number): boolean {
  return number >= LEAST_SECONDS * 1_000 && number < MOST_MILLISECONDS;
}

function secondsOfIso(text: string): number | undefined {
  const parts = ISO.exec(text);
  if (!parts) return undefined;
  const [year, month, day, hours, minutes, seconds] = parts.slice(1, 7).map((part = "0") => +part);
  const utc = Date.UTC(year!, month! - 1, day, hours, minutes, seconds);
  const offset = +(parts[8] ?? 0) * 3_600 + +(parts[9] ?? 0) * 60;
  // Date.UTC() turns February 30 into a day in March.
  const asUnderstood = new Date(utc).toISOString().slice(0, 19);
  const asWritten = `${parts.slice(1, 4).join("-")}T${[4, 5, 6].map((at) => parts[at] ?? "00").join(":")}`;
  if (asUnderstood !== asWritten) return undefined;
  return utc / 1_000 - (parts[7] === "-" ? -offset : offset);
}
