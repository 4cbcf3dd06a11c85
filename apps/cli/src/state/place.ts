import { posix, win32 } from 'node:path';

/** What a machine says about where programs keep what is theirs. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  /** Of the user who runs the command. */
  readonly homeFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** One kind of folder, as each platform has it: the variable that moves it, and where it is without. */
export interface Place {
  readonly xdgVariable: string;
  readonly inHome: readonly string[];
  readonly inMacHome: readonly string[];
  readonly windowsVariable: string;
  readonly inWindowsHome: readonly string[];
}

export const state: Place = {
  xdgVariable: 'XDG_STATE_HOME',
  inHome: ['.local', 'state'],
  inMacHome: ['Library', 'Application Support'],
  windowsVariable: 'LOCALAPPDATA',
  inWindowsHome: ['AppData', 'Local'],
};

export const config: Place = {
  xdgVariable: 'XDG_CONFIG_HOME',
  inHome: ['.config'],
  inMacHome: ['Library', 'Application Support'],
  windowsVariable: 'APPDATA',
  inWindowsHome: ['AppData', 'Roaming'],
};

export const cache: Place = {
  xdgVariable: 'XDG_CACHE_HOME',
  inHome: ['.cache'],
  inMacHome: ['Library', 'Caches'],
  windowsVariable: 'LOCALAPPDATA',
  inWindowsHome: ['AppData', 'Local'],
};

/** Where a place is on a machine; undefined for a `FAREBOX_HOME`, or a home, that depends on the working folder. */
export function folderOf(
  { platform, homeFolder, environment }: Machine,
  place: Place,
): string | undefined {
  const { isAbsolute, join } = platform === 'win32' ? win32 : posix;
  const own = environment.FAREBOX_HOME || undefined;
  if (own !== undefined) return isAbsolute(own) ? own : undefined;
  // As the XDG specification has it: a path that is not absolute is ignored.
  const given = (name: string) => {
    const path = environment[name] ?? '';
    return isAbsolute(path) ? path : undefined;
  };
  const isWindows = platform === 'win32';
  const chosen = given(isWindows ? place.windowsVariable : place.xdgVariable);
  if (chosen !== undefined) return join(chosen, 'farebox');
  if (!isAbsolute(homeFolder)) return undefined;
  const inUnixHome = platform === 'darwin' ? place.inMacHome : place.inHome;
  return join(homeFolder, ...(isWindows ? place.inWindowsHome : inUnixHome), 'farebox');
}
