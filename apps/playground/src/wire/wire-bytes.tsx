import { useEffect, useMemo, useRef } from 'react';
import { cutsByGroup } from './cuts-by-group.js';
import './wire-bytes.css';
import { WireGroup } from './wire-group.js';
import type { WireMap } from './wire-map.js';

interface WireBytesProps {
  readonly bytes: Uint8Array;
  readonly map: WireMap;
  readonly cuts: readonly number[];
  readonly position: number;
  /** The group that the position is in. */
  readonly now: number;
  readonly refused: number | undefined;
  readonly onGo: (position: number) => void;
}

const none: readonly number[] = [];
/** More frames than heights take to settle. */
const looksForGroup = 6;

/** The reply as it stood on the wire, the event of the position in view. */
export function WireBytes({ bytes, map, cuts, position, now, refused, onGo }: WireBytesProps) {
  const list = useRef<HTMLOListElement>(null);
  const cutsOf = useMemo(() => cutsByGroup(bytes, map, cuts), [bytes, map, cuts]);
  useEffect(() => {
    let frame = 0;
    const show = (looks: number) => {
      const own = list.current;
      const group = own?.children[now];
      if (!own || !(group instanceof HTMLElement)) return;
      // Within the list only: the page must not move.
      const above = group.offsetTop - own.offsetTop - own.scrollTop;
      const isSeen = above >= 0 && above + group.offsetHeight <= own.clientHeight;
      if (!isSeen) own.scrollTop += above - own.clientHeight / 3;
      // Of many, those out of sight have a guessed height, and the true one once they are near.
      if (looks > 1) frame = requestAnimationFrame(() => show(looks - 1));
    };
    show(looksForGroup);
    return () => cancelAnimationFrame(frame);
  }, [now]);
  return (
    <ol className="wire-bytes" data-many={map.groups.length > 150} ref={list}>
      {map.groups.map((group, index) => (
        <WireGroup
          key={group.from}
          bytes={bytes}
          group={group}
          cuts={cutsOf[index] ?? none}
          isNow={index === now}
          position={index === now && position < group.to ? position : undefined}
          isRefused={group.number !== undefined && group.number === refused}
          onGo={onGo}
        />
      ))}
    </ol>
  );
}
