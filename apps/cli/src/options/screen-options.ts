import { ChatError } from '@farebox/core';
import type { Command } from 'commander';
import type { AppearanceOptions } from '../terminal/appearance.js';
import { withColorOption } from './color-option.js';

/** What is shown of a call, and how. */
export interface ScreenOptions extends AppearanceOptions {
  readonly quiet?: boolean | undefined;
  readonly verbose?: boolean | undefined;
}

export interface ExtractOptions {
  readonly extract?: boolean | undefined;
  readonly extractLast?: boolean | undefined;
}

/** Adds the options that say what is shown of an answer and around it. */
export function withScreenOptions(command: Command): Command {
  return withColorOption(
    command.option('--raw', 'print the text as the model wrote it, with its Markdown'),
  )
    .option('-q, --quiet', 'print the answer and errors, and nothing else')
    .option('-v, --verbose', 'tell of attempts, the first token, the request id and the model');
}

/** Adds the options for what is in a block of code. */
export function withExtractOptions(command: Command): Command {
  return command
    .option('-x, --extract', 'print only what is in the first block of code')
    .option('--extract-last', 'print only what is in the last block of code');
}

/**
 * Which block of code is wanted.
 *
 * @throws {ChatError} `configuration` for two options that contradict each other.
 */
export function extracted(
  options: ScreenOptions & ExtractOptions & { readonly json?: boolean | undefined },
): 'first' | 'last' | undefined {
  const { extract, extractLast, json, quiet, verbose } = options;
  if (quiet && verbose) {
    throw contradiction('--quiet and --verbose contradict each other.');
  }
  if (extract && extractLast) {
    throw contradiction('--extract and --extract-last name different blocks of code.');
  }
  if (json && (extract || extractLast)) {
    throw contradiction(
      `--json and ${extract ? '--extract' : '--extract-last'} print different things.`,
    );
  }
  return extract ? 'first' : extractLast ? 'last' : undefined;
}

function contradiction(message: string): ChatError {
  return new ChatError({ kind: 'configuration', message, fix: 'Give one of them.' });
}
