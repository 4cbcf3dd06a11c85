/**
 * Characters that a line cannot have in it while it is edited, and what stands for them meanwhile: a line end would send
 * the line, a tab would complete it.
 */
const marks = [
  ['\n', '␤'],
  ['\t', '␉'],
] as const;

/** A text for the line that is edited; other control characters are left out. */
export function toEditedLine(text: string): string {
  // Node's editor ends a line at the separators of Unicode as well.
  let line = text.replace(/\r\n|[\r\u2028\u2029]/g, '\n');
  for (const [character, mark] of marks) line = line.replaceAll(character, mark);
  return line.replace(/\p{Cc}/gu, '');
}

/** The text that was meant. */
export function fromEditedLine(line: string): string {
  let text = line;
  for (const [character, mark] of marks) text = text.replaceAll(mark, character);
  return text;
}
