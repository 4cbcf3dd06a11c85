import type { Command } from 'commander';
import { withSettings } from '../config/with-settings.js';
import type { Io } from '../io/io.js';
import { withCallOptions } from '../options/call-options.js';
import { wholeNumberIn } from '../options/numbers.js';
import { withSchemaOption } from '../options/schema-option.js';
import { baseCommand } from './base-command.js';
import type { EstimateOptions } from './estimate.js';

const more = `
Takes what ask takes, and sends nothing. "at most" is what ask sets aside, and what --max-cost is
compared with: 3 is the exit code when it is more. "expected" counts the prompt, and takes the
length of the answer from --answer-tokens.

Examples:
  farebox estimate "Explain a for loop in two lines"
  git diff | farebox estimate -r reviewer -m gpt-4o --max-tokens 800
  farebox estimate --json --answer-tokens 50 "Yes or no?" | jq .bound.costUsd`;

/** `farebox estimate`: the options of `ask`, and what to expect. What it does is in `estimate`. */
export function estimateCommand(io: Io, finish: (exitCode: number) => void): Command {
  return withSettings(withSchemaOption(withCallOptions(baseCommand('farebox estimate', io))), io)
    .usage('[options] [prompt...]')
    .description('What a call will likely cost, and can cost at most, before it is sent.')
    .option(
      '--answer-tokens <count>',
      'how long an answer you expect (default: 500)',
      wholeNumberIn('--answer-tokens', 0, 1e9),
    )
    .option('--json', 'print one JSON object')
    .addHelpText('after', more)
    .action(async (words: readonly string[], options: EstimateOptions) => {
      const { estimate } = await import('./estimate.js');
      finish(await estimate(words, options, io));
    });
}
