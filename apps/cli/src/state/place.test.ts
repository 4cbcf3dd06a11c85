import { expect, test } from 'vitest';
import { cache, folderOf } from './place.js';

const linux = { platform: 'linux', homeFolder: '/home/you', environment: {} } as const;

test.each([
  ['Linux', linux, '/home/you/.cache/farebox'],
  ['macOS', { ...linux, platform: 'darwin' }, '/home/you/Library/Caches/farebox'],
  [
    'Windows',
    { platform: 'win32', homeFolder: 'C:\\Users\\ada', environment: {} },
    'C:\\Users\\ada\\AppData\\Local\\farebox',
  ],
  ['XDG_CACHE_HOME', { ...linux, environment: { XDG_CACHE_HOME: '/c' } }, '/c/farebox'],
  ['FAREBOX_HOME', { ...linux, environment: { FAREBOX_HOME: '/srv/f' } }, '/srv/f'],
] as const)(
  'what can be made again is, on %s, where that platform keeps caches',
  (_, on, folder) => {
    expect(folderOf(on, cache)).toBe(folder);
  },
);
