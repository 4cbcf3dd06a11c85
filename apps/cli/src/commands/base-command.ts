import { Command } from 'commander';
import type { Io } from '../io/io.js';
import { usageLines } from '../report/usage-lines.js';
import { version } from '../version.js';

/** A command that prints through `io` and throws where the parser would end the process. */
export function baseCommand(name: string, io: Io): Command {
  return new Command(name)
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: (text, write) => write(usageLines(text, name)),
    });
}
