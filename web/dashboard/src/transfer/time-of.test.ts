import { afterEach, describe, expect, it } from "vitest";
import { timeOf } from "./time-of";

const zone = process.env["TZ"];
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

describe("a time in a file", () => {
  it.each(["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"])(
    "without a zone is UTC, in a browser in %s too",
    (browserZone) => {
      process.env["TZ"] = browserZone;
      // 2:30 does not exist in New York on that day.
      expect(timeOf("2024-03-10 02:30:00")).toEqual({ seconds: 1_710_037_800 });
      expect(timeOf("2024-03-10T02:30:00")).toEqual({ seconds: 1_710_037_800 });
      expect(timeOf("2024-03-10 02:30")).toEqual({ seconds: 1_710_037_800 });
      expect(timeOf("2024-03-10")).toEqual({ seconds: 1_710_028_800 });
    },
  );

  it.each([
    ["1600000000", 1_600_000_000],
    [1_600_000_000, 1_600_000_000],
    [" 1600000000 ", 1_600_000_000],
    ["2020-09-13T12:26:40Z", 1_600_000_000],
    ["2020-09-13T12:26:40.999Z", 1_600_000_000],
    ["2020-09-13t14:26:40+02:00", 1_600_000_000],
    ["2020-09-13 04:56:40-0730", 1_600_000_000],
    ["2020-09-13 14:26:40.123456+02", 1_600_000_000],
    ["2020-09-13 12:26:40 UTC", 1_600_000_000],
    ["2024-02-29", 1_709_164_800],
    ["2020-09-13T12:26:40-23:59", 1_600_086_340],
    ["2000-01-01T00:00:00Z", 946_684_800],
    [946_684_800, 946_684_800],
    ["2050-01-01", 2_524_608_000],
    ["99999999999", 99_999_999_999],
  ])("%j is read", (value, seconds) => {
    expect(timeOf(value)).toEqual({ seconds });
  });

  it.each([
    ["1600000000000", "not milliseconds"],
    [946_684_800_000, "not milliseconds"],
    [1_600_000_000_000_000, "Unix seconds or ISO 8601"],
    ["100000000000", "Unix seconds or ISO 8601"],
    ["202403101230", "Unix seconds or ISO 8601"],
    ["20240310123000", "Unix seconds or ISO 8601"],
    ["20240310", "not be before 2000-01-01T00:00:00Z: write Unix seconds or ISO 8601"],
    [45_361, "not be before 2000-01-01T00:00:00Z: write Unix seconds or ISO 8601"],
    ["45361.5", "Unix seconds or ISO 8601"],
    [2_024, "not be before 2000-01-01T00:00:00Z: write Unix seconds or ISO 8601"],
    [946_684_799, "not be before 2000-01-01"],
    ["1999-12-31T23:59:59Z", "not be before 2000-01-01"],
    ["2000-01-01T00:30:00+01:00", "not be before 2000-01-01"],
    ["5138-11-16T09:46:40Z", "more than one day in the future"],
    ["9999-12-31", "more than one day in the future"],
    ["-1", "not be before 2000-01-01"],
    ["1969-12-31", "not be before 2000-01-01"],
    ["no-such-date", "is not a time: write Unix seconds or ISO 8601"],
    ["10.03.2024", "Unix seconds or ISO 8601"],
    ["3/10/2024", "Unix seconds or ISO 8601"],
    ["2023-02-29", "Unix seconds or ISO 8601"],
    ["2024-13-01", "Unix seconds or ISO 8601"],
    ["2024-03-10 25:00:00", "Unix seconds or ISO 8601"],
    ["2024-03-10T02:30:00+25:00", "Unix seconds or ISO 8601"],
    ["2024-03-10T02:30:00+24:00", "Unix seconds or ISO 8601"],
    ["2024-03-10T02:30:00+01:99", "Unix seconds or ISO 8601"],
    ["2024-03-10T02:30:00-0160", "Unix seconds or ISO 8601"],
    ["2024-03-10T02:30:00+99", "Unix seconds or ISO 8601"],
    ["2024-03-10 02:30:00 CET", "Unix seconds or ISO 8601"],
    ["2024-03-10 and later", "Unix seconds or ISO 8601"],
    ["1600000000.5", "Unix seconds or ISO 8601"],
    [true, "Unix seconds or ISO 8601"],
  ])("%j is refused: %s", (value, reason) => {
    expect(timeOf(value)).toEqual({ reason: expect.stringContaining(reason) as string });
  });
});
