import { type VirtualClock, virtualClock } from '@farebox/core/testing';
import { simulate } from '@farebox/simulator';
import type { FaultCase } from '@farebox/simulator/fault-table';
import { stepsOf } from '../steps.ts';
import { answerRule } from '../whole-answer.ts';
import { countedBodies } from './counted-bodies.ts';
import { noting, type Venue } from './venue.ts';

/** A venue in this process, whose time passes only when nothing else can happen. */
export interface VirtualVenue extends Venue {
  readonly clock: VirtualClock;
  /** Bodies that are still open. */
  readonly open: number;
  /** Moves time until the promise settles: an hour at most. */
  passTime<T>(promise: Promise<T>): Promise<T>;
}

const quietRounds = 4;
const hour = 3_600;

export function virtualVenue(faultCase: FaultCase): VirtualVenue {
  const clock = virtualClock({ settle: immediately });
  const simulator = simulate({ seed: 1, clock, faults: stepsOf(faultCase), answers: [answerRule] });
  const bodies = countedBodies(simulator.fetch);
  const { fetch, sent } = noting(bodies.fetch, () => clock.monotonicMs());
  return {
    baseURL: 'http://simulator.test/v1',
    fetch,
    sent,
    books: simulator.books,
    clock,
    get open() {
      return bodies.open;
    },
    async passTime(promise) {
      let settled = false;
      const settle = () => {
        settled = true;
      };
      promise.then(settle, settle);
      const quiet = async () => {
        for (let round = 0, reads = -1; round < quietRounds && !settled; round++) {
          if (reads !== bodies.reads) round = 0;
          reads = bodies.reads;
          await immediately();
        }
      };
      for (let second = 0; second < hour; second++) {
        await quiet();
        if (settled) return promise;
        await clock.advance(1_000);
      }
      throw new Error('Nothing settled within an hour.');
    },
    async close() {},
  };
}

function immediately(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
