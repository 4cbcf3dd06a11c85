import type { FaultCase } from '@farebox/simulator/fault-table';
import { useEffect, useReducer, useRef } from 'react';
import { browserClock } from '../cell/browser-clock.js';
import { readySimulator } from '../simulator/ready-simulator.js';
import { type FaultRun, idleRun, nextRun } from './fault-run.js';
import { runFault } from './run-fault.js';

export interface FaultRunControls {
  readonly run: FaultRun;
  readonly start: (faultCase: FaultCase) => void;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** One run at a time; the simulator is loaded with the first. */
export function useFaultRun(): FaultRunControls {
  const [run, dispatch] = useReducer(nextRun, idleRun);
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const start = async (faultCase: FaultCase) => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    dispatch({ type: 'loading' });
    const { simulate } = await readySimulator();
    if (own.signal.aborted) return;
    await runFault({
      faultCase,
      simulate,
      clock: browserClock,
      signal: own.signal,
      onEvent: (event) => {
        if (controller.current === own) dispatch(event);
      },
    });
  };
  const stop = () => {
    controller.current?.abort();
    if (run.phase === 'loading') dispatch({ type: 'stopped' });
  };
  const clear = () => {
    controller.current?.abort();
    controller.current = undefined;
    dispatch({ type: 'cleared' });
  };
  return {
    run,
    // Only a file of the page can fail here: what a run comes to is an event.
    start: (faultCase) => void start(faultCase).catch(() => dispatch({ type: 'broken' })),
    stop,
    clear,
  };
}
