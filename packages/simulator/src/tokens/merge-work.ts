/**
 * How much work it is to encode a text: the squares of its unbroken runs, added up; `undefined` when
 * they pass the limit.
 *
 * The tokenizer first cuts a text into spaces, digits by threes, letters, and marks; merging one
 * piece costs its length squared. A character may be of two kinds (an accent, half of a surrogate
 * pair), and then goes on with both. Line ends go on with the marks before them, and so may a slash
 * after those. Digits are taken for worse than they are.
 */
export function workOf(text: string, limit: number): number | undefined {
  const kinds = new Map<number, Kinds>();
  let work = 0;
  let spaces = 0;
  let digits = 0;
  let letters = 0;
  let marks = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    let kind = kinds.get(code);
    if (kind === undefined) {
      kind = kindsOf(text.charAt(index));
      kinds.set(code, kind);
    }
    spaces = kind.space ? spaces + 1 : 0;
    digits = kind.digit ? digits + 1 : 0;
    letters = kind.letter ? letters + 1 : 0;
    marks = kind.mark || (kind.lineEnd && marks > 0) ? marks + 1 : 0;
    // 1 + 3 + 5 + … is the square of the run.
    work += 2 * Math.max(1, spaces, digits, letters, marks) - 1;
    if (work > limit) return undefined;
  }
  return work;
}

interface Kinds {
  readonly space: boolean;
  readonly lineEnd: boolean;
  readonly digit: boolean;
  readonly letter: boolean;
  readonly mark: boolean;
}

/** The kinds of one UTF-16 unit, by the classes of the o200k pattern. */
function kindsOf(unit: string): Kinds {
  if (unit <= '\x7f') return kindsInAscii(unit);
  const half = /[\ud800-\udfff]/.test(unit);
  return {
    space: /\s/u.test(unit),
    lineEnd: /[\r\n]/.test(unit),
    digit: /\p{N}/u.test(unit),
    letter: half || /[\p{L}\p{M}]/u.test(unit),
    mark: half || /[^\s\p{L}\p{N}]/u.test(unit),
  };
}

/** The same, without the classes of all of Unicode: Node takes 2 ms to make them. */
function kindsInAscii(unit: string): Kinds {
  const space = /\s/.test(unit);
  const digit = /\d/.test(unit);
  const letter = /[a-z]/i.test(unit);
  return { space, lineEnd: /[\r\n]/.test(unit), digit, letter, mark: !(space || digit || letter) };
}
