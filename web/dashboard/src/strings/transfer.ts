import { isolated } from "../base/isolated";
import { formatNumber } from "../base/number";
import type { Unit } from "../transfer/row";
import { strings as checks } from "./checks";

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${formatNumber(count)} ${many}`;

const units: Record<Unit, string> = { line: "lines", entry: "entries" };

const TIME = "unix seconds or ISO 8601; UTC where no time zone is given";

/** Texts of the page that imports and exports users. */
export const strings = {
  title: "Import and export",
  lead: "Import users from a file, or save all of them as one.",
  import: {
    title: "Import users",
    lead: "From a CSV, JSON or NDJSON file. Nothing changes until you have seen what the import would do.",
    drop: "Drop a CSV, JSON or NDJSON file here",
    choose: "Choose a file",
    file: "File with users",
    columns: "Columns",
    timeZone: "Times without a time zone are read as UTC.",
    columnsText:
      "In CSV the first line names the columns. JSON is an array of objects; in NDJSON each line is one object.",
    columnMeaning: {
      uid: "required; 1-100 of a-z, 0-9, - and _",
      name: "required",
      avatar: "an http or https URL",
      link: "an http or https URL",
      role: "the id of an existing role; if empty, default",
      statusMessage: "up to 255 characters",
      tags: "in CSV separated by ;",
      metadata: "a JSON object",
      createdAt: TIME,
      lastActiveAt: TIME,
      deactivatedAt: `${TIME}; empty or 0 for active users`,
    },
    otherColumns: "Other columns are ignored.",
    example: "Save an example file",
    hashing: "Reading the file",
    checking: "Checking the file",
    importing: "Importing",
    ofFile: (percent: number) => `${percent} %`,
    ofRows: (done: number, all: number) => `${formatNumber(done)} of ${formatNumber(all)}`,
    cancel: "Cancel",
    pause: "Pause",
    another: "Choose another file",
    start: (count: number) => `Import ${counted(count, "user", "users")}`,
    goOn: "Continue",
    startAnew: "Start over",
    resumable: (name: string, done: number, all: number, unit: Unit) =>
      `The import of ${isolated(name)} was interrupted: ${formatNumber(done)} of ${formatNumber(all)} ${units[unit]} are done.`,
    resumableText: "“Continue” imports the rest.",
    waiting: (seconds: number) =>
      `The server is busy or does not answer. Trying again in ${counted(seconds, "second", "seconds")}.`,
    stopped: "The import has stopped. Users imported so far stay, and it can continue from here.",
    paused: "Paused. Users imported so far stay, and the import can continue from here.",
    keepOpen: "Keep this page open. If it closes, choose the same file again to continue.",
    noneNew: "All users in this file exist already.",
    noneGood: "No new user in this file can be imported.",
    checkedTitle: (name: string) => `What ${isolated(name)} would do`,
    doneTitle: (name: string) => `${isolated(name)} was imported`,
    created: "Would be created",
    wereCreated: "Created",
    existing: "Already exist, left unchanged",
    failed: "Cannot be imported",
    ignored: (names: string[]) =>
      `Ignored, because users have no such field: ${names.map(isolated).join(", ")}.`,
  },
  failures: {
    title: { line: "Lines that cannot be imported", entry: "Entries that cannot be imported" },
    number: { line: "Line", entry: "Entry" },
    uid: "UID",
    reasons: "Why",
    first: (shown: number, all: number) =>
      `The first ${formatNumber(shown)} of ${formatNumber(all)}.`,
    save: "Save the list",
  },
  reason: {
    cells: (has: number, needs: number) =>
      `has ${counted(has, "cell", "cells")}, the first line has ${formatNumber(needs)}`,
    unclosed: "a quote is opened and not closed",
    unclosedArray: "the file ends before the JSON array does: it may be incomplete",
    noUid: "uid must not be empty",
    notJson: "is not a JSON object",
    rounded: checks.rounded,
    metadata: (why: string) => `metadata ${why}`,
    text: (column: string) => `${column} must be a string`,
    tags: "tags must be strings",
    time: {
      format: "must be unix seconds or ISO 8601, such as 2020-09-13T12:26:40Z",
      milliseconds: "is in milliseconds: divide it by 1000, to unix seconds",
      tooEarly: "must be after 1970-01-01",
      tooLate: "must be before the year 2100",
    },
    duplicate: {
      line: (line: number) => `the same uid is on line ${line}`,
      entry: (entry: number) => `the same uid is in entry ${entry}`,
    },
    tooLarge: "is larger than any user can be",
    noAnswer: "the server returned no result for this user",
  },
  fileProblem: {
    "not-utf8": "This file is not UTF-8. Save it as “CSV UTF-8” and choose it again.",
    "no-uid": "The first line names no column uid, so nobody can be imported.",
    empty: "There is nothing in this file.",
    unreadable:
      "The browser cannot read this file. It may have been moved or changed: choose it again.",
  },
  export: {
    title: "Export users",
    lead: "All users of the app, deactivated ones too, with their tags and metadata.",
    csv: "Export as CSV",
    ndjson: "Export as NDJSON",
    csvText:
      "CSV is for spreadsheets; whatever they would take for a formula gets an apostrophe in front.",
    ndjsonText: "NDJSON is for programs: one JSON object per line.",
    working: "Exporting",
    done: (count: number) => `${counted(count, "user was", "users were")} saved.`,
    warning: "The file contains personal data: store it accordingly.",
  },
};
