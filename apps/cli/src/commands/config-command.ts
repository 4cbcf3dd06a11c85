import type { Command } from 'commander';
import type { Io } from '../io/io.js';
import { baseCommand } from './base-command.js';
import type { ConfigListOptions } from './config-list.js';

const more = `
A setting holds for all calls of yours, wherever they are made. The option of the same name outranks
it, and so does the environment; .env does not, and nothing in a folder can change it.

Examples:
  farebox config set model gpt-4o
  farebox config set base-url http://localhost:11434/v1
  farebox config list
  farebox config unset base-url`;

const moreOfSet = `
Examples:
  farebox config set model gpt-4o
  farebox config set max-cost 0.05
  farebox config set save-conversations on`;

const moreOfGet = `
What holds is printed, also where it is the default; with neither, nothing, and the exit code is 1.

Examples:
  farebox config get model
  farebox config get color`;

const moreOfList = `
Examples:
  farebox config list
  farebox config list --json`;

const nameArgument = 'its name; farebox config list has them all';

/** `farebox config`: its commands and help. What they do is in `config-set` and so on. */
export function configCommand(io: Io, finish: (exitCode: number) => void): Command {
  const command = baseCommand('farebox config', io)
    .description('What holds for all your calls, unless an option says otherwise.')
    .helpCommand(false)
    .addHelpText('after', more);

  command
    .command('list', { isDefault: true })
    .description('Every setting, what it is set to, and what it does.')
    .option('--json', 'print one JSON object')
    .addHelpText('after', moreOfList)
    .action(async (options: ConfigListOptions) => {
      const { configList } = await import('./config-list.js');
      finish(await configList(options, io));
    });

  command
    .command('get')
    .description('What holds for one setting.')
    .argument('<name>', nameArgument)
    .addHelpText('after', moreOfGet)
    .action(async (name: string) => {
      const { configGet } = await import('./config-list.js');
      finish(await configGet(name, io));
    });

  command
    .command('set')
    .description('Set one.')
    .argument('<name>', nameArgument)
    .argument('<value>', 'what holds from now on')
    .addHelpText('after', moreOfSet)
    .action(async (name: string, value: string) => {
      const { configSet } = await import('./config-set.js');
      finish(await configSet(name, value, io));
    });

  command
    .command('unset')
    .description('Let the default hold again.')
    .argument('<name>', nameArgument)
    .addHelpText(
      'after',
      '\nExamples:\n  farebox config unset model\n  farebox config unset base-url',
    )
    .action(async (name: string) => {
      const { configUnset } = await import('./config-set.js');
      finish(await configUnset(name, io));
    });

  command
    .command('path')
    .description('Where the file is, or will be.')
    .addHelpText('after', '\nExamples:\n  farebox config path\n  cat "$(farebox config path)"')
    .action(async () => {
      const { configPath } = await import('./config-list.js');
      finish(await configPath(io));
    });
  return command;
}
