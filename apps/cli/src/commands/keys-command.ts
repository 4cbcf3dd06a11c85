import type { Command } from 'commander';
import type { Io } from '../io/io.js';
import { baseCommand } from './base-command.js';
import type { KeysListOptions } from './keys-list.js';

const more = `
A key is sent to the address that it was saved for, and to no other. In the environment (or .env)
it may stand as well: the environment outranks a saved key, and a saved key .env.

Examples:
  farebox keys set
  farebox keys set anthropic
  farebox keys list
  farebox keys rm anthropic`;

const moreOfSet = `
The key is asked for at the terminal, without being shown, or read from standard input. It is never
an argument: every process of a machine can read those, and shells keep them.

Examples:
  farebox keys set
  farebox keys set gemini
  farebox keys set https://llm.example/v1 < key.txt
  pass show openai | farebox keys set`;

const moreOfList = `
Examples:
  farebox keys list
  farebox keys list --json`;

const moreOfRm = `
Examples:
  farebox keys rm
  farebox keys rm anthropic`;

const where = 'a provider, or an address such as https://llm.example/v1; without one, openai';

/** `farebox keys`: its commands and help. What they do is in `keys-set` and so on. */
export function keysCommand(io: Io, finish: (exitCode: number) => void): Command {
  const command = baseCommand('farebox keys', io)
    .description('The keys that are saved for you, each for one address.')
    .helpCommand(false)
    .addHelpText('after', more);

  command
    .command('set')
    .description('Save a key, or put another in its place.')
    .argument('[where]', where)
    .addHelpText('after', moreOfSet)
    .action(async (place: string | undefined) => {
      const { keysSet } = await import('./keys-set.js');
      finish(await keysSet(place, io));
    });

  command
    .command('list', { isDefault: true })
    .description('What is saved: the address, the last four characters, the day.')
    .option('--json', 'print one JSON object')
    .addHelpText('after', moreOfList)
    .action(async (options: KeysListOptions) => {
      const { keysList } = await import('./keys-list.js');
      finish(await keysList(options, io));
    });

  command
    .command('rm')
    .description('Forget a key.')
    .argument('[where]', where)
    .addHelpText('after', moreOfRm)
    .action(async (place: string | undefined) => {
      const { keysRm } = await import('./keys-rm.js');
      finish(await keysRm(place, io));
    });

  command
    .command('path')
    .description('Where they are: a folder with a file for each.')
    .addHelpText('after', '\nExamples:\n  farebox keys path\n  ls -l "$(farebox keys path)"')
    .action(async () => {
      const { keysPath } = await import('./keys-list.js');
      finish(await keysPath(io));
    });
  return command;
}
