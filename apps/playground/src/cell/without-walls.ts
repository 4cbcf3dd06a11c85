import { compileCell } from './compile.js';
import { type CellEvent, type CellState, idleCell, nextCell } from './output.js';
import type { CellMessage } from './protocol.js';
import { cellConsole } from './worker/cell-console.js';
import { cellProcess } from './worker/cell-process.js';
import { failureOf } from './worker/failure-of.js';
import { describe } from './worker/inspect.js';
import { requireModule } from './worker/require-module.js';

/**
 * Runs a cell in this process, for tests of what lessons say: compiled and shown as in the page, without a worker and a frame.
 *
 * Its global `fetch` must be stubbed to the same `fetch`.
 */
export async function runWithoutWalls(
  source: string,
  fetch: typeof globalThis.fetch,
): Promise<CellState> {
  let state = nextCell(idleCell, { type: 'started' });
  const dispatch = (event: CellEvent) => {
    state = nextCell(state, event);
  };
  const send = (message: CellMessage) => {
    if (message.type === 'line') dispatch({ type: 'lines', lines: [message] });
  };
  const compiled = compileCell(source);
  if ('failure' in compiled) {
    dispatch({ type: 'failed', failure: compiled.failure });
    return state;
  }
  const code = compiled.code.replace('export default', 'return');
  const start = new Function('fetch', 'console', 'process', code)(
    fetch,
    cellConsole(send),
    cellProcess(send),
  );
  let result: unknown;
  try {
    await start(requireModule, {}, (value: unknown) => {
      result = value;
    });
    const shown = result === undefined ? {} : { result: describe(result) };
    dispatch({ type: 'done', tookMs: 0, ...shown });
  } catch (thrown) {
    dispatch({ type: 'failed', failure: failureOf(thrown, '') });
  }
  return state;
}
