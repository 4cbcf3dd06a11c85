import type { CellMessage, LineLevel } from '../protocol.js';
import { inspect } from './inspect.js';

type Write = (...values: unknown[]) => void;

/** The methods of `console` that print, each line one message. */
export function cellConsole(send: (message: CellMessage) => void): Record<string, Write> {
  const at =
    (level: LineLevel): Write =>
    (...values) =>
      send({ type: 'line', level, text: values.map(inspect).join(' ') });
  const log = at('log');
  const error = at('error');
  return {
    log,
    info: log,
    debug: log,
    dir: log,
    table: log,
    warn: at('warn'),
    error,
    trace: error,
    assert: (holds, ...values) => {
      if (!holds) error('Assertion failed:', ...values);
    },
  };
}
