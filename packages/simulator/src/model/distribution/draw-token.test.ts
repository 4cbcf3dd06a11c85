import { expect, it } from 'vitest';
import { dice } from '../../random/dice.js';
import { tokenDrawer } from './draw-token.js';
import type { PathState } from './token-path.js';

const state: PathState = {
  continuations: [
    { token: 10, logprob: Math.log(0.6), next: undefined },
    { token: 20, logprob: Math.log(0.4), next: undefined },
  ],
};
const plain = { bias: new Map(), forced: [], frequencyPenalty: 0, presencePenalty: 0 };
const greedy = { temperature: 0, topP: 1 };
const hand = (counts: [number, number][] = []) => ({ random: dice('1'), counts: new Map(counts) });

it('what has been said counts again at each draw, though the place is the same', () => {
  const draw = tokenDrawer({ ...plain, frequencyPenalty: 0.3 }, greedy);
  expect(draw(state, false, hand())?.token).toBe(10);
  expect(draw(state, false, hand([[10, 1]]))?.token).toBe(10);
  expect(draw(state, false, hand([[10, 2]]))?.token).toBe(20);
  expect(draw(state, false, hand())?.token).toBe(10);
});

it('without penalties it does not count at all', () => {
  expect(tokenDrawer(plain, greedy)(state, false, hand([[10, 99]]))?.token).toBe(10);
});

it('nothing can be drawn where nothing can come', () => {
  expect(tokenDrawer(plain, greedy)({ continuations: [] }, false, hand())).toBeUndefined();
});
