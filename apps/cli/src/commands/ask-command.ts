import type { Command } from 'commander';
import { withSettings } from '../config/with-settings.js';
import type { Io } from '../io/io.js';
import type { AskOptions } from '../options/ask-options.js';
import { withCallOptions } from '../options/call-options.js';
import { frontPage } from '../report/front-page.js';
import { baseCommand } from './base-command.js';

/** `farebox [ask]`: the options, their checks and the help. What it does is in `ask`. */
export function askCommand(io: Io, finish: (exitCode: number) => void): Command {
  return withSettings(withCallOptions(baseCommand('farebox', io)), io)
    .usage('[options] [prompt...]')
    .description(
      'Ask a language model. Words and standard input are joined; - reads the latter only.',
    )
    .option('--json', 'print one JSON object with text, usage and cost')
    .option('--dry-run', 'print the request and the most that it can cost; send nothing')
    .addHelpText('after', frontPage())
    .action(async (words: readonly string[], options: AskOptions & { readonly dryRun?: true }) => {
      if (options.dryRun) {
        const { dryRun } = await import('./dry-run.js');
        return finish(await dryRun(words, options, io));
      }
      const { ask } = await import('./ask.js');
      finish(await ask(words, options, io));
    });
}
