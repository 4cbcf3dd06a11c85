import { useEffect, useReducer, useRef } from 'react';
import { browserClock } from './browser-clock.js';
import { type CellState, idleCell, nextCell } from './output.js';
import { type RunCellOptions, runCell } from './run-cell.js';
import { runProvider } from './run-provider.js';

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
 * One cell; all that it can reach is a simulator of its own, which each run has anew.
 *
 * @param adapt What the code goes through beside the compiler; default: nothing.
 */
export function useCell(adapt: (compile: Compile) => Compile = asItIs): CellControls {
  const [cell, dispatch] = useReducer(nextCell, idleCell);
  const controller = useRef<AbortController>(undefined);
  const runs = useRef(0);

  const stop = () => controller.current?.abort();
  const run = async (source: string) => {
    stop();
    const own = new AbortController();
    controller.current = own;
    dispatch({ type: 'started' });
    runs.current += 1;
    const fetch = runProvider(runs.current);
    const { runner } = await import('./runner.js');
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
    runs.current = 0;
    dispatch({ type: 'cleared' });
  };
  useEffect(() => () => controller.current?.abort(), []);
  // Only the files of the page can fail here: a cell's own failures are events.
  const runOrTell = (source: string) =>
    void run(source).catch(() => dispatch({ type: 'failed', failure: notLoaded }));
  return { cell, run: runOrTell, stop, clear };
}
