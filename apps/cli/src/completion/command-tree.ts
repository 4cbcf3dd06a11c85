import type { Command } from 'commander';
import { type CommandName, subcommandsOf } from '../command-list.js';
import type { Io } from '../io/io.js';
import { loadCommand } from '../load-command.js';

/** A command to be looked at and not run: by its name and, where it has commands of its own, by theirs. */
export async function commandAt(
  name: CommandName,
  subcommand: string | undefined,
  io: Io,
): Promise<Command> {
  const factory = await loadCommand(name);
  const command = factory(io, () => {});
  if (subcommandsOf(name).length === 0) return command;
  const found = command.commands.find((one) => one.name() === subcommand);
  return found ?? command;
}
