import { isChatError } from '@farebox/core';
import type { Command } from 'commander';
import { type CommandName, isCommand } from './command-list.js';
import type { Io } from './io/io.js';
import { mistyped } from './mistyped.js';
import { failureLines } from './report/failure-lines.js';

/** Builds a command; its action hands its exit code to `finish`. */
export type CommandFactory = (io: Io, finish: (exitCode: number) => void) => Command;

const defaultCommand = 'ask';

/**
 * Runs one command line with a command that `load` finds by its name, and gives the exit code.
 *
 * A first word that is no command is the beginning of a prompt. It never throws: what goes wrong is
 * told on standard error, in a sentence and without a stack.
 */
export async function runWith(
  load: (name: CommandName) => Promise<CommandFactory>,
  argv: readonly string[],
  io: Io,
): Promise<number> {
  try {
    const slip = mistyped(argv, io);
    if (slip !== undefined) throw slip;
    const words = isHelp(argv) ? [...argv.slice(1), '--help'] : [...argv];
    const [first = ''] = words;
    const name = isCommand(first) ? first : undefined;
    const factory = await load(name ?? defaultCommand);
    let exitCode = 0;
    const command = factory(io, (code) => {
      exitCode = code;
    });
    await command.parseAsync(name === undefined ? words : words.slice(1), { from: 'user' });
    return exitCode;
  } catch (error) {
    if (isParserError(error)) {
      // The parser printed without waiting; an empty write waits for what is before it.
      await Promise.all([io.stdout.write(''), io.stderr.write('')]);
      return error.exitCode === 0 ? 0 : 2;
    }
    await io.stderr.write(failureLines(error, io.environment));
    return isChatError(error) ? error.exit : 1;
  }
}

/** Whether the words ask for help: `help`, or `help` and a command. What else begins so is a prompt. */
function isHelp([first, second]: readonly string[]): boolean {
  return first === 'help' && (second === undefined || isCommand(second));
}

/** What the parser throws once it has printed the help, the version or what is wrong. */
function isParserError(error: unknown): error is { readonly exitCode: number } {
  return (
    error instanceof Error &&
    'exitCode' in error &&
    'code' in error &&
    String(error.code).startsWith('commander.')
  );
}
