import type { Command } from 'commander';
import { withColor } from '../config/with-color.js';
import type { Io } from '../io/io.js';
import { dayOf } from '../options/day-of.js';
import { notEmpty } from '../options/not-empty.js';
import { baseCommand } from './base-command.js';
import type { PriceOptions } from './price.js';

const more = `
A model that is not on a list exits 1, with the names that are most like it: an unknown price
is never 0. The lists come with this version; "checked" says how old an entry is.

Examples:
  farebox price gpt-4o-mini
  farebox price gpt-5.6-luna --at 2026-07-01
  farebox price llama-3.3-70b-versatile --provider groq --json`;

/** `farebox price <model>`. What it does is in `price`. */
export function priceCommand(io: Io, finish: (exitCode: number) => void): Command {
  const command = baseCommand('farebox price', io)
    .usage('[options] <model>')
    .description('What a model costs: rates, thresholds, tiers, dates and where they are from.')
    .argument('<model>', 'its name, a dated snapshot or another name of it')
    .option('--provider <name>', 'only the list of this provider', notEmpty('--provider', 'openai'))
    .option('--at <day>', 'the prices of this day, in UTC (default: today)', dayOf('--at'))
    .option('--json', 'print one JSON object');
  return withColor(command, io)
    .addHelpText('after', more)
    .action(async (model: string, options: PriceOptions) => {
      const { price } = await import('./price.js');
      finish(await price(model, options, io));
    });
}
