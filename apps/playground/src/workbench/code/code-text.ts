/**
 * A text as a TypeScript literal that means exactly it: in single quotes on one line, as a template on several.
 *
 * What an editor or a file could change on the way is escaped: control characters, halves of characters, and line ends that
 * are no plain `\n`, which a template would make into one.
 */
export function codeText(text: string): string {
  const isTemplate = text.includes('\n');
  const quote = isTemplate ? '`' : "'";
  const body = text.replace(/[\s\S]/gu, (character) => {
    if (character === quote || character === '\\') return `\\${character}`;
    if (character === '$' && isTemplate) return '\\$';
    if (character === '\n') return character;
    return isPlain(character) ? character : escaped(character);
  });
  // A dollar needs its mark only before a brace.
  return `${quote}${isTemplate ? body.replace(/\\\$(?!\{)/g, '$') : body}${quote}`;
}

function isPlain(character: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(character);
}

function escaped(character: string): string {
  const short = { '\t': '\\t', '\r': '\\r' }[character];
  if (short !== undefined) return short;
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');
}
