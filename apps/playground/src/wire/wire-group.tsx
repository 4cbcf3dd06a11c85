import { memo } from 'react';
import { eventWord } from './event-words.js';
import { type LinePart, lineParts, mostLineBytes } from './line-parts.js';
import { lineStretches } from './line-stretches.js';
import './wire-group.css';
import type { WireGroup as Group } from './wire-map.js';

interface WireGroupProps {
  readonly bytes: Uint8Array;
  readonly group: Group;
  /** Where reads of the network ended, inside this group. */
  readonly cuts: readonly number[];
  /** The one that the position is in; those after it are ahead, which is for the style sheet to see. */
  readonly isNow: boolean;
  /** The position, where it is inside this group. */
  readonly position: number | undefined;
  readonly isRefused: boolean;
  readonly onGo: (position: number) => void;
}

/** The bytes of one event, or of what stands between two. */
export const WireGroup = memo(function WireGroup(props: WireGroupProps) {
  const { bytes, group, cuts, isNow, position, isRefused, onGo } = props;
  const { event, number, to } = group;
  const word = eventWord(group);
  const first = group.lines.slice(0, mostLines);
  const hidden = group.lines.length - first.length;
  return (
    <li
      className="wire-group"
      data-now={isNow || undefined}
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

function Line({ bytes, line, cuts, position }: LineProps) {
  const { from, to, kind } = line;
  const shownTo = Math.min(to, from + mostLineBytes);
  const hidden = to - shownTo;
  const stretches = lineStretches(bytes, { from, to: shownTo, kind }, position);
  return (
    <span
      className="wire-line"
      data-kind={kind}
      data-has-new={stretches.some(({ isNew }) => isNew)}
    >
      {stretches.map((stretch) => (
        <span
          key={stretch.from}
          data-new={stretch.isNew || undefined}
          data-ahead={stretch.isAhead || undefined}
        >
          {stretch.from === position && position > from && <i className="wire-position" />}
          {stretch.from > from && cuts.includes(stretch.from) && <i className="wire-cut" />}
          <Parts parts={lineParts(bytes, stretch.from, stretch.to, cuts)} />
        </span>
      ))}
      {hidden > 0 && <em>and {hidden.toLocaleString('en')} bytes more</em>}
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
