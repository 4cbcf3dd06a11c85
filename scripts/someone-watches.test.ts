import { expect, test } from 'vitest';
import { someoneWatches } from './someone-watches.mjs';

const desk = { isTerminal: true, platform: 'linux', env: { DISPLAY: ':0' } };

test('a terminal with a display has someone in front of it', () => {
  expect(someoneWatches(desk)).toBe(true);
  expect(someoneWatches({ ...desk, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
  expect(someoneWatches({ ...desk, platform: 'darwin', env: {} })).toBe(true);
});

test.each([
  ['a pipe', { ...desk, isTerminal: false }],
  ['a machine without a display', { ...desk, env: {} }],
  ['CI', { ...desk, env: { DISPLAY: ':0', CI: 'true' } }],
  ['SSH', { ...desk, env: { DISPLAY: ':0', SSH_CONNECTION: '10.0.0.1' } }],
])('%s has nobody', (_, where) => {
  expect(someoneWatches(where)).toBe(false);
});
