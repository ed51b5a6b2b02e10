/** What spreadsheets take for the beginning of a formula (OWASP, CSV Injection), also in its full-width forms, and behind what is not seen. */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

/**
 * One row of a table as RFC 4180 writes it, with the line break at its end. Text that a spreadsheet would take for a formula gets an apostrophe
 * before it; numbers stay as they are, and null is an empty cell.
 */
export const toCsvRow = (cells: readonly (string | number | null)[]): string => `${cells.map(toCell).join(",")}\r\n`;

function toCell(cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
