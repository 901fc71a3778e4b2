/**
 * Where a spreadsheet would find a formula: at the beginning of a cell and, because some countries
 * separate cells by semicolons and know no quotes inside of them, also after a semicolon, a tab or a
 * line break. Quotes in front do not help. The apostrophes are those that are there already.
 */
const FORMULAS = /(?<=^|[;\t\r\n])("*)('*)(?=[=+\-@\t\r])/g;

/**
 * One line of a CSV file (RFC 4180), with its end. What a spreadsheet would calculate gets an
 * apostrophe in front, which makes it text; `unguarded()` takes it away.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** What a cell said before it was guarded, whatever that was. */
export function unguarded(cell: string): string {
  return cell.replace(FORMULAS, (_all, quotes: string, marks: string) => quotes + marks.slice(1));
}

function csvCell(text: string): string {
  const safe = text.replace(FORMULAS, "$1'$2");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
