import { ChatError } from '@farebox/core';
import { config, folderOf, type Machine, type Place, state } from './place.js';

/**
 * The folder with the ledger and the budgets: `FAREBOX_HOME`, or where the platform keeps state.
 *
 * Linux: `$XDG_STATE_HOME/farebox`, else `~/.local/state/farebox`; macOS: `~/Library/Application
 * Support/farebox`; Windows: `%LOCALAPPDATA%\farebox`. Nothing of the working folder counts, so that
 * a folder that somebody else wrote cannot choose another ledger.
 *
 * @throws {ChatError} `configuration` for a `FAREBOX_HOME`, or a home, that depends on the working folder.
 */
export function stateFolder(machine: Machine): string {
  return userFolder(machine, state);
}

/**
 * The folder with what the user has chosen, settings and keys: `FAREBOX_HOME`, or where the platform keeps them.
 *
 * Linux: `$XDG_CONFIG_HOME/farebox`, else `~/.config/farebox`; macOS: `~/Library/Application
 * Support/farebox`; Windows: `%APPDATA%\farebox`.
 *
 * @throws {ChatError} `configuration` for a `FAREBOX_HOME`, or a home, that depends on the working folder.
 */
export function configFolder(machine: Machine): string {
  return userFolder(machine, config);
}

function userFolder(machine: Machine, place: Place): string {
  const folder = folderOf(machine, place);
  if (folder !== undefined) return folder;
  if (!machine.environment.FAREBOX_HOME) {
    throw new ChatError({
      kind: 'configuration',
      message: 'There is no home folder, so there is no place for what the command keeps.',
      fix: 'Set HOME to your folder, or FAREBOX_HOME to one for the command, from the root on.',
    });
  }
  throw new ChatError({
    kind: 'configuration',
    message: 'FAREBOX_HOME is no absolute path, so every folder would have a ledger of its own.',
    fix: 'Write the path out, from the root on, or unset FAREBOX_HOME.',
  });
}
