import { memo } from 'react';
import { eventWord } from './event-words.js';
import { type LinePart, lineParts, mostLineBytes } from './line-parts.js';
import './wire-group.css';
import type { WireGroup as Group } from './wire-map.js';

interface WireGroupProps {
  readonly bytes: Uint8Array;
  readonly group: Group;
  /** Where reads of the network ended, inside this group. */
  readonly cuts: readonly number[];
  readonly state: 'past' | 'now' | 'ahead';
  /** The position, where it is inside this group. */
  readonly position: number | undefined;
  readonly isRefused: boolean;
  readonly onGo: (position: number) => void;
}

/** The bytes of one event, or of what stands between two. */
export const WireGroup = memo(function WireGroup(props: WireGroupProps) {
  const { bytes, group, cuts, state, position, isRefused, onGo } = props;
  const { event, number, to } = group;
  const word = eventWord(group);
  const first = group.lines.slice(0, mostLines);
  const hidden = group.lines.length - first.length;
  return (
    <li
      className="wire-group"
      data-state={state}
      data-says={isRefused ? 'error' : (event?.says ?? word)}
    >
      <div className="wire-gutter">
        {number === undefined ? (
          <span>{word}</span>
        ) : (
          <button type="button" tabIndex={-1} onClick={() => onGo(to)}>
            <b>{number}</b> <span>{isRefused ? 'refused' : word}</span>
          </button>
        )}
      </div>
      <code>
        {first.map((line) => (
          <Line key={line.from} bytes={bytes} line={line} cuts={cuts} position={position} />
        ))}
        {hidden > 0 && <em>and {hidden.toLocaleString('en')} lines more</em>}
      </code>
    </li>
  );
});

/** A group of more lines than this is shown in part. */
const mostLines = 60;

interface LineProps {
  readonly bytes: Uint8Array;
  readonly line: Group['lines'][number];
  readonly cuts: readonly number[];
  readonly position: number | undefined;
}

function Line({ bytes, line: { from, to, kind }, cuts, position }: LineProps) {
  const hidden = to - from - mostLineBytes;
  const more = hidden > 0 && <em>and {hidden.toLocaleString('en')} bytes more</em>;
  if (position === undefined || position <= from || position >= to) {
    const isAhead = position !== undefined && position <= from;
    return (
      <span className="wire-line" data-kind={kind} data-ahead={isAhead || undefined}>
        <Parts parts={lineParts(bytes, from, to, cuts)} />
        {more}
      </span>
    );
  }
  return (
    <span className="wire-line" data-kind={kind}>
      <Parts parts={lineParts(bytes, from, position, cuts)} />
      <i className="wire-position" />
      <span data-ahead="true">
        <Parts parts={lineParts(bytes, position, to, cuts)} />
      </span>
      {more}
    </span>
  );
}

function Parts({ parts }: { readonly parts: readonly LinePart[] }) {
  return parts.map((part, index) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: parts of a line never change places
    if (part.type === 'text') return <span key={index}>{part.text}</span>;
    if (part.type === 'bytes') return <b key={index}>{part.hex}</b>;
    if (part.type === 'end') return <u key={index}>{part.text}</u>;
    return <i key={index} className="wire-cut" />;
    // biome-ignore-end lint/suspicious/noArrayIndexKey: parts of a line never change places
  });
}
