/**
 * Words of which every text that a pattern matches has at least one, in lower case; `undefined` where none are sure.
 *
 * A word is what is written out in the pattern: two or more letters, digits, spaces or hyphens in a row.
 *
 * @example
 * requiredWords(/\b(?:for|while) loops?\b|\biterat/i) // => [' loop', 'iterat']
 */
export function requiredWords({ source, flags }: RegExp): readonly string[] | undefined {
  // With all of Unicode, a letter of ASCII may stand for another: k for the sign of Kelvin.
  if (/[uv]/.test(flags)) return undefined;
  return wordsOfAlternatives({ tokens: source.match(token) ?? [], at: 0 });
}

/** Letters in a row, and one by one all else that has a meaning: classes, escapes, groups, quantifiers. */
const token =
  /[\w -]+|\[(?:\\.|[^\]\\])*\]|\\(?:k<[^>]*>|x\w\w|u\w{4}|c\w|\d+|.)|\(\?(?:<[^=!>][^>]*>|[^:=!]*[:=!])|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gs;

type Words = readonly string[] | undefined;

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

/** Up to the parenthesis that closes, or the end: words of each alternative. */
function wordsOfAlternatives(reader: Reader): Words {
  let all: Words = [];
  do {
    const words = wordsOfSequence(reader);
    all = words && all?.concat(words);
  } while (reader.tokens[reader.at++] === '|');
  return all;
}

/** Of all that stands in a row, the words whose shortest is the longest. */
function wordsOfSequence(reader: Reader): Words {
  const { tokens } = reader;
  let best: Words;
  const offer = (words: Words) => {
    if (words !== undefined && shortest(words) > Math.max(1, shortest(best))) best = words;
  };
  for (;;) {
    const current = tokens[reader.at] ?? '|';
    if (current === '|' || current === ')') return best;
    reader.at += 1;
    const isGroup = current.startsWith('(');
    // What is looked for around the text may be missing from it, or stand where nobody looks.
    const words = isGroup ? wordsOfAlternatives(reader) : undefined;
    const isOptional = /^(?:[*?]|\{0)/.test(tokens[reader.at] ?? '');
    if (/^[\w -]/.test(current))
      offer([(isOptional ? current.slice(0, -1) : current).toLowerCase()]);
    else if (isGroup && !isOptional && !/^\(\?<?[=!]/.test(current)) offer(words);
  }
}

/** How long the shortest of the words is. */
function shortest(words: Words = []): number {
  return words.length === 0 ? 0 : Math.min(...words.map(({ length }) => length));
}
