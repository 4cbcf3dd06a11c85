/**
 * A word that a POSIX shell hands to the command exactly as it is.
 *
 * No shell can hand on a NUL; see `sayable`.
 */
export function shellQuote(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** Whether a text can be a word of a command line: no NUL, and no half of a character. */
export function isSayable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
