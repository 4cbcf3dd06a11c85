/**
 * A key as an error message may show it: five characters, three stars, three characters.
 *
 * A key under twelve characters shows its first two only, as eight would be most of it.
 *
 * @example
 * maskKey('sk-wrong-key') // => 'sk-wr***key'
 */
export function maskKey(key: string): string {
  return key.length < 12 ? `${key.slice(0, 2)}***` : `${key.slice(0, 5)}***${key.slice(-3)}`;
}
