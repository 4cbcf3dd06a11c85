import { useEffect, useRef, useState } from 'react';

/** A value that changes often, at most once in `everyMs`; the last one always comes. */
export function useCalm<T>(value: T, everyMs: number): T {
  const [calm, setCalm] = useState(value);
  const changedMs = useRef(0);
  useEffect(() => {
    const restMs = Math.max(0, changedMs.current + everyMs - performance.now());
    const timer = setTimeout(() => {
      changedMs.current = performance.now();
      setCalm(value);
    }, restMs);
    return () => clearTimeout(timer);
  }, [value, everyMs]);
  return calm;
}
