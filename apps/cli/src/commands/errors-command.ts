import type { Command } from 'commander';
import { withColor } from '../config/with-color.js';
import type { Io } from '../io/io.js';
import { baseCommand } from './base-command.js';
import type { ErrorsOptions } from './errors.js';

const more = `
A kind is a fact about what happened; its exit code is the one that farebox ends with. With a kind,
the faults that lead to it are told: how often a call is sent under them, and what that may cost.

Examples:
  farebox errors
  farebox errors timeout
  farebox errors StreamTruncatedError --json`;

/** `farebox errors [kind]`. What it does is in `errors`. */
export function errorsCommand(io: Io, finish: (exitCode: number) => void): Command {
  const command = baseCommand('farebox errors', io)
    .usage('[options] [kind]')
    .description('Every kind of error: its exit code, whether it is sent again, what to do.')
    .argument('[kind]', 'a kind or the name of its error: timeout, APITimeoutError')
    .option('--json', 'print one JSON object');
  return withColor(command, io)
    .addHelpText('after', more)
    .action(async (kind: string | undefined, options: ErrorsOptions) => {
      const { errors } = await import('./errors.js');
      finish(await errors(kind, options, io));
    });
}
