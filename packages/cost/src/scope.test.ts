import { describe, expect, it } from 'vitest';
import { budgetScope, scope } from './scope.js';

describe('scope', () => {
  it('keeps the limit exactly', () => {
    expect(scope({ id: 's', limitUsd: '0.50' })).toEqual({ id: 's', limit: 500_000_000_000n });
    expect(scope({ id: 's' })).toEqual({ id: 's', limit: undefined });
  });

  it.each([
    ['limitUsd', { limitUsd: 'half a dollar' }],
    ['limitUsd', { limitUsd: '-1' }],
    ['limitUsd is a number, and numbers cannot hold money exactly', { limitUsd: 0.5 }],
    ['limitUsd is no text', { limitUsd: null }],
    ['per is none of call, hour, day, week, month, total', { per: 'year' }],
    ['timeZone', { timeZone: 'Europe/Atlantis' }],
    ['soft', { soft: 'false' }],
    ['id', { id: '' }],
    ['id', { id: 7 }],
  ])('begins its refusal with the option at fault: %s', (start, wrong) => {
    const options = { id: 's', ...wrong } as Parameters<typeof scope>[0];
    expect(() => scope(options)).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: expect.stringMatching(new RegExp(`^${start}`)),
      }),
    );
  });
});

describe('budgetScope', () => {
  it('adds its scopes to those that layers further out have set', async () => {
    const seen: unknown[] = [];
    const inner = scope({ id: 'inner' });
    const outer = scope({ id: 'outer' });
    const call = budgetScope(inner)((_request, context) => {
      seen.push(context.scopes);
      return Promise.reject(new Error('enough'));
    });
    await call({ model: 'm', messages: [] }, { scopes: [outer] }).catch(() => {});
    expect(seen).toEqual([[outer, inner]]);
  });
});
