import { posix, win32 } from 'node:path';
import { ChatError } from '@farebox/core';

/** What a machine says about where programs keep what is theirs. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  /** Of the user who runs the command. */
  readonly homeFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** One kind of folder, as each platform has it: the variable that moves it, and where it is without. */
interface Place {
  readonly xdgVariable: string;
  readonly inHome: readonly string[];
  readonly windowsVariable: string;
  readonly inWindowsHome: readonly string[];
}

const state: Place = {
  xdgVariable: 'XDG_STATE_HOME',
  inHome: ['.local', 'state'],
  windowsVariable: 'LOCALAPPDATA',
  inWindowsHome: ['AppData', 'Local'],
};

const config: Place = {
  xdgVariable: 'XDG_CONFIG_HOME',
  inHome: ['.config'],
  windowsVariable: 'APPDATA',
  inWindowsHome: ['AppData', 'Roaming'],
};

/**
 * The folder with the ledger and the budgets: `FAREBOX_HOME`, or where the platform keeps state.
 *
 * Linux: `$XDG_STATE_HOME/farebox`, else `~/.local/state/farebox`; macOS: `~/Library/Application
 * Support/farebox`; Windows: `%LOCALAPPDATA%\farebox`. Nothing of the working folder counts, so that
 * a folder that somebody else wrote cannot choose another ledger.
 *
 * @throws {ChatError} `configuration` for a `FAREBOX_HOME` that depends on the working folder.
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
 * @throws {ChatError} `configuration` for a `FAREBOX_HOME` that depends on the working folder.
 */
export function configFolder(machine: Machine): string {
  return userFolder(machine, config);
}

function userFolder({ platform, homeFolder, environment }: Machine, place: Place): string {
  const { isAbsolute, join } = platform === 'win32' ? win32 : posix;
  const own = environment.FAREBOX_HOME || undefined;
  if (own !== undefined) {
    if (isAbsolute(own)) return own;
    throw new ChatError({
      kind: 'configuration',
      message: 'FAREBOX_HOME is no absolute path, so every folder would have a ledger of its own.',
      fix: 'Write the path out, from the root on, or unset FAREBOX_HOME.',
    });
  }
  // As the XDG specification has it: a path that is not absolute is ignored.
  const given = (name: string) => {
    const path = environment[name] ?? '';
    return isAbsolute(path) ? path : undefined;
  };
  if (platform === 'win32') {
    const folder = given(place.windowsVariable) ?? join(homeFolder, ...place.inWindowsHome);
    return join(folder, 'farebox');
  }
  const xdg = given(place.xdgVariable);
  if (xdg !== undefined) return join(xdg, 'farebox');
  return platform === 'darwin'
    ? join(homeFolder, 'Library', 'Application Support', 'farebox')
    : join(homeFolder, ...place.inHome, 'farebox');
}
