import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canaryKey } from '../fixtures/canaries.js';
import { KeyFilter } from './key-filter.js';

/** What comes through of blocks, and whether the key was among them. */
function through(key: string | undefined, blocks: readonly Uint8Array[]) {
  const filter = new KeyFilter(key);
  const passed: Uint8Array[] = [];
  for (const block of blocks) {
    const bytes = filter.push(block);
    if (bytes === undefined) return { text: Buffer.concat(passed).toString(), found: true };
    passed.push(bytes);
  }
  return { text: Buffer.concat([...passed, filter.end()]).toString(), found: false };
}

function blocksOf(text: string, cuts: readonly number[]): readonly Uint8Array[] {
  const bytes = Buffer.from(text);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length];
  const ordered = places.toSorted((one, other) => one - other);
  return ordered.slice(1).map((end, index) => bytes.subarray(ordered[index], end));
}

const cuts = fc.array(fc.nat(), { maxLength: 8 });
/** Texts that are likely to have the beginning of the key. */
const piece = fc.oneof(
  fc.string(),
  fc.nat(canaryKey.length - 1).map((length) => canaryKey.slice(0, length)),
  fc.constant('s'),
);
const keyless = fc
  .array(piece)
  .map((pieces) => pieces.join(''))
  .filter((text) => !text.includes(canaryKey));

describe('KeyFilter', () => {
  it('passes on what has no key in it, byte for byte, however it is cut', () => {
    fc.assert(
      fc.property(keyless, cuts, (text, at) => {
        expect(through(canaryKey, blocksOf(text, at))).toEqual({ text, found: false });
      }),
    );
  });

  it('finds the key wherever the blocks are cut, and has let none of it through', () => {
    fc.assert(
      fc.property(keyless, keyless, cuts, (before, after, at) => {
        const { text, found } = through(canaryKey, blocksOf(before + canaryKey + after, at));
        expect(found).toBe(true);
        expect((before + canaryKey).startsWith(text)).toBe(true);
        expect(text.length).toBeLessThanOrEqual(before.length);
      }),
    );
  });

  it('holds nothing back at the end of an event, which is no beginning of a key', () => {
    const filter = new KeyFilter(canaryKey);
    const block = Buffer.from('data: {"choices":[]}\n\n');
    expect(filter.push(block)).toEqual(block);
  });

  it('looks for no key where there is none, or one that protects nothing', () => {
    const blocks = [Buffer.from('none x ollama')];
    for (const key of [undefined, 'x', 'ollama']) {
      expect(through(key, blocks)).toEqual({ text: 'none x ollama', found: false });
    }
  });
});
