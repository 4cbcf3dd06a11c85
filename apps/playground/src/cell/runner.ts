import { compileCell } from './compile.js';
import { openFrame } from './open-frame.js';
import type { RunCellOptions } from './run-cell.js';
import runtime from './worker/main.js?bundled';

/** What a run needs of the browser and the compiler: loaded together, when the first cell runs. */
export const runner: Pick<RunCellOptions, 'compile' | 'openFrame'> = {
  compile: compileCell,
  openFrame: (onMessage) => openFrame(runtime, onMessage),
};
