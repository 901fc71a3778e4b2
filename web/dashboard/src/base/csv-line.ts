/**
 * The places where a spreadsheet could find a formula: the start of a cell and, because in some
 * locales semicolons separate cells and quotes inside a cell are ignored, also after a semicolon, a
 * tab or a line break. Leading quotes do not prevent it. Group 2 is the apostrophes already there.
 */
const FORMULAS = /(?<=^|[;\t\r\n])("*)('*)(?=[=+\-@\t\r])/g;

/**
 * One line of a CSV file (RFC 4180), including the line break. Cells that look like formulas are
 * escaped with an apostrophe, which makes them text; `unguarded()` removes it.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** Reverses the escaping of csvLine() for one cell. */
export function unguarded(cell: string): string {
  return cell.replace(FORMULAS, (_all, quotes: string, marks: string) => quotes + marks.slice(1));
}

function csvCell(text: string): string {
  const safe = text.replace(FORMULAS, "$1'$2");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
