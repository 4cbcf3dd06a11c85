import type { Command } from 'commander';
import { withColor } from '../config/with-color.js';
import type { Io } from '../io/io.js';
import { withReceiptOptions } from '../options/receipt-options.js';
import { spendGroup } from '../options/spend-group.js';
import { baseCommand } from './base-command.js';
import type { SpendOptions } from './spend.js';

const more = `
Amounts are exact. "bound" is how much of one is the most that attempts can have cost whose
end nobody saw; "unknown" counts attempts that have no known cost, which are in no amount.
In CSV and JSON there is no line for a day without receipts.

Examples:
  farebox spend
  farebox spend --by model --from 7d
  farebox spend --by tag:team --from 2026-11-01 --to 2026-11-30
  farebox spend --csv > spend.csv`;

/** `farebox spend`. What it does is in `spend`. */
export function spendCommand(io: Io, finish: (exitCode: number) => void): Command {
  const command = baseCommand('farebox spend', io)
    .usage('[options]')
    .description('What was spent: by day, month, model, session, tag or scope, and in total.')
    .option(
      '--by <what>',
      'day, month, model, session, tag:<name> or scope (default: day)',
      spendGroup('--by'),
    );
  withReceiptOptions(command)
    .option('--csv', 'print CSV')
    .option('--json', 'print one JSON object');
  return withColor(command, io)
    .addHelpText('after', more)
    .action(async (options: SpendOptions) => {
      const [{ spend }, { withLedger }] = await Promise.all([
        import('./spend.js'),
        import('./with-ledger.js'),
      ]);
      finish(await withLedger(io, (ledger) => spend(options, ledger, io)));
    });
}
