const words: readonly (readonly [RegExp, string])[] = [
  [/\bdivided by\b|\bover\b/gi, '/'],
  [/\bmultiplied by\b|\btimes\b|\bx\b/gi, '*'],
  [/\bplus\b/gi, '+'],
  [/\bminus\b/gi, '-'],
  [/\bsquared\b/gi, '^ 2'],
  [/\bto the power of\b/gi, '^'],
];
const term =
  /[-(]{0,3}\d[\d.,]{0,20}\)?(?:\s{0,3}(?:[-+*/^×÷%]|\*\*)\s{0,3}[-(]{0,3}\d[\d.,]{0,20}\)?){1,30}/;
const verbs: readonly (readonly [RegExp, string])[] = [
  [/\badd (\S{1,20}) (?:and|to) (\S{1,20})/i, '+'],
  [/\bsum of (\S{1,20}) and (\S{1,20})/i, '+'],
  [/\bmultiply (\S{1,20}) (?:and|by|with) (\S{1,20})/i, '*'],
  [/\bdivide (\S{1,20}) by (\S{1,20})/i, '/'],
];

/**
 * The calculation that a text asks for, in signs.
 *
 * @example
 * calculation('What is 12 times 7?') // => '12 * 7'
 */
export function calculation(text: string): string | undefined {
  const signed = words.reduce(
    (current, [word, sign]) => current.replace(word, sign),
    text.slice(0, 2_000),
  );
  const written = term.exec(signed)?.[0];
  if (written !== undefined) return written.replace(/[.,]$/, '');
  const root = /\bsquare root of (\d[\d.]{0,20})/i.exec(text)?.[1];
  if (root !== undefined) return `sqrt(${root.replace(/\.$/, '')})`;
  const share = /\b(\d[\d.]{0,10})\s?(?:%|percent) of (\d[\d.,]{0,20})/i.exec(text);
  if (share?.[1] !== undefined && share[2] !== undefined) {
    return `${share[1]} / 100 * ${share[2].replace(/[.,]$/, '')}`;
  }
  for (const [pattern, sign] of verbs) {
    const [, left, right] = pattern.exec(text) ?? [];
    if (left !== undefined && right !== undefined && /^\d/.test(left) && /^\d/.test(right)) {
      return `${left} ${sign} ${right.replace(/[.,?!]$/, '')}`;
    }
  }
  return undefined;
}
