import { calculation } from './calculation.js';
import type { Facts } from './facts.js';
import { queryFor } from './query-for.js';
import { clockTime, isoDay } from './read-dates.js';
import { nameAfter } from './read-names.js';
import type { Label, StringKind } from './string-kind.js';
import { messageIn, queryIn, titleIn } from './topic.js';
import { currenciesIn, languagesIn } from './vocabulary.js';
import { wordsOf } from './words.js';

/** What a text offers for a property of a kind, the best first. */
export function candidatesOfKind(kind: StringKind, label: Label, facts: Facts): readonly string[] {
  switch (kind) {
    case 'email':
      return facts.emails;
    case 'url':
      return facts.urls;
    case 'phone':
      return found(facts.text, /(?<![\w-])\+?\d[\d ()-]{6,18}\d(?![\w-])/g);
    case 'date':
      return facts.dates.flatMap((day) => [isoDay(day) ?? day, day]);
    case 'datetime':
      return [...dateTimes(facts), ...facts.dates, ...facts.times];
    case 'time':
      return facts.times.flatMap((time) => [clockTime(time) ?? time, time]);
    case 'timezone':
      return found(facts.text, /\b(?:UTC|GMT|[ECMP][SD]T|[A-Z][a-z]+\/[A-Z][a-z_]+)\b/g);
    case 'currency':
      return directed(label, currenciesIn(facts.text));
    case 'language':
      return directed(label, languagesIn(facts.text));
    case 'symbol':
      return found(facts.text, /(?<![\w.])\$?([A-Z]{2,5})(?![\w.'’])/g);
    case 'identifier':
      return [
        ...found(
          facts.text,
          /\b(?:order|ticket|invoice|id|number|issue|case|account|customer|user|booking)\s{1,2}(?:#|no\.? |number |id )?([A-Z]{0,6}-?\d[\w-]{0,30})/gi,
        ),
        ...facts.identifiers,
      ];
    case 'path':
      return found(
        facts.text,
        /(?:[\w.-]{1,40}\/){0,8}[\w-]{1,40}\.[a-z]\w{0,4}\b|(?<!\w)(?:\.{0,2}\/[\w.-]{1,40}){1,8}/gi,
      );
    case 'sql':
      return [
        ...found(facts.code ?? facts.text, /\bselect\s[^;`]{1,1000}/gi),
        ...[queryFor(facts.text)].filter((text) => text !== undefined),
      ];
    case 'code':
      return facts.code === undefined ? facts.quoted : [facts.code];
    case 'expression':
      return [calculation(facts.text)].filter((text) => text !== undefined);
    case 'place':
      return places(label, facts);
    case 'organisation':
      return [
        ...found(facts.text, /\b(?:at|by|from|for|of|with) ((?:[A-Z][\w&'-]{0,30}\s?){1,4})/g),
        ...facts.names.filter((name) => /\b(?:inc|corp|ltd|llc|gmbh|co|bank|group)\b/i.test(name)),
      ].map((name) => name.trim());
    case 'party':
      return [...facts.emails, ...places(label, facts), ...persons('person', label, facts)];
    case 'person':
    case 'name':
      return persons(kind, label, facts);
    case 'query':
      return [queryIn(facts.text)].filter((text) => text !== undefined);
    case 'title':
      return [...facts.quoted, titleIn(facts.text)].filter((text) => text !== undefined);
    case 'message':
      return [messageIn(facts.text), ...facts.quoted].filter((text) => text !== undefined);
    case 'item':
      return items(facts);
  }
}

function places(label: Label, facts: Facts): readonly string[] {
  const words = wordsOf(label.name);
  const isStart = ['from', 'origin', 'source', 'departure', 'start'].some((word) =>
    words.includes(word),
  );
  const isEnd = ['to', 'destination', 'target', 'arrival', 'end'].some((word) =>
    words.includes(word),
  );
  const named = isStart
    ? nameAfter(facts.text, 'from', 'leaving')
    : isEnd
      ? nameAfter(facts.text, 'to', 'into', 'for')
      : undefined;
  const names = facts.places.map(({ name }) => name);
  return named === undefined ? names : [named, ...names.filter((name) => name !== named)];
}

function persons(kind: 'person' | 'name', label: Label, facts: Facts): readonly string[] {
  const addressed = /^(to|cc|bcc|recipients?|attendees?|invitees?|sender|from)$/i.test(label.name);
  const named = /\b(?:named|called|name is|I am|I’m|I'm) $/i;
  const names = facts.names.filter(
    (name) =>
      !facts.places.some((place) => place.sure && place.name === name) &&
      !facts.quoted.includes(name),
  );
  const called = names.filter((name) =>
    named.test(facts.text.slice(0, Math.max(0, facts.text.indexOf(name))).slice(-12)),
  );
  const people = [...new Set([...called, ...names])];
  if (addressed) return [...facts.emails, ...people];
  return kind === 'name' && people.length === 0 ? items(facts) : people;
}

/** What is counted or listed: "2 red apples" has red apples. */
function items(facts: Facts): readonly string[] {
  const counted = found(
    facts.text,
    /(?<![\w.,$€£])(?:\d{1,6}|two|three|four|five|six|seven|eight|nine|ten|a|an) ?(?:x |× )?((?!hours?|minutes?|days?|years?|percent|dollars?|euros?|am|pm)[a-z]{3,20}(?: (?!and|or|for|at|to|from|with|in|on|of|costs?|each|per)[a-z]{3,20})?)/gi,
  );
  return [...facts.quoted, ...counted, ...listIn(facts.text)];
}

/** The parts of a list in words: "apples, pears and plums", after a colon or a verb of having. */
function listIn(text: string): string[] {
  const list =
    /(?::|\b(?:buy|bought|need|needs|get|want|have|includes?|add|ordered|like)) ([^.!?;:\n]{3,400})/i.exec(
      text,
    )?.[1] ?? '';
  const parts = list
    .split(/,? and |, /)
    .map((part) => part.replace(/^(?:some|the|a|an) /, '').trim());
  const isList = parts.length > 1 && parts.every((part) => part.split(' ').length <= 4);
  return isList ? parts.filter((part) => part !== '' && !/^\d/.test(part)) : [];
}

/** The second of two for what is translated or converted into. */
function directed({ name, about }: Label, values: readonly string[]): readonly string[] {
  const isTarget = /\b(to|target|dest|destination|into|quote)\b/i.test(
    `${name.replace(/_/g, ' ')} ${about.slice(0, 60)}`,
  );
  return isTarget ? values.toReversed() : values;
}

function dateTimes({ dates, times }: Facts): string[] {
  return dates.flatMap((day, index) => {
    if (/T\d/.test(day)) return [day];
    const time = times[index] ?? times[0];
    const date = isoDay(day);
    if (date === undefined) return time === undefined ? [] : [`${day} ${time}`];
    return [`${date}T${(time === undefined ? undefined : clockTime(time)) ?? '09:00'}:00Z`];
  });
}

function found(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), (match) => (match[1] ?? match[0]).trim()).slice(0, 50);
}
