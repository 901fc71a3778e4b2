/** A cell that spreadsheets would take for a formula begins like this. */
const FORMULA = /^[=+\-@\t\r]/;
const MARK = "'";

/**
 * One line of a CSV file (RFC 4180), with its end. Cells that a spreadsheet would calculate get an
 * apostrophe in front, which makes them text; `unguarded()` takes it away.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** What a cell said before it was guarded. */
export function unguarded(cell: string): string {
  return cell.startsWith(MARK) && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? MARK + text : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
