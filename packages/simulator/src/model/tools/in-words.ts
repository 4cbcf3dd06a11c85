import { parsed } from './tool-results.js';

const maximumItems = 20;
const maximumDepth = 6;
const maximumCharacters = 2_000;

/**
 * A tool's result as a person would say it: the members of an object by name, lists by commas.
 *
 * Text that is no JSON is said as it is; all is cut at 2,000 characters.
 *
 * @example
 * inWords('{"temperature_c":21,"sky":"clear"}') // => 'temperature c 21, sky clear'
 */
export function inWords(text: string): string {
  const value = parsed(text);
  return shortened(value === undefined ? text.trim() : wordsFor(value, 0));
}

/** A value of JSON in words. */
export function valueInWords(value: unknown): string {
  return shortened(wordsFor(value, 0));
}

function shortened(said: string): string {
  if (said.length <= maximumCharacters) return said || 'nothing';
  // The cut must not halve a character.
  return `${said
    .slice(0, maximumCharacters)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

function wordsFor(value: unknown, depth: number): string {
  if (depth > maximumDepth) return '…';
  if (value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return String(value);
  const more = (count: number) =>
    count > maximumItems ? [`and ${count - maximumItems} more`] : [];
  if (Array.isArray(value)) {
    const items = value.slice(0, maximumItems).map((item) => wordsFor(item, depth + 1));
    const nested = value.some((item) => typeof item === 'object' && item !== null);
    return [...items, ...more(value.length)].join(nested ? '; ' : ', ') || 'nothing';
  }
  const entries = Object.entries(value);
  const members = entries.slice(0, maximumItems).map(([key, inside]) => {
    const words = wordsFor(inside, depth + 1);
    return `${nameInWords(key)} ${typeof inside === 'object' && inside !== null ? `(${words})` : words}`;
  });
  return [...members, ...more(entries.length)].join(', ') || 'nothing';
}

function nameInWords(key: string): string {
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
}
