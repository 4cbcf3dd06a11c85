import { isChatError } from '@farebox/core';
import type { Command } from 'commander';
import type { Io } from './io/io.js';
import { failureLines } from './report/failure-lines.js';

/** Builds a command; its action hands its exit code to `finish`. */
type CommandFactory = (io: Io, finish: (exitCode: number) => void) => Command;

/** Loaded by name, so that one command does not wait for what another needs. */
const commands: Readonly<Record<string, () => Promise<CommandFactory>>> = {
  ask: async () => (await import('./commands/ask-command.js')).askCommand,
  budget: async () => (await import('./commands/budget-command.js')).budgetCommand,
  config: async () => (await import('./commands/config-command.js')).configCommand,
  doctor: async () => (await import('./commands/doctor-command.js')).doctorCommand,
  errors: async () => (await import('./commands/errors-command.js')).errorsCommand,
  estimate: async () => (await import('./commands/estimate-command.js')).estimateCommand,
  keys: async () => (await import('./commands/keys-command.js')).keysCommand,
  logs: async () => (await import('./commands/logs-command.js')).logsCommand,
  models: async () => (await import('./commands/models-command.js')).modelsCommand,
  price: async () => (await import('./commands/price-command.js')).priceCommand,
  role: async () => (await import('./commands/role-command.js')).roleCommand,
  spend: async () => (await import('./commands/spend-command.js')).spendCommand,
};

const defaultCommand = 'ask';

/**
 * Runs one command line and gives the exit code; everything it does, it does through `io`.
 *
 * A first word that is no command is the beginning of a prompt. It never throws: what goes wrong is
 * told on standard error, in a sentence and without a stack.
 *
 * @param argv the arguments alone, without `node` and the script.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [first = '', ...others] = argv;
  const named = Object.hasOwn(commands, first);
  try {
    const factory = await commands[named ? first : defaultCommand]?.();
    let exitCode = 0;
    const command = factory?.(io, (code) => {
      exitCode = code;
    });
    await command?.parseAsync(named ? others : [...argv], { from: 'user' });
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

/** What the parser throws once it has printed the help, the version or what is wrong. */
function isParserError(error: unknown): error is { readonly exitCode: number } {
  return (
    error instanceof Error &&
    'exitCode' in error &&
    'code' in error &&
    String(error.code).startsWith('commander.')
  );
}
