/** Words that begin a sentence with a capital and name nobody. */
const openers = new Set(
  'a add all also an and any are as at ask book build buy calculate call can change check classify compare compute convert could create define delete describe did do does draft each email everyone every explain extract fetch find fix for forward from generate get give go has have he hello help hey hi how i if im in input invite is it its label let list look lookup make me meet message my need no note now of ok on open or order our parse pay place plan please post print put query read record remind remove rename reply reserve return round run save say schedule search see send set she should show solve sort start stop sum summarise summarize tag tell text thanks thank that the their then there these they this to today tomorrow track translate turn update use user using want was we were what when where which who whom whose why will with would write yes you your monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december json'.split(
    ' ',
  ),
);
const word = "\\p{Lu}[\\p{L}\\p{N}.'’&-]{0,30}";
const capitalised = new RegExp(
  `(?<![\\p{L}\\p{N}'’])${word}(?: (?:(?:de|da|van|von|of|the) )?${word}){0,4}`,
  'gu',
);
const afterPlaceWord =
  /\b(?:in|for|at|near|around|to|from|of|between|and|visit|visiting|,) (?=\p{Lu})/giu;

/** The capitalised names of a text, in their order, without words that only begin a sentence. */
export function readNames(text: string): string[] {
  const names = Array.from(text.matchAll(capitalised), ([name]) => withoutOpeners(name));
  return [...new Set(names.filter((name) => name.length > 1))].slice(0, 100);
}

/** Names that stand where places stand: after "in", "from", "near", and in lists after those. */
export function readPlaces(text: string): string[] {
  const starts = new Set(
    Array.from(text.matchAll(afterPlaceWord), (match) => match.index + match[0].length),
  );
  const places = Array.from(text.matchAll(capitalised), (match) =>
    starts.has(match.index) ? withRegion(text, match.index, withoutOpeners(match[0])) : '',
  );
  if (places.some((place) => place.length > 1)) {
    return [...new Set(places.filter((place) => place.length > 1))].slice(0, 100);
  }
  const lower =
    /\b(?:in|for|at|near|around) (?!the |a |an |my |me |this |json)([a-z]{3,20}(?: (?!and|or|today|tomorrow|now|right|on|at|in|please|for|with|is|next|this)[a-z]{3,20})?)/.exec(
      text,
    );
  return lower?.[1] === undefined ? [] : [titled(lower[1])];
}

/** A name after one of these words, as in "from Berlin". */
export function nameAfter(text: string, words: string): string | undefined {
  const match = new RegExp(`\\b(?:${words}) (${word}(?: ${word}){0,3})`, 'u').exec(text);
  return match?.[1] === undefined ? undefined : withoutOpeners(match[1]) || undefined;
}

/** "San Francisco, CA" is one place. */
function withRegion(text: string, at: number, name: string): string {
  const region = /^, [A-Z]{2}\b/.exec(text.slice(at + name.length, at + name.length + 5));
  return name + (region?.[0] ?? '');
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
