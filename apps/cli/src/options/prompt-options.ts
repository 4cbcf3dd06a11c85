import type { Command } from 'commander';
import { each } from './each.js';
import { oneOf } from './one-of.js';

/** Adds what goes into a prompt beside its words. */
export function withPromptOptions(command: Command): Command {
  return command
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
