import type { Bug, Signal } from '../corpus/topic.js';
import { patternsIn } from '../text/patterns-in.js';
import type { Slots } from '../text/template.js';

/** What a match must reach to be one. */
const threshold = 3;
/** Code that has the mistake speaks louder than any word about it. */
const shapePoints = 8;

/** The entry that the prompt speaks for most; the earlier one of two equals. */
export function bestBySignals<Entry extends { readonly signals: readonly Signal[] }>(
  entries: readonly Entry[],
  prompt: string,
): { entry: Entry; points: number } | undefined {
  const has = patternsIn(prompt);
  let best: { entry: Entry; points: number } | undefined;
  for (const entry of entries) {
    const points = pointsOf(entry.signals, has);
    if (points >= threshold && points > (best?.points ?? 0)) best = { entry, points };
  }
  return best;
}

/** The mistake that the code has or the prompt describes, with the names the code uses. */
export function bestBug(
  bugs: readonly Bug[],
  code: string,
  prompt: string,
): { entry: Bug; points: number; slots: Slots } | undefined {
  const has = patternsIn(prompt);
  let best: { entry: Bug; points: number; slots: Slots } | undefined;
  for (const entry of bugs) {
    const slots = code === '' ? undefined : entry.detect(code);
    const points = pointsOf(entry.signals, has) + (slots === undefined ? 0 : shapePoints);
    if (points >= threshold && points > (best?.points ?? 0)) {
      best = { entry, points, slots: slots ?? {} };
    }
  }
  return best;
}

function pointsOf(signals: readonly Signal[], has: (pattern: RegExp) => boolean): number {
  return signals.reduce((sum, [pattern, points]) => sum + (has(pattern) ? points : 0), 0);
}
