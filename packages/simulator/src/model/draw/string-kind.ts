import { wordsOf } from './words.js';

/** What a property is called, and what its schema says about it. */
export interface Label {
  readonly name: string;
  readonly about: string;
}

/** What kind of text a property holds, the more special first. */
const kinds = {
  email: 'email mail cc bcc',
  url: 'url uri link website href webpage homepage',
  phone: 'phone telephone mobile fax',
  datetime: 'datetime timestamp',
  date: 'date day when deadline due birthday dob departure arrival checkin checkout',
  time: 'time hour clock',
  timezone: 'timezone tz',
  currency: 'currency',
  language: 'language lang locale',
  symbol: 'symbol ticker stock',
  identifier: 'id identifier reference ref sku ticket isbn uuid guid code',
  path: 'path file filename directory folder',
  sql: 'sql statement',
  code: 'script program snippet source',
  expression: 'expression equation formula calculation math',
  place:
    'city location place town country destination origin region state venue where airport address',
  organisation: 'company organization organisation vendor employer merchant brand supplier seller',
  person:
    'person customer user author attendee employee contact recipient owner assignee client patient guest participant speaker passenger',
  query: 'query question search keyword term q topic prompt',
  title: 'title subject headline event heading',
  message: 'message body text content note comment reminder post tweet',
  party: 'to from',
  item: 'item product dish ingredient fruit task thing article material good',
  name: 'name fullname username label',
} as const;

export type StringKind = keyof typeof kinds;

const kindOf = new Map<string, StringKind>();
for (const [kind, words] of Object.entries(kinds)) {
  for (const word of words.split(' ')) kindOf.set(word, kind as StringKind);
}

/**
 * What kind of text a property holds, by its name's last word first, then by the others, then by
 * the words of its description.
 *
 * @example
 * stringKind({ name: 'customer_email', about: '' }) // => 'email'
 */
export function stringKind({ name, about }: Label): StringKind | undefined {
  const words = wordsOf(name);
  if (words.includes('zone')) return 'timezone';
  const [last = '', ...others] = words.toReversed();
  const meantBy = (text: string) =>
    wordsOf(text.slice(0, 200))
      .map((word) => kindOf.get(word))
      .find((kind) => kind !== undefined && kind !== 'party');
  // "to" alone may be anybody or anywhere; its description knows.
  const own = kindOf.get(last) === 'party' ? (meantBy(about) ?? 'party') : kindOf.get(last);
  const meant = others.map((word) => kindOf.get(word)).find(Boolean);
  // "customer_name" is a person's, "product_name" a product's, "phone_number" no number.
  if (own === 'name') return meant ?? 'name';
  if (last === 'number') return meant ?? 'identifier';
  if (own === 'time' && /date/i.test(about)) return 'datetime';
  if (own !== undefined) return own;
  if (meant !== undefined) return meant;
  return meantBy(about);
}
