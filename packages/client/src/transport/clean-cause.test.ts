import { expect, it } from 'vitest';
import { canaryKey, everythingPrinted } from '../fixtures/canary.js';
import { cleanCause } from './clean-cause.js';

it('keeps name, message, code and causes', () => {
  const inner = Object.assign(new RangeError('inner'), { code: 'E_INNER' });
  const copy = cleanCause(new TypeError('outer', { cause: inner }), []) as Error;
  expect(copy).toMatchObject({ name: 'TypeError', message: 'outer' });
  expect(copy.cause).toMatchObject({ name: 'RangeError', message: 'inner', code: 'E_INNER' });
});

it('takes the secret out of message and stack, and other fields away', () => {
  const thrown = Object.assign(new Error(`with ${canaryKey}`), { request: canaryKey });
  const printed = everythingPrinted(cleanCause(thrown, [canaryKey]));
  expect(printed).not.toContain(canaryKey);
  expect(printed).not.toContain('request:');
});

it('a cycle of causes ends', () => {
  const first = new Error('first');
  first.cause = new Error('second', { cause: first });
  expect(cleanCause(first, [])).toBeInstanceOf(Error);
});

it('what is no error is left out', () => {
  expect(cleanCause({ headers: canaryKey }, [])).toBeUndefined();
});
