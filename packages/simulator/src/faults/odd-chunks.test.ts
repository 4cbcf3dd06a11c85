import { describe, expect, it } from 'vitest';
import { chunksOf, replyUnder, streaming } from '../fixtures/reply-under.js';
import { withFault } from '../fixtures/with-fault.js';
import { contentFaults } from './content-faults.js';
import type { FaultName } from './faults.js';

/** What every chunk of a choice says, in its order. */
function saidBy(text: string, index: number): string {
  const choices = chunksOf(text).flatMap((chunk) => chunk.choices);
  return choices
    .map((choice) => (choice.index === index ? choice.delta?.content : '') ?? '')
    .join('');
}

describe('of two choices', () => {
  const two = { ...streaming, n: 2, temperature: 1 };

  it.each<FaultName>([
    'null-deltas',
    'empty-choices',
    'proto-keys',
    'usage-everywhere',
    'usage-null',
  ])('%s leaves each what it says', async (fault) => {
    const ok = await withFault('ok', two);
    const { text, end, line } = await withFault(fault, two);
    for (const index of [0, 1]) expect(saidBy(text, index)).toBe(saidBy(ok.text, index));
    expect(saidBy(text, 0)).not.toBe(saidBy(text, 1));
    expect(end).toBe('closed');
    expect(line).toEqual(ok.line);
  });

  it('null-deltas are about the choice whose chunk comes next', async () => {
    const choices = chunksOf((await withFault('null-deltas', two)).text).flatMap(
      (chunk) => chunk.choices,
    );
    for (let at = 0; at + 2 < choices.length; at += 3) {
      const [bare, missing, right] = choices.slice(at, at + 3);
      expect(bare?.delta).toBeNull();
      expect(missing).not.toHaveProperty('delta');
      expect(right?.delta).toEqual(expect.any(Object));
      expect([bare?.index, missing?.index]).toEqual([right?.index, right?.index]);
    }
  });

  it('bad-choice-index is in both, and in the role chunk as in the finish', async () => {
    const chunks = chunksOf((await withFault('bad-choice-index', two)).text);
    const indexes = chunks.flatMap(({ choices }) => choices.map(({ index }) => index));
    expect(new Set(indexes)).toEqual(new Set([-1]));
  });

  it('repeated-chunks repeat the text of both, and bill it once', async () => {
    const ok = await withFault('ok', two);
    const { text, line } = await withFault('repeated-chunks', two);
    for (const index of [0, 1]) {
      expect(saidBy(text, index)).toHaveLength(2 * saidBy(ok.text, index).length);
    }
    expect(line).toEqual(ok.line);
  });
});

describe('a JSON reply', () => {
  it.each<FaultName>([
    ...(['repeated-chunks', 'null-deltas', 'empty-choices', 'bom-inside', 'usage-null'] as const),
    ...(['crlf', 'cr', 'mixed-line-ends', 'usage-everywhere', 'split-tool-arguments'] as const),
  ])('stays what it is under %s', async (fault) => {
    const ok = await withFault('ok', {});
    const { text, line } = await withFault(fault, {});
    expect(text).toBe(ok.text);
    expect(line).toEqual(ok.line);
  });
});

describe('the padding of an obfuscated stream', () => {
  it.each(['no-done', 'usage-null', 'bom', 'malformed-chunk'] as const)(
    'is under %s what it is without a fault',
    async (fault) => {
      const padding = (text: string) => text.match(/"obfuscation":"\w+"/g);
      const ok = padding((await withFault('ok')).text);
      expect(ok?.length).toBeGreaterThan(10);
      expect(padding((await withFault(fault)).text)).toEqual(ok);
    },
  );

  it('is not there where it was not asked for', async () => {
    const bare = { stream: true, stream_options: { include_obfuscation: false } };
    for (const fault of Object.keys(contentFaults) as FaultName[]) {
      const text = new TextDecoder().decode((await replyUnder(fault, bare)).bytes);
      expect(text).not.toContain('obfuscation');
    }
  });
});

it('usage-null says nothing where no usage was asked for', async () => {
  const ok = await withFault('ok', { stream: true });
  expect((await withFault('usage-null', { stream: true })).text).toBe(ok.text);
});

it('usage-null follows the usage, whether [DONE] comes or not', async () => {
  const usages = async (...names: FaultName[]) => {
    const { text } = await withFault(names.map((fault) => ({ fault })));
    return chunksOf(text)
      .slice(-2)
      .map(({ usage }) => usage);
  };
  const usage = expect.objectContaining({ prompt_tokens: 14 });
  expect(await usages('usage-null')).toEqual([usage, null]);
  expect(await usages('no-done', 'usage-null')).toEqual([usage, null]);
  expect(await usages('usage-null', 'no-done')).toEqual([usage, null]);
});

it('a chunk without choices, as an error is, is passed over by what edits chunks', async () => {
  for (const fault of ['bad-choice-index', 'null-deltas', 'proto-keys', 'wrong-usage'] as const) {
    const { text } = await withFault([{ fault: 'error-event', afterChunks: 0 }, { fault }]);
    expect(text).toBe((await withFault({ fault: 'error-event', afterChunks: 0 })).text);
  }
});
