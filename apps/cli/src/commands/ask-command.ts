import { type Command, Option } from 'commander';
import { withSettings } from '../config/with-settings.js';
import { withConversationOptions } from '../conversations/conversation-options.js';
import type { Io } from '../io/io.js';
import { checkQuestion } from '../keys/key-on-command-line.js';
import type { AskOptions } from '../options/ask-options.js';
import { withCallOptions } from '../options/call-options.js';
import { withSchemaOption } from '../options/schema-option.js';
import { withExtractOptions, withScreenOptions } from '../options/screen-options.js';
import { frontPage } from '../report/front-page.js';
import { ask } from './ask.js';
import { askEvents } from './ask-events.js';
import { baseCommand } from './base-command.js';
import { dryRun } from './dry-run.js';

/** What chooses between the ways to ask. */
interface AskCommandOptions extends AskOptions {
  readonly dryRun?: boolean;
  readonly jsonl?: boolean;
}

/** `farebox [ask]`: the options, their checks and the help. What it does is in `ask`. */
export function askCommand(io: Io, finish: (exitCode: number) => void): Command {
  const command = withExtractOptions(
    withConversationOptions(
      withScreenOptions(withSchemaOption(withCallOptions(baseCommand('farebox', io)))),
    ),
  );
  return withSettings(command, io)
    .usage('[options] [prompt...]')
    .description(
      'Ask a language model. Words and standard input are joined; - reads the latter only.',
    )
    .option('--json', 'print one JSON object with text, usage and cost')
    .addOption(
      new Option('--jsonl', 'print what happens as it happens, one JSON object a line').conflicts([
        'json',
        'extract',
        'extractLast',
      ]),
    )
    .option('--dry-run', 'print the request and the most that it can cost; send nothing')
    .addHelpText('after', frontPage())
    .action(async (words: readonly string[], options: AskCommandOptions) => {
      await checkQuestion(words, io);
      if (options.dryRun) {
        finish(await dryRun(words, options, io));
      } else if (options.jsonl) {
        finish(await askEvents(words, options, io));
      } else {
        finish(await ask(words, options, io));
      }
    });
}
