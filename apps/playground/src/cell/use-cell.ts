import { useReducer, useRef } from 'react';
import { pageSimulator } from '../simulator/page-simulator.js';
import { browserClock } from './browser-clock.js';
import { type CellState, idleCell, nextCell } from './output.js';
import { type RunCellOptions, runCell } from './run-cell.js';

export interface CellControls {
  readonly cell: CellState;
  readonly run: (source: string) => void;
  readonly stop: () => void;
  readonly clear: () => void;
}

const notLoaded = {
  name: 'Not loaded',
  message: 'A file that runs cells could not be loaded.',
  fix: 'Reload the page.',
};

type Compile = RunCellOptions['compile'];
const asItIs = (compile: Compile) => compile;

/**
 * One cell, run with what the page has: its simulator is all the cell can reach.
 *
 * @param adapt What the code goes through beside the compiler; default: nothing.
 */
export function useCell(adapt: (compile: Compile) => Compile = asItIs): CellControls {
  const [cell, dispatch] = useReducer(nextCell, idleCell);
  const controller = useRef<AbortController>(undefined);

  const stop = () => controller.current?.abort();
  const run = async (source: string) => {
    stop();
    const own = new AbortController();
    controller.current = own;
    dispatch({ type: 'started' });
    const [{ runner }, { fetch }] = await Promise.all([import('./runner.js'), pageSimulator()]);
    await runCell({
      ...runner,
      compile: adapt(runner.compile),
      source,
      fetch,
      clock: browserClock,
      signal: own.signal,
      onEvent: (event) => {
        if (controller.current === own) dispatch(event);
      },
    });
  };
  const clear = () => {
    stop();
    controller.current = undefined;
    dispatch({ type: 'cleared' });
  };
  // Only the files of the page can fail here: a cell's own failures are events.
  const runOrTell = (source: string) =>
    void run(source).catch(() => dispatch({ type: 'failed', failure: notLoaded }));
  return { cell, run: runOrTell, stop, clear };
}
