import { expect, it } from 'vitest';
import { openBrowser, openerOf } from './open-browser.js';

const address = 'http://127.0.0.1:4173/live.html#play=a&model=b';

it.each([
  ['darwin', {}, 'open'],
  ['win32', {}, 'rundll32'],
  ['linux', { DISPLAY: ':0' }, 'xdg-open'],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
  ['linux', {}, undefined],
  ['darwin', { SSH_CONNECTION: '1 2 3 4' }, undefined],
  ['linux', { DISPLAY: ':0', CI: 'true' }, undefined],
] as const)('on %s with %j it is %s', (platform, environment, command) => {
  const opener = openerOf(address, environment, platform);
  expect(opener?.command).toBe(command);
  if (opener !== undefined) expect(opener.argv.at(-1)).toBe(address);
});

it('where the program is missing, nothing happens', async () => {
  const path = process.env.PATH;
  process.env.PATH = '/nowhere';
  try {
    await expect(openBrowser(address, { DISPLAY: ':0' }, 'linux')).resolves.toBeUndefined();
  } finally {
    process.env.PATH = path;
  }
});
