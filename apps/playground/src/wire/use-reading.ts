import { useEffect, useState } from 'react';
import { firstRefused } from './first-refused.js';
import { type PrefixReading, readPrefix } from './read-prefix.js';
import type { WireMap } from './wire-map.js';

/** What the library has at a position of a reply; the one before stays until it is known. */
export function useReading(bytes: Uint8Array<ArrayBuffer>, position: number) {
  const [reading, setReading] = useState<PrefixReading>();
  useEffect(() => {
    let left = false;
    void readPrefix(bytes, position).then((next) => left || setReading(next));
    return () => {
      left = true;
    };
  }, [bytes, position]);
  return reading;
}

/** The number of the event at which the library ends a reply with an error. */
export function useRefused(bytes: Uint8Array<ArrayBuffer>, { events }: WireMap) {
  const [refused, setRefused] = useState<number>();
  useEffect(() => {
    let left = false;
    setRefused(undefined);
    void firstRefused(bytes, events).then((number) => left || setRefused(number));
    return () => {
      left = true;
    };
  }, [bytes, events]);
  return refused;
}
