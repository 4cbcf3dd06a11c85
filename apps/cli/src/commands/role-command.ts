import type { Command } from 'commander';
import type { Io } from '../io/io.js';
import { notEmpty } from '../options/not-empty.js';
import { numberIn } from '../options/numbers.js';
import { baseCommand } from './base-command.js';
import type { RoleAddOptions } from './role-add.js';
import type { RoleListOptions } from './role-list.js';

const more = `
A role is a Markdown file of yours: settings between two lines of ---, if any, and a text. The text
is the system message; one with {{input}} in it is put around the question instead. {{name}} is
filled by -p name=value, {{name=default}} need not be.

Examples:
  farebox role list
  farebox role add haiku "You answer with a haiku about {{season=autumn}}."
  farebox -r haiku -p season=spring "What is a loop?"
  farebox role rm haiku`;

const moreOfAdd = `
Examples:
  farebox role add brief "Answer in one sentence."
  farebox role add poet -t 1.2 -m gpt-4o "You answer in verse."
  farebox role add commit "Write a commit message, {{style=imperative}}, for: {{input}}"
  farebox role add editor < editor.md`;

/** `farebox role`: its commands and help. What they do is in `role-add` and so on. */
export function roleCommand(io: Io, finish: (exitCode: number) => void): Command {
  const command = baseCommand('farebox role', io)
    .description('Roles: ready-made system messages, with a temperature and a model.')
    .helpCommand(false)
    .addHelpText('after', more);

  command
    .command('list', { isDefault: true })
    .description('All roles, with their variables.')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExamples:\n  farebox role list\n  farebox role list --json')
    .action(async (options: RoleListOptions) => {
      const { roleList } = await import('./role-list.js');
      finish(await roleList(options, io));
    });

  command
    .command('add')
    .description('Make a role, of words or of what is piped in.')
    .argument('<name>', 'small letters, digits, - and _')
    .argument('[text...]', 'what the model is to be; quote it')
    .option('-m, --model <name>', 'the model for it', notEmpty('--model', 'gpt-4o'))
    .option('-t, --temperature <number>', '0 to 2', numberIn('--temperature', 0, 2))
    .option('-s, --system <text>', 'the system message beside a text with {{input}}')
    .option('--force', 'put it in the place of one that is there')
    .addHelpText('after', moreOfAdd)
    .action(async (name: string, words: readonly string[], options: RoleAddOptions) => {
      const { roleAdd } = await import('./role-add.js');
      finish(await roleAdd(name, words, options, io));
    });

  command
    .command('show')
    .description('The text of a role, as its file has it.')
    .argument('<name>', 'the role')
    .addHelpText('after', '\nExamples:\n  farebox role show tutor > my-tutor.md')
    .action(async (name: string) => {
      const { roleShow } = await import('./role-show.js');
      finish(await roleShow(name, io));
    });

  command
    .command('rm')
    .description('Remove a role of yours.')
    .argument('<name>', 'the role')
    .addHelpText('after', '\nExamples:\n  farebox role rm haiku')
    .action(async (name: string) => {
      const { roleRm } = await import('./role-show.js');
      finish(await roleRm(name, io));
    });

  command
    .command('path')
    .description('Where they are: a folder, or the file of one.')
    .argument('[name]', 'the role')
    .addHelpText(
      'after',
      '\nExamples:\n  farebox role path\n  $EDITOR "$(farebox role path haiku)"',
    )
    .action(async (name: string | undefined) => {
      const { rolePath } = await import('./role-show.js');
      finish(await rolePath(name, io));
    });
  return command;
}
