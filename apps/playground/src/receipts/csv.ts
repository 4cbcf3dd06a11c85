/** What a spreadsheet takes for the beginning of a formula, also after blanks and in full width; and the mark against it. */
const risky = /^\s*[=+\-@＝＋－＠]|^[\t\r\n']/;

/** What makes quotes necessary: separators of any country's spreadsheet, quotes, ends of lines, blanks at the edge. */
const quoted = /[",;\t\r\n]|^\s|\s$/;

/**
 * Rows as CSV (RFC 4180), each line with its CRLF.
 *
 * A text that a spreadsheet would run as a formula gets a `'` in front, and so does one that begins with
 * a `'`: taking one `'` off gives back every text exactly. The rule is that of `farebox logs export --csv`.
 */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const defused = risky.test(text) ? `'${text}` : text;
  return quoted.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
