import type { FaultCase } from '@farebox/simulator/fault-table';
import { browserClock } from '../cell/browser-clock.js';
import { readySimulator } from '../simulator/ready-simulator.js';
import { faultSteps } from './fault-steps.js';
import { hurriedClock } from './hurried-clock.js';
import { shortClocks } from './short-clocks.js';

/** Slow enough to watch, fast enough for the clocks. */
const pace = { firstTokenMs: 350, tokensPerSecond: 45 };

/** A provider for one run under a fault, and the clocks under which a stall is soon over. */
export async function faultyLine(faultCase: FaultCase) {
  const { simulate } = await readySimulator();
  const faults = faultSteps(faultCase);
  const { fetch } = simulate({ faults, pace, clock: hurriedClock(browserClock) });
  return { fetch, clocks: shortClocks };
}
