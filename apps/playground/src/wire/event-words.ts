import type { WireForm } from './wire-lines.js';
import type { WireGroup } from './wire-map.js';

/** What an event is, in a word or two. */
export function eventWord({ event, lines }: WireGroup): string {
  switch (event?.says) {
    case 'chunk':
      return 'chunk';
    case 'usage':
      return 'usage';
    case 'error':
      return 'error';
    case 'done':
      return 'end';
    case 'not-json':
      return 'no JSON';
    case 'unfinished':
      return 'unfinished';
    case 'ignored':
      return 'ignored';
    case undefined:
      return lines.some(({ kind }) => kind === 'comment') ? 'comment' : '';
  }
}

/** What a reply that is no stream of events is. */
export const formWords: Readonly<Record<WireForm, string>> = {
  events: 'A stream of server-sent events.',
  json: 'One JSON document: nothing of it can be used before its last byte.',
  html: 'A page of HTML, shown as text: there is no answer in it.',
  other: 'Text, and no answer.',
};
