import { expect, it, test } from 'vitest';
import { configFolder, stateFolder } from './user-folder.js';

const linux = { platform: 'linux', homeFolder: '/home/you', environment: {} } as const;
const windows = { ...linux, platform: 'win32', homeFolder: 'C:\\Users\\ada' } as const;

test.each([
  ['Linux', linux, '/home/you/.local/state/farebox'],
  ['macOS', { ...linux, platform: 'darwin' }, '/home/you/Library/Application Support/farebox'],
  ['Windows', windows, 'C:\\Users\\ada\\AppData\\Local\\farebox'],
  [
    'Windows with LOCALAPPDATA',
    { ...windows, environment: { LOCALAPPDATA: 'D:\\local' } },
    'D:\\local\\farebox',
  ],
  ['XDG_STATE_HOME', { ...linux, environment: { XDG_STATE_HOME: '/state' } }, '/state/farebox'],
] as const)('on %s it is where that platform keeps state', (_name, machine, folder) => {
  expect(stateFolder(machine)).toBe(folder);
});

it('is FAREBOX_HOME, whatever else is set', () => {
  const environment = { FAREBOX_HOME: '/srv/spend', XDG_STATE_HOME: '/state' };
  expect(stateFolder({ ...linux, environment })).toBe('/srv/spend');
});

it('counts a name that is set to nothing as not set', () => {
  const environment = { FAREBOX_HOME: '', XDG_STATE_HOME: '' };
  expect(stateFolder({ ...linux, environment })).toBe('/home/you/.local/state/farebox');
});

it('ignores an XDG_STATE_HOME that is not absolute, and refuses such a FAREBOX_HOME', () => {
  const relative = { ...linux, environment: { XDG_STATE_HOME: 'state' } };
  expect(stateFolder(relative)).toBe('/home/you/.local/state/farebox');
  expect(() => stateFolder({ ...linux, environment: { FAREBOX_HOME: 'state' } })).toThrow(
    expect.objectContaining({
      kind: 'configuration',
      message: expect.stringContaining('FAREBOX_HOME is no absolute path'),
    }),
  );
});

test.each([
  ['Linux', linux, '/home/you/.config/farebox'],
  ['macOS', { ...linux, platform: 'darwin' }, '/home/you/Library/Application Support/farebox'],
  ['Windows', windows, 'C:\\Users\\ada\\AppData\\Roaming\\farebox'],
  [
    'Windows with APPDATA',
    { ...windows, environment: { APPDATA: 'D:\\roaming' } },
    'D:\\roaming\\farebox',
  ],
  ['XDG_CONFIG_HOME', { ...linux, environment: { XDG_CONFIG_HOME: '/c' } }, '/c/farebox'],
  [
    'FAREBOX_HOME',
    { ...linux, environment: { FAREBOX_HOME: '/srv/f', XDG_CONFIG_HOME: '/c' } },
    '/srv/f',
  ],
] as const)(
  'settings and keys are, on %s, where that platform keeps them',
  (_name, machine, folder) => {
    expect(configFolder(machine)).toBe(folder);
  },
);

test.each(['', 'home'])(
  'a home of %j is none: nothing is kept in the working folder',
  (homeFolder) => {
    for (const folder of [stateFolder, configFolder]) {
      expect(() => folder({ ...linux, homeFolder })).toThrow(
        expect.objectContaining({
          kind: 'configuration',
          message: expect.stringContaining('There is no home folder'),
          fix: expect.stringContaining('FAREBOX_HOME'),
        }),
      );
      const environment = { XDG_STATE_HOME: '/s', XDG_CONFIG_HOME: '/s' };
      expect(folder({ ...linux, homeFolder, environment })).toBe('/s/farebox');
    }
  },
);
