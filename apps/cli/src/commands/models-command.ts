import type { Command } from 'commander';
import { withColor } from '../config/with-color.js';
import type { Io } from '../io/io.js';
import { notEmpty } from '../options/not-empty.js';
import { baseCommand } from './base-command.js';
import type { ModelsOptions } from './models.js';

const more = `
Examples:
  farebox models --provider anthropic
  farebox models --provider groq | grep llama
  farebox models --json`;

/** `farebox models`. What it does is in `models`. */
export function modelsCommand(io: Io, finish: (exitCode: number) => void): Command {
  const command = baseCommand('farebox models', io)
    .description('Every model with a price today, by provider, in dollars per million tokens.')
    .option('--provider <name>', 'only the list of this provider', notEmpty('--provider', 'openai'))
    .option('--json', 'print one JSON object');
  return withColor(command, io)
    .addHelpText('after', more)
    .action(async (options: ModelsOptions) => {
      const { models } = await import('./models.js');
      finish(await models(options, io));
    });
}
