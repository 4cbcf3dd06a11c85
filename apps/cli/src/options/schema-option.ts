import { type Command, Option } from 'commander';
import { notEmpty } from './not-empty.js';

/** Adds the option for a value in place of a text. */
export function withSchemaOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--schema <schema>',
      'print a JSON value that fits: a file, JSON Schema, or "name, age int, tags[]"',
    )
      .argParser(notEmpty('--schema', '"name, age int"'))
      .conflicts(['extract', 'extractLast']),
  );
}
