/**
 * A value as JSON on one line that no terminal obeys: all control characters are escaped.
 *
 * JSON.stringify does that with those below U+0020 only.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f]/g,
    (control) => `\\u00${control.charCodeAt(0).toString(16)}`,
  );
}
