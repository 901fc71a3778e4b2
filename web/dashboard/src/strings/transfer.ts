import { isolated } from "../base/isolated";
import { formatNumber } from "../base/number";
import type { Unit } from "../transfer/row";
import { strings as checks } from "./checks";

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${formatNumber(count)} ${many}`;

const units: Record<Unit, string> = { line: "lines", entry: "entries" };

const TIME = "Unix seconds or ISO 8601; UTC if there is no time zone";

const TIME_FORMS = "write Unix seconds or ISO 8601, such as 2020-09-13T12:26:40Z";

/** Strings of the page that imports and exports users. */
export const strings = {
  title: "Import and export",
  lead: "Import users from a file, or export all users.",
  import: {
    title: "Import users",
    lead: "From a CSV, JSON or NDJSON file. Nothing changes until you have seen what the import would do.",
    drop: "Drop a CSV, JSON or NDJSON file here",
    choose: "Choose a file",
    file: "File with users",
    columns: "Columns",
    timeZone: "Times without a time zone are read as UTC.",
    columnsText:
      "In CSV, the first line contains the column names. JSON is an array of objects, or an object with such an array in the field data or users; in NDJSON, each line is one object.",
    columnMeaning: {
      uid: "required; 1-100 characters from a-z, 0-9, - and _",
      name: "required",
      avatar: "an http or https URL",
      link: "an http or https URL",
      role: "the ID of an existing role; default if empty",
      statusMessage: "up to 255 characters",
      tags: "separated by ; in CSV",
      metadata: "a JSON object",
      createdAt: TIME,
      lastActiveAt: TIME,
      deactivatedAt: `${TIME}; empty or 0 for active users`,
    },
    otherColumns: "Other columns are ignored.",
    example: "Download an example file",
    hashing: "Reading the file",
    checking: "Checking the file",
    importing: "Importing",
    ofFile: (percent: number) => `${percent}%`,
    ofRows: (done: number, all: number) => `${formatNumber(done)} of ${formatNumber(all)}`,
    pause: "Pause",
    another: "Choose another file",
    start: (count: number) => `Import ${counted(count, "user", "users")}`,
    goOn: "Continue",
    startAnew: "Start over",
    resumable: (name: string, done: number, all: number, unit: Unit) =>
      `The import of ${isolated(name)} was interrupted: ${formatNumber(done)} of ${formatNumber(all)} ${units[unit]} are done.`,
    resumableText: "“Continue” imports the rest.",
    stopped: "The import has stopped. Users imported so far stay, and it can continue from here.",
    paused: "Paused. Users imported so far stay, and the import can continue from here.",
    keepOpen: "Keep this page open. If it closes, choose the same file again to continue.",
    allExist: "All users in this file already exist.",
    noneNew: "There are no new users to import.",
    noneGood: "No user in this file can be imported: see the reasons below.",
    checkedTitle: (name: string) => `Preview of ${isolated(name)}`,
    doneTitle: (name: string) => `${isolated(name)} was imported`,
    created: "Will be created",
    wereCreated: "Created",
    existing: "Already exist, left unchanged",
    failed: "Cannot be imported",
    ignored: (names: string[]) => `Ignored columns: ${names.map(isolated).join(", ")}.`,
  },
  failures: {
    title: { line: "Lines that cannot be imported", entry: "Entries that cannot be imported" },
    number: { line: "Line", entry: "Entry" },
    uid: "UID",
    reasons: "Reason",
    first: (shown: number, all: number) =>
      `The first ${formatNumber(shown)} of ${formatNumber(all)}.`,
    save: "Save list",
  },
  reason: {
    cells: (has: number, needs: number) =>
      `has ${counted(has, "cell", "cells")}, but the first line has ${formatNumber(needs)}`,
    unclosed: "a quote is not closed",
    unclosedJson: "the file ends before its JSON does, so it may be incomplete",
    noUid: "uid must not be empty",
    notJson: "is not a JSON object",
    rounded: checks.rounded,
    repeated: checks.repeated,
    metadata: (why: string) => `metadata ${why}`,
    text: (column: string) => `${column} must be a string`,
    tags: "tags must be strings",
    time: {
      format: `is not a time: ${TIME_FORMS}`,
      tooEarly: `must not be before 2000-01-01T00:00:00Z: ${TIME_FORMS}`,
      // In the words of the server, which checks other times in the future.
      milliseconds: "must be in Unix seconds, not milliseconds: divide it by 1000",
      tooLate: "must not be more than one day in the future",
    },
    duplicate: {
      line: (line: number) => `the same uid is on line ${line}`,
      entry: (entry: number) => `the same uid is in entry ${entry}`,
    },
    tooLarge: "is larger than the limit for a user",
    noAnswer: "the server returned no result for this user",
  },
  fileProblem: {
    "not-utf8": "This file is not UTF-8. Save it as “CSV UTF-8” and choose it again.",
    "no-uid": "The first line has no uid column, so no users can be imported.",
    empty: "This file contains no users.",
    "only-columns":
      "This file contains no users: below the line with the column names, there are no other lines.",
    "json-object":
      'This file is a JSON object that cannot be read as a list of users. Save the users as a JSON array, such as [{"uid": "superhero1", "name": "Iron Man"}], and choose the file again.',
    "ambiguous-json":
      "This file is a JSON object that repeats a field, or contains both data and users. Save the users as one JSON array and choose the file again.",
    unreadable:
      "The browser cannot read this file. It may have been moved or changed: choose it again.",
  },
  export: {
    title: "Export users",
    lead: "All users of the app, including deactivated ones, with their tags and metadata.",
    csv: "Export as CSV",
    ndjson: "Export as NDJSON",
    csvText: "CSV is for spreadsheets. Cells that look like formulas are escaped.",
    ndjsonText: "NDJSON is for programs: one JSON object per line.",
    working: "Exporting",
    done: (count: number) => `${counted(count, "user was", "users were")} saved.`,
    warning: "The file contains personal data. Store it securely.",
  },
};
