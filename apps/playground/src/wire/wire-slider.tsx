import { type KeyboardEvent, memo, useMemo } from 'react';
import { stopFrom, type WireMap } from './wire-map.js';
import './wire-slider.css';

interface WireSliderProps {
  readonly map: WireMap;
  readonly cuts: readonly number[];
  readonly position: number;
  /** What is at the position, in words. */
  readonly text: string;
  readonly onGo: (position: number) => void;
}

/** Through a reply byte by byte, or from event to event. */
export function WireSlider({ map, cuts, position, text, onGo }: WireSliderProps) {
  const { length, events } = map;
  const ends = useMemo(() => events.map(({ to }) => to), [events]);
  const step = (way: 1 | -1) => onGo(stopFrom(map, position, way));
  const stepByKey = (event: KeyboardEvent) => {
    const way = steps[event.key];
    // With Shift an arrow goes by one byte, as the browser has it.
    if (way === undefined || event.shiftKey) return;
    event.preventDefault();
    step(way);
  };
  return (
    <div className="wire-slider">
      <button
        type="button"
        aria-label="To the event before"
        disabled={position === 0}
        onClick={() => step(-1)}
      >
        ‹
      </button>
      <div>
        <Ticks className="wire-reads" places={cuts} length={length} />
        <input
          type="range"
          aria-label="Position in the reply"
          aria-valuetext={text}
          min={0}
          max={length}
          value={position}
          onChange={({ target }) => onGo(Number(target.value))}
          onKeyDown={stepByKey}
        />
        <Ticks className="wire-ends" places={ends} length={length} />
      </div>
      <button
        type="button"
        aria-label="To the next event"
        disabled={position === length}
        onClick={() => step(1)}
      >
        ›
      </button>
    </div>
  );
}

const steps: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
};

interface TicksProps {
  readonly className: string;
  readonly places: readonly number[];
  readonly length: number;
}

/** As many places along the slider as can be told apart. */
const Ticks = memo(function Ticks({ className, places, length }: TicksProps) {
  const shares = new Set(places.map((place) => Math.round((mostTicks * place) / (length || 1))));
  return (
    <div className={className} aria-hidden="true">
      {[...shares].map((share) => (
        <i key={share} style={{ left: `${(100 * share) / mostTicks}%` }} />
      ))}
    </div>
  );
});

const mostTicks = 300;
