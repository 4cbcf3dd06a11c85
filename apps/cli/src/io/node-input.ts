import { fstatSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { Input } from './io.js';

/** Standard input of this process. It is opened on the first read, because that keeps a process alive. */
export function nodeInput(): Input {
  return {
    kind: kindOf(0),
    bytes: { [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator]() },
  };
}

function kindOf(descriptor: number): Input['kind'] {
  const facts = fstatSync(descriptor, { throwIfNoEntry: false });
  if (facts === undefined) return 'none';
  if (facts.isFIFO() || facts.isFile() || facts.isSocket()) return 'stream';
  return isatty(descriptor) ? 'terminal' : 'none';
}
