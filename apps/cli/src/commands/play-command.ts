import type { Command } from 'commander';
import { withSettings } from '../config/with-settings.js';
import type { Io } from '../io/io.js';
import { notEmpty } from '../options/not-empty.js';
import { amountOfUsd, wholeNumberIn } from '../options/numbers.js';
import { sessionName } from '../options/session-name.js';
import { tags } from '../options/tags.js';
import { baseCommand } from './base-command.js';
import type { PlayOptions } from './play.js';

const more = `
The page comes from this installation and runs offline. Without a key the simulator in it answers.
With one, the page can ask for the models that are named, and the key stays in this process: calls
go through it, under your budgets and into your log, with the tag caller=play. Only this machine can
reach it, and only the page at the printed address, which has a token in it. Ctrl-C ends it, exit 0.

Other users of this machine can see what programs are started with: there, use --no-open.

Examples:
  farebox play
  farebox play --no-open --port 4173
  farebox play --max-cost 0.01 -m gpt-4o-mini -m gpt-4o
  farebox play --provider anthropic --session lessons`;

const defaultModel = 'gpt-4o-mini';

/** Collects models, of which the default is none that was named. */
function oneMore(): (name: string, before?: string | readonly string[]) => readonly string[] {
  const check = notEmpty('--model', defaultModel);
  return (name, before) => [...(typeof before === 'object' ? before : []), check(name)];
}

/** `farebox play`. What it does is in `play`. */
export function playCommand(io: Io, finish: (exitCode: number) => void): Command {
  return withSettings(baseCommand('farebox play', io), io)
    .description('Open the playground in a browser, with a key that stays in this command.')
    .option(
      '--port <number>',
      'the port (default: any free one)',
      wholeNumberIn('--port', 0, 65_535),
    )
    .option('--no-open', 'print the address, open no browser')
    .option(
      '-m, --model <name>',
      'a model that the page may ask; repeatable',
      oneMore(),
      defaultModel,
    )
    .option(
      '--provider <name>',
      'who answers (default: openai)',
      notEmpty('--provider', 'anthropic'),
    )
    .option('--base-url <url>', 'the address of an OpenAI-compatible API')
    .option('--max-cost <usd>', 'refuse a call that could cost more', amountOfUsd('--max-cost'))
    .option('--session <name>', 'a name to count and limit calls by', sessionName('--session'))
    .option('--tag <name=value>', 'a label on the receipts; repeatable', tags('--tag'))
    .option('-q, --quiet', 'no line for each call')
    .hook('preAction', (_, running) => {
      running.setOptionValue('modelIsGiven', running.getOptionValueSource('model') === 'cli');
    })
    .addHelpText('after', more)
    .action(async (options: PlayOptions) => {
      const { play } = await import('./play.js');
      finish(await play(options, io));
    });
}
