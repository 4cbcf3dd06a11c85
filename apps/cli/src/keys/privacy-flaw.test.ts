import { expect, it, test } from 'vitest';
import { privacyFlaw } from './privacy-flaw.js';

const ada = 1000;

test.each([
  ['file', 0o600, undefined],
  ['file', 0o400, undefined],
  ['file', 0o640, 'can be read by others (mode 0640)'],
  ['file', 0o604, 'can be read by others (mode 0604)'],
  ['file', 0o620, 'can be written to by others (mode 0620)'],
  ['file', 0o666, 'can be read and written to by others (mode 0666)'],
  ['folder', 0o700, undefined],
  ['folder', 0o755, undefined],
  ['folder', 0o775, 'can be read and written to by others (mode 0775)'],
  ['folder', 0o703, 'can be written to by others (mode 0703)'],
] as const)('a %s of mode %i: %s', (what, mode, flaw) => {
  // What `stat` gives has the type of the file above its permissions.
  expect(privacyFlaw({ mode: 0o100000 | mode, uid: ada }, what, ada)).toBe(flaw);
});

it('is that somebody else owns it, unless that is the administrator', () => {
  expect(privacyFlaw({ mode: 0o600, uid: 1001 }, 'file', ada)).toBe(
    'belongs to another user (number 1001)',
  );
  expect(privacyFlaw({ mode: 0o600, uid: 0 }, 'file', ada)).toBeUndefined();
});

it('is not looked for where a system has no such modes', () => {
  expect(privacyFlaw({ mode: 0o666, uid: 0 }, 'file', undefined)).toBeUndefined();
});
