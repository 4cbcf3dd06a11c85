import type { Command } from 'commander';
import { each } from './each.js';
import { oneOf } from './one-of.js';
import { namedValues } from './tags.js';

/** Adds what goes into a prompt beside its words. */
export function withPromptOptions(command: Command): Command {
  return command
    .option(
      '-r, --role <role>',
      'tutor, debugger, reviewer, translator:<language>, or one of your own',
    )
    .option(
      '-p, --param <name=value>',
      'a value for a variable of the role; repeatable',
      namedValues('--param', 'language=Go'),
    )
    .option(
      '-f, --file <source>',
      'a text before the question: a file, an address or -; repeatable',
      each('--file', 'notes.md'),
    )
    .option(
      '-a, --attach <source>',
      'an image, a recording or a PDF: a file, an address or -; repeatable',
      each('--attach', 'chart.png'),
    )
    .option(
      '--detail <how>',
      'how closely images are looked at: auto, low, high or original',
      oneOf('--detail', ['auto', 'low', 'high', 'original']),
    );
}
