import { virtualClock } from '@farebox/core/testing';
import { expect, it } from 'vitest';
import { openBooks } from '../books/books.js';
import { doneFrame, plainFrame, type ReplyPlan } from '../wire/plan.js';
import { keptReplies } from './kept-replies.js';

const planOf = (text: string): ReplyPlan => ({
  kind: 'events',
  frames: [plainFrame(text), doneFrame],
  ending: 'close',
  begins: true,
  upfrontTokens: 0,
});
const doneCharacters = doneFrame.write().length;

function store(bounds: { replies: number; characters: number }) {
  const { arrived } = openBooks();
  const kept = keptReplies(virtualClock(), bounds);
  return {
    keep(key: string, text: string) {
      const line = arrived(key);
      const claim = kept.claim(key, 'body', line);
      if ('requestId' in claim) throw new Error(`${key} is kept already.`);
      claim.keep(planOf(text));
      line.end('completed');
    },
    has: (key: string) => 'requestId' in kept.claim(key, 'body', arrived(`${key} again`)),
  };
}

it('over so many replies the oldest is forgotten', () => {
  const { keep, has } = store({ replies: 3, characters: 1_000 });
  for (const key of ['a', 'b', 'c', 'd']) keep(key, 'x');
  expect(['d', 'c', 'b'].map(has)).toEqual([true, true, true]);
  expect(has('a')).toBe(false);
});

it('over so many characters the oldest are forgotten, as many as it takes', () => {
  const { keep, has } = store({ replies: 100, characters: 3 * (10 + doneCharacters) });
  for (const key of ['a', 'b', 'c']) keep(key, '0123456789');
  keep('d', 'x'.repeat(20));
  expect(['d', 'c'].map(has)).toEqual([true, true]);
  expect(['a', 'b'].map(has)).toEqual([false, false]);
});

it('a reply that is larger than all there is room for is not kept, and displaces none', () => {
  const { keep, has } = store({ replies: 100, characters: 100 });
  keep('small', 'x');
  keep('huge', 'x'.repeat(101));
  expect(has('huge')).toBe(false);
  expect(has('small')).toBe(true);
});

it('what is kept is written once: chance in a frame does not change it', () => {
  const { arrived } = openBooks();
  const kept = keptReplies(virtualClock());
  let writes = 0;
  const frame = { ...plainFrame(''), write: () => String(++writes) };
  const line = arrived('first');
  const claim = kept.claim('key', 'body', line);
  if (!('keep' in claim)) throw new Error('Nothing can be kept yet.');
  const sent = claim.keep({ ...planOf(''), frames: [frame] });
  line.end('completed');
  const again = kept.claim('key', 'body', arrived('second'));
  if (!('requestId' in again)) throw new Error('It was not kept.');
  const texts = [sent, again.plan, again.plan].map(({ frames }) => frames[0]?.write());
  expect(texts).toEqual(['1', '1', '1']);
  expect(again.requestId).toBe('first');
});
