import { describe, expect, it } from 'vitest';
import { budgetScope, scope } from './scope.js';

describe('scope', () => {
  it('keeps the limit exactly', () => {
    expect(scope({ id: 's', limitUsd: '0.50' })).toEqual({ id: 's', limit: 500_000_000_000n });
    expect(scope({ id: 's' })).toEqual({ id: 's', limit: undefined });
  });

  it('refuses a limit that is no amount', () => {
    expect(() => scope({ id: 's', limitUsd: 'half a dollar' })).toThrow();
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
