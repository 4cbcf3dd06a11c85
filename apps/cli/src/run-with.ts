import { isChatError } from '@farebox/core';
import type { Command } from 'commander';
import { type CommandName, isCommand, subcommandsOf } from './command-list.js';
import { exitOfUnread } from './io/exit-of-unread.js';
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
    const words = askingForHelp(argv);
    const slip = mistyped(words, io);
    if (slip !== undefined) throw slip;
    const [first = ''] = words;
    const name = isCommand(first) ? first : undefined;
    const factory = await load(name ?? defaultCommand);
    return await parse(factory, name === undefined ? words : words.slice(1), io);
  } catch (error) {
    await io.stderr.write(failureLines(error, io.environment));
    return isChatError(error) ? error.exit : 1;
  }
}

async function parse(factory: CommandFactory, words: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  const command = factory(io, (code) => {
    exitCode = code;
  });
  try {
    await command.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!isParserError(error)) throw error;
    // The parser printed without waiting; an empty write waits for what is before it.
    await Promise.all([io.stdout.write(''), io.stderr.write('')]);
    if (error.exitCode !== 0) return 2;
    const { broken } = io.stdout;
    return broken.aborted ? exitOfUnread(broken) : 0;
  }
}

/**
 * The words of a command line, where `help` stands for `--help`: alone, before a command, and after one that has commands
 * of its own. What else begins so is a prompt.
 */
function askingForHelp(argv: readonly string[]): readonly string[] {
  const [first = '', second, ...others] = argv;
  if (first === 'help' && (second === undefined || isCommand(second))) {
    return [...argv.slice(1), '--help'];
  }
  const isOfGroup = isCommand(first) && subcommandsOf(first).length > 0;
  return isOfGroup && second === 'help' ? [first, ...others, '--help'] : argv;
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
