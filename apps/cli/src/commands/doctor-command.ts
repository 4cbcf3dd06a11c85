import type { Command } from 'commander';
import { withColor } from '../config/with-color.js';
import type { Io } from '../io/io.js';
import { notEmpty } from '../options/not-empty.js';
import { baseCommand } from './base-command.js';
import type { DoctorOptions } from './doctor.js';

const more = `
It costs nothing: the endpoint is asked for its list of models, and waited for at most 5 seconds.
No key is printed. The exit code is 1 if there is a problem, and 0 if there are warnings at most.

Examples:
  farebox doctor
  farebox doctor --base-url http://localhost:11434/v1 -m llama3.2
  farebox doctor --provider anthropic -m claude-opus-4-1 --json`;

/** `farebox doctor`. What it does is in `doctor`. */
export function doctorCommand(io: Io, finish: (exitCode: number) => void): Command {
  const command = baseCommand('farebox doctor', io)
    .description('What keeps a call from working, or a key from being secret; each with the fix.')
    .option(
      '-m, --model <name>',
      'the model to look for, in place of the one that is set',
      notEmpty('--model', 'gpt-4o-mini'),
    )
    .option('--provider <name>', 'the provider to look at', notEmpty('--provider', 'anthropic'))
    .option('--base-url <url>', 'the address to look at')
    .option('--json', 'print one JSON object');
  return withColor(command, io)
    .addHelpText('after', more)
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import('./doctor.js');
      finish(await doctor(options, io));
    });
}
