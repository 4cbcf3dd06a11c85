import type { Command } from 'commander';
import { oneOf } from './one-of.js';

/** Adds the option for colours. */
export function withColorOption(command: Command): Command {
  return command.option(
    '--color <when>',
    'auto (the default: on a terminal, unless NO_COLOR is set), always or never',
    oneOf('--color', ['auto', 'always', 'never']),
  );
}
