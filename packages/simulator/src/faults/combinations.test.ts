import { expect, it } from 'vitest';
import { chunksOf, dataOf, replyUnder, said, saidIn } from '../fixtures/reply-under.js';
import type { FaultName } from './faults.js';

const eitherWay = (one: FaultName, other: FaultName) =>
  [
    [{ fault: one }, { fault: other }],
    [{ fault: other }, { fault: one }],
  ] as const;

it('what is said and how it is spelt combine in either order', async () => {
  for (const spelling of ['crlf', 'cr', 'mixed-line-ends', 'bom', 'two-boms'] as const) {
    for (const step of eitherWay(spelling, 'other-model')) {
      const { text } = await replyUnder(step);
      const models = new Set(chunksOf(text).map(({ model }) => model));
      expect([...models]).toEqual([expect.stringMatching(/^gpt-4\.1-nano/)]);
      expect(saidIn(text)).toBe(said);
    }
  }
});

it('chunks that are put in are spelt like the others', async () => {
  for (const step of eitherWay('null-deltas', 'cr')) {
    const { text } = await replyUnder(step);
    expect(text).not.toContain('\n');
    expect(text).toContain('"delta":null');
    expect(saidIn(text)).toBe(said);
  }
});

it('a stream that ends early ends so, whatever else is wrong with it', async () => {
  for (const other of [
    'no-usage',
    'repeated-chunks',
    'wrong-usage',
    'bom',
    'proto-keys',
  ] as const) {
    for (const step of eitherWay('cut', other)) {
      const { text, line } = await replyUnder(step);
      expect(dataOf(text).at(-1)).not.toBe('[DONE]');
      expect(line.ended).toBe('failed');
    }
  }
});

it('a fault that a JSON reply is too broken for leaves it as it is', async () => {
  const broken = await replyUnder('malformed-chunk', {});
  for (const other of ['other-model', 'proto-keys', 'finish-error'] as const) {
    const { text } = await replyUnder([{ fault: 'malformed-chunk' }, { fault: other }], {});
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(text.length).toBeGreaterThan(broken.text.length / 2);
  }
});
