import type { Command } from 'commander';
import { withColor } from '../config/with-color.js';
import type { Io } from '../io/io.js';
import {
  type KeyOptions,
  type OwnerOptions,
  withKeyOptions,
  withOwnerOptions,
} from '../options/budget-key.js';
import { amountOfUsd } from '../options/numbers.js';
import { sessionName } from '../options/session-name.js';
import { timeZone } from '../options/time-zone.js';
import { baseCommand } from './base-command.js';
import type { SetOptions } from './budget-set.js';
import type { ShowOptions } from './budget-show.js';

const more = `
A call is charged to every budget that it falls under, together with --max-cost, or is not sent
(exit 3). Each counts from when it was set. What the simulator charges counts nowhere.

Examples:
  farebox budget set 5.00 --per day
  farebox budget set 0.50 --per session
  farebox budget show
  farebox budget rm --per day`;

const moreOfSet = `
Setting it again changes the limit and keeps what was spent. Hours, days, weeks and months are those
of this machine's time zone when it is set, and stay so.

Examples:
  farebox budget set 5.00 --per day
  farebox budget set 5.00 --per day --time-zone Europe/Berlin
  farebox budget set 0.50 --session refactor
  farebox budget set 20 --per month --project ~/work/app`;

const moreOfShow = `
Examples:
  farebox budget show
  farebox budget show --session refactor
  farebox budget show --json`;

const moreOfRm = `
Takes the options that it was set with.

Examples:
  farebox budget rm --per day
  farebox budget rm --session refactor`;

const moreOfReopen = `
An answer that costs more than was set aside for it closes the budgets it was charged to, because
the provider ignored the output ceiling or the price list is wrong. farebox logs has its receipt.

Examples:
  farebox budget reopen
  farebox budget reopen --session refactor`;

/** `farebox budget`: its commands, their options and help. What they do is in `budget-set` and so on. */
export function budgetCommand(io: Io, finish: (exitCode: number) => void): Command {
  const command = baseCommand('farebox budget', io)
    .description('Limits on what all calls together may cost. Without a word, all that are set.')
    .helpCommand(false)
    .addHelpText('after', more);

  withKeyOptions(
    command
      .command('set')
      .description('Limit what is spent from now on, or change the limit.')
      .argument('<usd>', 'US dollars, such as 5.00', amountOfUsd('farebox budget set')),
  )
    .option('--time-zone <zone>', 'where its days begin', timeZone('--time-zone'))
    .addHelpText('after', moreOfSet)
    .action(async (usd: string, options: SetOptions) => {
      const { budgetSet } = await import('./budget-set.js');
      finish(await budgetSet(usd, options, io));
    });

  withColor(command.command('show', { isDefault: true }), io)
    .description('Every budget: its limit, what is spent and reserved, what is left, until when.')
    .option(
      '--session <name>',
      'where each session has a limit: how this one stands',
      sessionName('--session'),
    )
    .option('--json', 'print one JSON object')
    .addHelpText('after', moreOfShow)
    .action(async (options: ShowOptions) => {
      const { budgetShow } = await import('./budget-show.js');
      finish(await budgetShow(options, io));
    });

  withKeyOptions(command.command('rm').description('Remove a budget.'))
    .addHelpText('after', moreOfRm)
    .action(async (options: KeyOptions) => {
      const { budgetRm } = await import('./budget-rm.js');
      finish(await budgetRm(options, io));
    });

  withOwnerOptions(command.command('reopen').description('Open what an overrun has closed.'))
    .addHelpText('after', moreOfReopen)
    .action(async (options: OwnerOptions) => {
      const { budgetReopen } = await import('./budget-reopen.js');
      finish(await budgetReopen(options, io));
    });
  return command;
}
