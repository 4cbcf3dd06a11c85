/** Words that begin a sentence with a capital and name nobody. */
const openers = new Set(
  'a add all also an and any are as at ask book build buy calculate call can change check classify compare compute convert could create define delete describe did do does draft each email everyone every explain extract fetch find fix for forward from generate get give go has have he hello help hey hi how i if im in input invite is it its label let list look lookup make me meet message my need no note now of ok on open or order our parse pay place plan please post print put query read record remind remove rename reply reserve return round run save say schedule search see send set she should show solve sort start stop sum summarise summarize tag tell text thanks thank that the their then there these they this to today tomorrow track translate turn update use user using want was we were what when where which who whom whose why will with would write yes you your monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december json'.split(
    ' ',
  ),
);
const word = "\\p{Lu}(?:[\\p{L}\\p{N}'’&-]|\\.(?=\\p{L})){0,30}";
const capitalised = new RegExp(
  `(?<![\\p{L}\\p{N}'’])${word}(?: (?:(?:de|da|van|von|of|the) )?${word}){0,4}`,
  'gu',
);
const placeWord = /\b(in|at|near|around|visit|visiting|for|to|from|of|between) $/i;
const listed = /^(?:[a-z ]{0,20},? (?:and|or) |, )$/;

const lowerPlace =
  /\b(?:in|for|at|near|around) (?!the |a |an |my |me |this |one |two |three |short |detail|json|python|javascript)([a-z]{3,20}(?: (?!and|or|today|tomorrow|now|right|on|at|in|please|for|with|is|next|this)[a-z]{3,20})?)/;

/** The capitalised names of a text, in their order, without words that only begin a sentence. */
export function readNames(text: string): string[] {
  const names = Array.from(text.matchAll(capitalised), ([name]) => withoutOpeners(name));
  return [...new Set(names.filter((name) => name.length > 1))].slice(0, 100);
}

/** A name where places stand, and whether nothing but a place stands there. */
export interface PlaceFact {
  readonly name: string;
  readonly sure: boolean;
}

/** Names that stand where places stand: after "in", "from", "near", and in lists after those. */
export function readPlaces(text: string): PlaceFact[] {
  const places: PlaceFact[] = [];
  let end = -1;
  let sure = false;
  for (const { 0: match, index } of text.matchAll(capitalised)) {
    const name = withoutOpeners(match);
    if (name.length < 2 || index < end) continue;
    const word = placeWord.exec(text.slice(Math.max(0, index - 12), index))?.[1]?.toLowerCase();
    const continues = end >= 0 && listed.test(text.slice(end, index));
    if (word === undefined && !continues) continue;
    if (word !== undefined) sure = /^(?:in|at|near|around|visit|visiting|from)$/.test(word);
    const place = withRegion(text, index, match, name);
    end = index + match.length + place.length - name.length;
    if (!places.some((other) => other.name === place)) places.push({ name: place, sure });
  }
  if (places.length > 0) return places.slice(0, 100);
  const lower = lowerPlace.exec(text)?.[1];
  return lower === undefined ? [] : [{ name: titled(lower), sure: false }];
}

/** A name after one of these words, as in "from Berlin". */
export function nameAfter(text: string, ...words: readonly string[]): string | undefined {
  // The name is known by its capital, so that case must count for it alone.
  const either = words.map((first) => `[${first[0]?.toUpperCase()}${first[0]}]${first.slice(1)}`);
  const match = new RegExp(`\\b(?:${either.join('|')}) (${word}(?: ${word}){0,3})`, 'u').exec(text);
  return match?.[1] === undefined ? undefined : withoutOpeners(match[1]) || undefined;
}

/** "San Francisco, CA" is one place. */
function withRegion(text: string, at: number, match: string, name: string): string {
  const end = at + match.length;
  return name + (/^, [A-Z]{2}\b/.exec(text.slice(end, end + 5))?.[0] ?? '');
}

function withoutOpeners(name: string): string {
  const parts = name
    .replace(/[.'’&-]+$/, '')
    .replace(/['’]s$/, '')
    .split(' ');
  while (parts[0] !== undefined && openers.has(parts[0].toLowerCase().replace(/['’.].*$/, '')))
    parts.shift();
  return parts.join(' ').replace(/^[.'’&-]+/, '');
}

function titled(text: string): string {
  return text.replace(
    /(^| )(\p{L})/gu,
    (_, space: string, letter: string) => space + letter.toUpperCase(),
  );
}
