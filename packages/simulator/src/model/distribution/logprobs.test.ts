import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, it } from 'vitest';
import { loadTokenizer } from '../../tokens/tokenizer.js';
import { logprobWriter } from './logprobs.js';
import { safeSegments } from './safe-segments.js';
import { tokenPath } from './token-path.js';

const tokenizer = await loadTokenizer();
const pathOf = (...segments: [string, ...string[]][]) =>
  tokenPath(safeSegments(segments), (text) => encode(text));
const [red = 0] = encode(' red');

it('a token has its logarithm, its bytes and the likeliest tokens of its place', () => {
  const state = pathOf([' red', ' blue', ' green']);
  const logprobOf = logprobWriter(tokenizer, 2);
  expect(logprobOf(state, red)).toEqual({
    token: ' red',
    bytes: [32, 114, 101, 100],
    logprob: expect.closeTo(Math.log(1 / 2.44), 7),
    top_logprobs: [
      {
        token: ' red',
        bytes: [32, 114, 101, 100],
        logprob: expect.closeTo(Math.log(1 / 2.44), 7),
      },
      {
        token: ' blue',
        bytes: [32, 98, 108, 117, 101],
        logprob: expect.closeTo(Math.log(0.8 / 2.44), 7),
      },
    ],
  });
});

it('without top_logprobs the list is empty; the path has no more than it has', () => {
  const state = pathOf([' red']);
  expect(logprobWriter(tokenizer, 0)(state, red).top_logprobs).toEqual([]);
  expect(logprobWriter(tokenizer, 20)(state, red).top_logprobs).toHaveLength(1);
});

it('a token that is not on the path is −9999, and not among the likeliest', () => {
  const entry = logprobWriter(tokenizer, 5)(pathOf([' blue']), red);
  expect(entry.logprob).toBe(-9999);
  expect(entry.top_logprobs.map(({ token }) => token)).toEqual([' blue']);
});

it('the twentieth token of a place is known, the twenty-first is −9999', () => {
  const words = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => ` ${letter}`);
  const state = pathOf(words as [string, ...string[]]);
  const logprobOf = logprobWriter(tokenizer, 20);
  const logprobs = state.continuations.map(({ token }) => logprobOf(state, token).logprob);
  expect(logprobs[19]).toBeGreaterThan(-9);
  expect(logprobs[20]).toBe(-9999);
});

it('where the answer may end, the end is named, without bytes', () => {
  const [after] = pathOf(['yes', 'yes it is']).continuations;
  const state = after?.next ?? expect.fail('the path is over');
  const [it = 0] = encode(' it');
  const [end] = logprobWriter(tokenizer, 1)(state, it).top_logprobs;
  expect(end).toMatchObject({ token: '<|end|>', bytes: null });
});
