import type { Ledger } from '@farebox/cost';
import type { Command } from 'commander';
import { withColor } from '../config/with-color.js';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { dayOf } from '../options/day-of.js';
import { daysOld } from '../options/day-or-age.js';
import { notEmpty } from '../options/not-empty.js';
import { wholeNumberIn } from '../options/numbers.js';
import { withReceiptOptions } from '../options/receipt-options.js';
import { timeZone } from '../options/time-zone.js';
import { baseCommand } from './base-command.js';
import type { LogsExportOptions } from './logs-export.js';
import type { LogsListOptions } from './logs-list.js';
import type { LogsPruneOptions } from './logs-prune.js';
import type { LogsShowOptions } from './logs-show.js';

const more = `
Without a word, farebox logs takes the options of farebox logs list.

Examples:
  farebox logs
  farebox logs show 7
  farebox logs export --jsonl > receipts.jsonl
  farebox logs prune --older-than 90d --yes`;

/** `farebox logs` and the commands below it. What they do is in `logsList` and its neighbours. */
export function logsCommand(io: Io, finish: (exitCode: number) => void): Command {
  const run = async (work: (ledger: Ledger) => Promise<number>) => {
    const { withLedger } = await import('./with-ledger.js');
    finish(await withLedger(io, work));
  };
  return baseCommand('farebox logs', io)
    .usage('[list|show|export|prune|path] [options]')
    .description('The receipts: one for each attempt of a call. Without a word, the newest ones.')
    .helpCommand(false)
    .addHelpText('after', more)
    .addCommand(listCommand(io, run), { isDefault: true })
    .addCommand(showCommand(io, run))
    .addCommand(exportCommand(io, run))
    .addCommand(pruneCommand(io, run))
    .addCommand(pathCommand(io, finish));
}

type Run = (work: (ledger: Ledger) => Promise<number>) => Promise<void>;

function listCommand(io: Io, run: Run): Command {
  const command = subcommand('list', io)
    .description('The newest receipts, the newest last.')
    .option('-n, --count <count>', 'how many (default: 20)', wholeNumberIn('--count', 1, 10_000));
  return withColor(withReceiptOptions(command).option('--json', 'print one JSON object'), io)
    .addHelpText(
      'after',
      '\nExamples:\n  farebox logs list -n 5\n  farebox logs list --session thesis --from 7d',
    )
    .action((options: LogsListOptions) =>
      run(async (ledger) => (await import('./logs-list.js')).logsList(options, ledger, io)),
    );
}

function showCommand(io: Io, run: Run): Command {
  return withColor(subcommand('show', io), io)
    .description('Everything of a receipt, or of all attempts of a call.')
    .argument('<receipt>', 'its number in the list, its id, or the id of a call')
    .option(
      '--time-zone <zone>',
      'of its times (default: of this machine)',
      timeZone('--time-zone'),
    )
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExamples:\n  farebox logs show 7\n  farebox logs show 7 --json')
    .action((word: string, options: LogsShowOptions) =>
      run(async (ledger) => (await import('./logs-show.js')).logsShow(word, options, ledger, io)),
    );
}

function exportCommand(io: Io, run: Run): Command {
  const command = subcommand('export', io)
    .description('All receipts, the oldest first.')
    .option('--csv', 'as CSV')
    .option('--jsonl', 'as JSON, one object a line');
  return withReceiptOptions(command)
    .option(
      '-o, --output <file>',
      'into this file (default: standard output)',
      notEmpty('--output', 'receipts.csv'),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  farebox logs export --jsonl > receipts.jsonl\n  farebox logs export --csv --from 2026-11-01 --output receipts.csv',
    )
    .action((options: LogsExportOptions) =>
      run(async (ledger) => (await import('./logs-export.js')).logsExport(options, ledger, io)),
    );
}

function pruneCommand(io: Io, run: Run): Command {
  return subcommand('prune', io)
    .description('Forget old receipts. What budgets have spent stays as it is.')
    .option(
      '--older-than <days>',
      'those from before the day so long ago, as 90d',
      daysOld('--older-than'),
    )
    .option('--before <day>', 'those from before this day, as 2026-01-01', dayOf('--before'))
    .option(
      '--time-zone <zone>',
      'where days begin (default: of this machine)',
      timeZone('--time-zone'),
    )
    .option('-y, --yes', 'without asking')
    .addHelpText(
      'after',
      '\nExamples:\n  farebox logs prune --older-than 90d --yes\n  farebox logs prune --before 2026-01-01 --yes',
    )
    .action((options: LogsPruneOptions) =>
      run(async (ledger) => (await import('./logs-prune.js')).logsPrune(options, ledger, io)),
    );
}

function pathCommand(io: Io, finish: (exitCode: number) => void): Command {
  return subcommand('path', io)
    .description('Where the receipts are: a SQLite file.')
    .addHelpText('after', '\nExamples:\n  farebox logs path\n  ls -l "$(farebox logs path)"')
    .action(async () => {
      const { ledgerPath } = await import('../state/open-ledger.js');
      await print(io.stdout, ledgerPath(io));
      finish(0);
    });
}

/** Called by its own word, and by the whole of its name in messages. */
function subcommand(name: string, io: Io): Command {
  return baseCommand(`farebox logs ${name}`, io).name(name);
}
