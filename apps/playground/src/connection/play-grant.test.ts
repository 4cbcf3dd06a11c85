import { describe, expect, it } from 'vitest';
import { heldPlayGrant, takePlayGrant } from './play-grant.js';

function tab() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe('takePlayGrant', () => {
  it('keeps the grant for the tab, and says what takes its place in the address', () => {
    const storage = tab();
    expect(takePlayGrant('#play=t0k-en_&provider=groq&model=a%2Fb&model=c', storage)).toBe(
      '#/workbench',
    );
    expect(heldPlayGrant(storage)).toEqual({
      token: 't0k-en_',
      provider: 'groq',
      models: ['a/b', 'c'],
    });
  });

  it.each(['', '#', '#/workbench', '#/workbench?run=1', '#/lessons/play=1', '#player=1'])(
    'leaves the fragment %j, which is a route, and what the tab has',
    (fragment) => {
      const storage = tab();
      takePlayGrant('#play=one&provider=openai&model=a', storage);
      expect(takePlayGrant(fragment, storage)).toBeUndefined();
      expect(heldPlayGrant(storage)?.token).toBe('one');
    },
  );
});

describe('heldPlayGrant', () => {
  it.each([
    ['nothing', undefined],
    ['no token', 'play=&provider=openai&model=a'],
    ['no model', 'play=t&provider=openai'],
    ['an unknown provider', 'play=t&provider=constructor&model=a'],
  ])('%s is no grant', (_, facts) => {
    const storage = tab();
    if (facts !== undefined) takePlayGrant(`#${facts}`, storage);
    expect(heldPlayGrant(storage)).toBeUndefined();
  });
});
