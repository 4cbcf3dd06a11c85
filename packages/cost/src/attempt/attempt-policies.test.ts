import { describe, expect, it } from 'vitest';
import { memoryLedger } from '../memory/memory-ledger.js';
import { meter } from '../meter.js';
import { type AttemptPolicies, checkPolicies } from './attempt-policies.js';

describe('checkPolicies', () => {
  it.each([
    {},
    { unknownPrice: 'refuse' },
    { unknownPrice: 'assume-highest', unknownOutcome: 'received', fit: { leastTokens: 1 } },
    { unknownPrice: 'allow', unknownOutcome: 'zero' },
  ] as const)('takes what exists: %o', (policies) => {
    expect(() => checkPolicies(policies)).not.toThrow();
  });

  it.each([
    ['unknownPrice', { unknownPrice: 'ignore' }],
    ['unknownPrice', { unknownPrice: null }],
    ['unknownOutcome', { unknownOutcome: 'Max' }],
    ['unknownOutcome', { unknownOutcome: 'constructor' }],
    ['fit.leastTokens', { fit: true }],
    ['fit.leastTokens', { fit: null }],
    ['fit.leastTokens', { fit: {} }],
    ['fit.leastTokens', { fit: { leastTokens: 0 } }],
    ['fit.leastTokens', { fit: { leastTokens: -1 } }],
    ['fit.leastTokens', { fit: { leastTokens: 1.5 } }],
    ['fit.leastTokens', { fit: { leastTokens: '100' } }],
    ['fit.leastTokens', { fit: { leastTokens: Number.NaN } }],
  ])('names %s and the fix for what does not: %o', (name, policies) => {
    const error = expect.objectContaining({
      kind: 'configuration',
      message: expect.stringContaining(name),
      fix: expect.stringContaining('eave'),
    });
    expect(() => checkPolicies(policies as AttemptPolicies)).toThrow(error);
    const options = { ledger: memoryLedger(), ...(policies as AttemptPolicies) };
    expect(() => meter(options)).toThrow(error);
  });
});
