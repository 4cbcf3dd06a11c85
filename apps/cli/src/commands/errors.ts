import { ChatError, type ErrorKind, errorKinds, nearestNames } from '@farebox/core';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { printLines } from '../io/print-lines.js';
import { errorsJson, errorsLines } from '../report/errors-report.js';
import { kindJson, kindLines } from '../report/kind-report.js';
import type { AppearanceOptions } from '../terminal/appearance.js';
import { oneLine } from '../terminal/one-line.js';

export interface ErrorsOptions extends AppearanceOptions {
  readonly json?: boolean;
}

/**
 * Prints every kind of error, or one kind with the faults that lead to it.
 *
 * @param word a kind, or the name of its error as a message has it.
 * @throws {ChatError} `configuration` when it is neither; the names most like it are in the fix.
 */
export async function errors(word: string | undefined, options: ErrorsOptions, io: Io): Promise<0> {
  const { json } = options;
  if (word === undefined) {
    if (json) await print(io.stdout, JSON.stringify(errorsJson()));
    else await printLines(errorsLines(), options, io);
    return 0;
  }
  const kind = kindCalled(word);
  if (kind === undefined) throw unknownKind(word);
  // Eighty faults as data, which no other command needs.
  const { faultTable } = await import('@farebox/simulator/fault-table');
  if (json) await print(io.stdout, JSON.stringify(kindJson(kind, faultTable)));
  else await printLines(kindLines(kind, faultTable), options, io);
  return 0;
}

const kinds = Object.keys(errorKinds) as ErrorKind[];

function kindCalled(word: string): ErrorKind | undefined {
  return kinds.find((kind) => kind === word || errorKinds[kind].name === word);
}

function unknownKind(word: string): ChatError {
  const names = Object.values(errorKinds).map(({ name }) => name);
  const nearest = nearestNames(word, [...kinds, ...names]);
  return new ChatError({
    kind: 'configuration',
    message: `"${oneLine(word)}" is no kind of error.`,
    fix: `${nearest.length === 0 ? 'No name is like it' : `The nearest names are ${nearest.join(', ')}`}; farebox errors has them all.`,
  });
}
