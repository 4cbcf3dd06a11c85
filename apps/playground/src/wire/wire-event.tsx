import { eventWord, formWords } from './event-words.js';
import { TextBox } from './text-box.js';
import './wire-event.css';
import type { WireGroup, WireMap } from './wire-map.js';

interface WireEventProps {
  readonly map: WireMap;
  /** The one at the position. */
  readonly group: WireGroup | undefined;
  readonly isRefused: boolean;
}

/** What the event at the position says, parsed. */
export function WireEvent({ map, group, isRefused }: WireEventProps) {
  const { form, events } = map;
  const event = group?.event;
  return (
    <section className="wire-event">
      <h4>
        {event === undefined ? 'Event' : `Event ${group?.number} of ${events.length}`}
        {event !== undefined && group !== undefined && (
          <small>{isRefused ? 'refused by the library' : eventWord(group)}</small>
        )}
      </h4>
      {form !== 'events' && <p className="hint">{formWords[form]}</p>}
      {form === 'events' && event === undefined && (
        <p className="hint">
          {group?.lines.some(({ kind }) => kind === 'comment')
            ? 'A comment: it keeps the connection alive and says nothing.'
            : 'None here.'}
        </p>
      )}
      {event !== undefined && <TextBox text={prettied(event.data)} />}
    </section>
  );
}

const mostCharacters = 6_000;

/** JSON with its lines broken, anything else as it is. */
function prettied(data: string): string {
  let text = data;
  try {
    text = JSON.stringify(JSON.parse(data), undefined, 2);
  } catch {
    // What is no JSON is shown as what it is.
  }
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)} …` : text;
}
