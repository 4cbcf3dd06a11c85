/**
 * Whether a tokenizer cuts between two texts, whatever stands before and after them.
 *
 * Then the tokens of both together are the tokens of the one and of the other. The answer errs to
 * the safe side: some places that are cut get a no. It follows the pattern by which o200k splits
 * text before it merges bytes: words with at most one mark before them, digits by threes, runs of
 * marks with the line ends after them, white space up to a line end.
 */
export function isSafeCut(before: string, after: string): boolean {
  const left = kindOf(lastCharacter(before));
  const right = kindOf(firstCharacter(after));
  if (left === 'none' || right === 'none') return false;
  if (left === 'line-end') return !startsUnsafelyAfterLineEnd(after);
  if (right === 'space') return left !== 'space';
  if (right === 'line-end') return left === 'letter' || left === 'digit';
  if (left === 'space') return false;
  if (left === 'letter') return right === 'digit' || (right === 'mark' && !after.startsWith("'"));
  if (left === 'digit') return right !== 'digit';
  return left === 'mark' && (right === 'digit' || (right === 'letter' && endsInRun(before)));
}

type Kind = 'none' | 'letter' | 'digit' | 'combining' | 'line-end' | 'space' | 'mark';

function kindOf(character: string): Kind {
  if (character === '') return 'none';
  if (/^[a-z]/i.test(character)) return 'letter';
  if (/^\d/.test(character)) return 'digit';
  if (character > '\x7f') {
    // Only here: Node takes a while to make the classes of all of Unicode.
    if (/^\p{L}/u.test(character)) return 'letter';
    if (/^\p{N}/u.test(character)) return 'digit';
    if (/^\p{M}/u.test(character)) return 'combining';
  }
  if (character === '\n' || character === '\r') return 'line-end';
  return /^\s/.test(character) ? 'space' : 'mark';
}

/**
 * Whether the mark at the end has another, or a space, before it: it then is no part of the word
 * that follows. A slash does not count, as a line end before it may take it away.
 */
function endsInRun(before: string): boolean {
  const previous = lastCharacter(before.slice(0, -lastCharacter(before).length));
  return previous === ' ' || (previous !== '/' && kindOf(previous) === 'mark');
}

function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function lastCharacter(text: string): string {
  const low = text.charCodeAt(text.length - 1);
  const isPair = low >= 0xdc00 && low < 0xe000 && text.length > 1;
  const pair = isPair ? (text.codePointAt(text.length - 2) ?? 0) : 0;
  return pair > 0xffff ? text.slice(-2) : text.slice(-1);
}

/** More line ends, or a slash, would join the line end before them. */
function startsUnsafelyAfterLineEnd(after: string): boolean {
  return after.startsWith('/') || !/^[^\S\r\n]*\S/.test(after);
}
