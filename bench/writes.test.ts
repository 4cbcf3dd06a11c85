import { describe, expect, it } from 'vitest';
import { streamOf } from './shapes.mjs';
import { writes } from './writes.mjs';

function cut(how: string, shape: string): Buffer[] {
  return writes[how]?.(streamOf(shape, 300).events) ?? [];
}

describe('writes', () => {
  it('single puts one whole event into each', () => {
    for (const write of cut('single', 'plain')) expect(write.toString()).toMatch(/^data: .*\n\n$/);
  });

  it('packed ends each with an event, 64 of them in all but the last', () => {
    const counts = cut('packed', 'plain').map((write) => write.toString().split('\n\n').length - 1);
    expect(counts).toEqual([64, 64, 64, 64, 48]);
  });

  it('awkward ends none but the last with an event', () => {
    const blocks = cut('awkward', 'plain').slice(0, -1);
    expect(blocks.length).toBeGreaterThan(100);
    for (const write of blocks) expect(write.toString()).not.toMatch(/\n\n$/);
  });

  it('awkward ends most inside a character where text has several bytes to each', () => {
    const blocks = cut('awkward', 'non-ASCII text');
    const broken = blocks.filter((write) => write.toString().endsWith('\uFFFD'));
    expect(broken.length / blocks.length).toBeGreaterThan(0.9);
  });
});
