import { formatNumber } from "../base/number";
import { strings as checks } from "./checks";

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${formatNumber(count)} ${many}`;

/** Texts of the page that imports and exports users. */
export const strings = {
  title: "Import and export",
  lead: "Bring users in from a file, or save them all as one.",
  import: {
    title: "Import users",
    lead: "From a CSV or NDJSON file. Nothing is changed before you have seen what the file would do.",
    drop: "Drop a CSV or NDJSON file here",
    choose: "Choose a file",
    file: "File with users",
    columns: "Columns",
    columnsText: "In CSV the first line names the columns; in NDJSON each line is a JSON object.",
    columnMeaning: {
      uid: "needed; 1-100 of a-z, 0-9, - and _",
      name: "needed",
      avatar: "an http or https URL",
      link: "an http or https URL",
      role: "the id of an existing role; default without it",
      statusMessage: "",
      tags: "in CSV with ; between them",
      metadata: "a JSON object",
      createdAt: "unix seconds or ISO 8601",
      lastActiveAt: "unix seconds or ISO 8601",
      deactivatedAt: "unix seconds or ISO 8601; the user stays deactivated",
    },
    otherColumns: "Other columns are left out.",
    example: "Save an example file",
    hashing: "Reading the file",
    checking: "Checking every line",
    importing: "Importing",
    ofFile: (percent: number) => `${percent} %`,
    ofRows: (done: number, all: number) => `${formatNumber(done)} of ${formatNumber(all)}`,
    cancel: "Cancel",
    pause: "Pause",
    another: "Choose another file",
    start: (count: number) => `Import ${counted(count, "user", "users")}`,
    goOn: "Go on",
    startAnew: "Begin from the start",
    resumable: (name: string, done: number, all: number) =>
      `The import of ${name} was interrupted: ${formatNumber(done)} of ${formatNumber(all)} lines are done.`,
    resumableText: "Going on begins behind them.",
    waiting: (seconds: number) =>
      `The server is busy or does not answer. Trying again in ${counted(seconds, "second", "seconds")}.`,
    stopped: "The import has stopped. What was imported stays, and it can go on from here.",
    paused: "Paused. What was imported stays, and it can go on from here.",
    keepOpen: "Keep this page open. If it closes, choose the same file again to go on.",
    noneGood: "No line of this file can be imported.",
    checkedTitle: (name: string) => `What ${name} would do`,
    doneTitle: (name: string) => `${name} was imported`,
    created: "Would be created",
    wereCreated: "Created",
    existing: "Already there, left as they are",
    failed: "Cannot be imported",
    ignored: (names: string[]) =>
      `Left out, as no field of a user is called so: ${names.join(", ")}.`,
  },
  failures: {
    title: "Lines that cannot be imported",
    line: "Line",
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
    noUid: "uid must not be empty",
    notJson: "is not a JSON object",
    metadata: (why: string) => `metadata ${why}`,
    rounded: checks.rounded,
    tags: "tags must be texts",
    time: (column: string) => `${column} must be unix seconds or ISO 8601`,
    duplicate: (line: number) => `the same uid is on line ${line}`,
    tooLarge: "is larger than any user can be",
    noAnswer: "the server said nothing about it",
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
      "CSV is for spreadsheets; anything they would take for a formula gets an apostrophe in front.",
    ndjsonText: "NDJSON is for programs: one JSON object per line.",
    working: "Exporting",
    done: (count: number) => `${counted(count, "user was", "users were")} saved.`,
    warning: "The file holds personal data. Keep it where it belongs.",
  },
};
