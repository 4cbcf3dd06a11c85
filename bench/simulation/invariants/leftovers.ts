import { getEventListeners } from 'node:events';
import type { Invariant } from './invariant.ts';

export const leftoverInvariants: readonly Invariant[] = [
  {
    holds: 'no timer waits once all calls have ended',
    *broken({ timersLeft }) {
      for (const [owner, pending] of Object.entries(timersLeft)) {
        if (pending > 0) yield `${pending} of ${owner}`;
      }
    },
  },
  {
    holds: 'no listener is left on a signal of a caller',
    *broken({ calls }) {
      for (const signal of new Set(calls.map(({ controller }) => controller.signal))) {
        const left = getEventListeners(signal, 'abort').length;
        if (left > 0) yield `${left} are left`;
      }
    },
  },
  {
    holds: 'no reply stays open',
    *broken({ provider }) {
      const { open } = provider.bodies;
      if (open > 0) yield `${open} are open`;
    },
  },
];
