/** Text as it is, for troff: backslashes, lines that would begin with a request, and what is not ASCII. */
export function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&')
    .replace(/[^\n -~]/gu, (character) => `\\[u${codeOf(character)}]`);
}

/** Lines that keep their breaks and their columns. */
export function literal(text: string): string {
  return `.nf\n${roff(text)}\n.fi`;
}

/** As troff wants it: four hexadecimal digits or more, in capitals. */
function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
