import { useEffect, useState } from 'react';
import type { RunRecord } from '../wire/run-record.js';

/** Often enough for the eye, seldom enough for the machine. */
const everyMs = 80;

/** The time on the scale of a record: it goes on between events while the run is under way. */
export function useNowMs({ phase, atMs }: RunRecord): number {
  const [sinceMs, setSinceMs] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each event sets the time anew
  useEffect(() => {
    setSinceMs(0);
    // Whoever wants no motion sees each event, and nothing move in between.
    if (phase !== 'running' || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const startedMs = performance.now();
    const timer = setInterval(() => setSinceMs(performance.now() - startedMs), everyMs);
    return () => clearInterval(timer);
  }, [phase, atMs]);
  return phase === 'running' ? atMs + sinceMs : atMs;
}
