/**
 * The words of a name or a text, lower-cased and without their endings, so that "cities" meets "city".
 *
 * @example
 * wordsOf('getUserCities') // => ['get', 'user', 'city']
 */
export function wordsOf(text: string): string[] {
  const parted = text.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  return (parted.match(/[\p{L}\d]+/gu) ?? []).map(stem);
}

/** A word without the endings of plural and of verb forms. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (/[^su]s$/.test(word)) return word.slice(0, -1);
  const verb = /^(?:(.{2,})([bdfgmnprt])\2|(.{3,}))(?:ing|ed)$/.exec(word);
  if (verb === null) return word;
  const [, doubled, letter = '', root] = verb;
  return root ?? `${doubled}${letter}`;
}
