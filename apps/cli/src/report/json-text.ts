/**
 * A value as JSON on one line that no terminal obeys: all control characters are escaped.
 *
 * JSON.stringify does that with those below U+0020 only.
 */
export function jsonText(value: unknown): string {
  return escaped(JSON.stringify(value));
}

/** The same for somebody who reads it: over several lines on a terminal, and on one in a pipe. */
export function printable(
  value: unknown,
  { isTerminal }: { readonly isTerminal: boolean },
): string {
  return isTerminal ? escaped(JSON.stringify(value, null, 2)) : jsonText(value);
}

function escaped(json: string): string {
  return json.replace(
    /[\u007f-\u009f]/g,
    (control) => `\\u00${control.charCodeAt(0).toString(16)}`,
  );
}
