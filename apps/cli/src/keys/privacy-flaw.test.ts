import { expect, it, test } from 'vitest';
import { privacyFlaw } from './privacy-flaw.js';

const ada = 1000;

test.each([
  ['secret', 0o600, undefined],
  ['secret', 0o400, undefined],
  ['secret', 0o640, 'can be read by others (mode 0640)'],
  ['secret', 0o604, 'can be read by others (mode 0604)'],
  ['secret', 0o620, 'can be written to by others (mode 0620)'],
  ['secret', 0o666, 'can be read and written to by others (mode 0666)'],
  ['trusted', 0o700, undefined],
  ['trusted', 0o755, undefined],
  ['trusted', 0o775, 'can be read and written to by others (mode 0775)'],
  ['trusted', 0o703, 'can be written to by others (mode 0703)'],
] as const)('what is %s, of mode %i: %s', (need, mode, flaw) => {
  // What `stat` gives has the type of the file above its permissions.
  expect(privacyFlaw({ mode: 0o100000 | mode, uid: ada }, need, ada)).toBe(flaw);
});

it('is that somebody else owns it, unless that is the administrator', () => {
  expect(privacyFlaw({ mode: 0o600, uid: 1001 }, 'secret', ada)).toBe(
    'belongs to another user (number 1001)',
  );
  expect(privacyFlaw({ mode: 0o600, uid: 0 }, 'secret', ada)).toBeUndefined();
});

it('is not looked for where a system has no such modes', () => {
  expect(privacyFlaw({ mode: 0o666, uid: 0 }, 'secret', undefined)).toBeUndefined();
});
