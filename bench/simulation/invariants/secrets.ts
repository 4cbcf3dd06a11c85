import { leaksIn, printed } from '../../faults/canaries.ts';
import { canaryAnswer } from '../scenario/draw-call.ts';
import { errorOf } from './ends.ts';
import type { Invariant } from './invariant.ts';

export const secretInvariants: readonly Invariant[] = [
  {
    holds: 'no error, event or receipt says the key, the prompt or the answer',
    *broken({ calls, events, ledgers }) {
      const receipts = ledgers.flatMap(({ settled }) => settled);
      const text = printed([...calls.map(errorOf), ...events, ...receipts], { showHidden: true });
      for (const leak of leaksIn(text)) yield `the ${leak} is said`;
      if (text.includes(canaryAnswer)) yield 'the answer is said';
    },
  },
];
