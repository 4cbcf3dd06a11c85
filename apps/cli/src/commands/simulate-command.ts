import type { Command } from 'commander';
import type { Io } from '../io/io.js';
import { baseCommand } from './base-command.js';
import type { SimulateOptions } from './simulate.js';

const more = `
Prints its base URL on standard output, and a line for each request on standard error; Ctrl-C ends
it with what a provider would have billed, exit 0. Only this machine can reach it. Any key will do.
To serve others, with a token: npx @farebox/simulator --help.

A fault is for one request, in the order given; ok is none. It may have settings: cut:after-chunks=2,
status:status=503, rate-limit:retry-after-ms=2000. Several at once: 'no-usage, no-done'. A name that
is none is answered with all that there are; farebox errors <kind> tells what they lead to.

Examples:
  farebox simulate
  farebox simulate --port 4010 --seed 1
  farebox simulate --fault rate-limit --fault ok --fault cut:after-chunks=2
  farebox simulate --first-token-ms 500 --tokens-per-second 40`;

const repeatable = (value: string, before: readonly string[] = []) => [...before, value];

/** `farebox simulate`. What it does is in `simulate`. */
export function simulateCommand(io: Io, finish: (exitCode: number) => void): Command {
  return baseCommand('farebox simulate', io)
    .description('Serve the built-in provider on this machine, with faults: no key, no money.')
    .option('--port <number>', 'the port (default: any free one)')
    .option('--seed <number>', 'makes answers, ids and chance repeat')
    .option('--fault <fault>', 'what goes wrong with the next request; repeatable', repeatable)
    .option('--rpm <count>', 'requests per minute and model; over it, a 429')
    .option('--tpm <count>', 'tokens per minute and model; over it, a 429')
    .option('--first-token-ms <ms>', 'the wait before the first token')
    .option('--tokens-per-second <count>', 'the speed after it')
    .option('-q, --quiet', 'no line for each request')
    .addHelpText('after', more)
    .action(async (options: SimulateOptions) => {
      const { simulateHere } = await import('./simulate.js');
      finish(await simulateHere(options, io));
    });
}
