import { user } from '@farebox/core';
import { boundTokens } from '@farebox/core/bound';
import { describe, expect, it } from 'vitest';
import { loadTokenizer } from '../src/prices/load-tokenizer.js';

const megabyte = 1_000_000;

/** Repeatable dice, so that a slow text can be looked at again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
}

function repeated(unit: string): () => string {
  return () => unit.repeat(megabyte / new TextEncoder().encode(unit).length);
}

function drawn(draw: (roll: (sides: number) => number) => number, bytesEach: number) {
  return (seed: number) => {
    const roll = dice(seed);
    const codes = Array.from({ length: megabyte / bytesEach }, () => draw(roll));
    return codes.map((code) => String.fromCodePoint(code)).join('');
  };
}

/** Each time other text, because a tokenizer remembers what it has seen. */
const texts: Readonly<Record<string, (seed: number) => string>> = {
  'one letter': repeated('a'),
  'one Chinese character': repeated('你'),
  spaces: repeated(' '),
  emoji: repeated('🙂'),
  'marks and line ends': repeated('/\n'),
  'special tokens': repeated('<|endoftext|>'),
  'random bytes': drawn((roll) => roll(256), 1.5),
  'random letters': drawn((roll) => 97 + roll(26), 1),
  'random marks': drawn((roll) => 33 + roll(15), 1),
  'random Chinese': drawn((roll) => 0x4e00 + roll(20_000), 3),
  'random emoji': drawn((roll) => 0x1f300 + roll(700), 4),
};

const limitMs = 200;

describe.each(Object.entries(texts))(
  'a megabyte of %s is bounded in under 200 ms',
  (name, textOf) => {
    it.each(['without a tokenizer', 'with gpt-tokenizer'])('%s', async (how) => {
      const tokenizer = how === 'with gpt-tokenizer' ? await loadTokenizer() : undefined;
      boundTokens({ model: 'gpt-4o', messages: [user('warm')] }, { tokenizer });
      const times = [1, 2, 3].map((seed) => {
        const request = { model: 'gpt-4o', messages: [user(textOf(seed))], max_tokens: 1 };
        const startedMs = performance.now();
        const { unbounded } = boundTokens(request, { tokenizer });
        const ms = performance.now() - startedMs;
        expect(unbounded).toEqual([]);
        return ms;
      });
      // Another process on the machine can only add time.
      const fastestMs = Math.min(...times);
      console.log(`${name}, ${how}: ${times.map((ms) => ms.toFixed(1)).join(', ')} ms`);
      expect(fastestMs).toBeLessThan(limitMs);
    });
  },
);
