import type { Command } from 'commander';
import { type CommandName, commandTable, subcommandsOf } from '../command-table.js';
import type { Io } from '../io/io.js';

/** A command to be looked at and not run: by its name and, where it has commands of its own, by theirs. */
export async function commandAt(
  name: CommandName,
  subcommand: string | undefined,
  io: Io,
): Promise<Command> {
  const factory = await commandTable[name].load();
  const command = factory(io, () => {});
  if (subcommandsOf(name).length === 0) return command;
  const found = command.commands.find((one) => one.name() === subcommand);
  return found ?? command;
}
