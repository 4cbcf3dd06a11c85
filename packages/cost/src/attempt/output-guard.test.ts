import type { ChatError, ChatStream, Watcher } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { guardOutput } from './output-guard.js';

/** A stream whose text grows by one word at each block. */
function growing(word: string) {
  let content = '';
  let looks = 0;
  const watchers: Watcher[] = [];
  const stopped: ChatError[] = [];
  const stream = {
    partial: () => {
      looks++;
      return { choices: [{ message: { role: 'assistant', content } }] };
    },
    watch: (watcher: Watcher) => watchers.push(watcher),
    stop: (error: ChatError) => stopped.push(error),
  } as unknown as ChatStream;
  const arrive = (blocks: number) => {
    for (let block = 0; block < blocks && stopped.length === 0; block++) {
      content += word;
      for (const watcher of watchers) watcher.arrived?.();
    }
    return content.length;
  };
  return { stream, arrive, stopped, looks: () => looks };
}

describe('guardOutput', () => {
  it('leaves an answer alone that has as many tokens as were reserved, at sixteen characters each', () => {
    const { stream, arrive, stopped } = growing('1234567812345678');
    guardOutput(stream, 1000);
    arrive(1000);
    expect(stopped).toEqual([]);
  });

  it('stops an answer that is certainly longer, with both numbers and no word of it', () => {
    const { stream, arrive, stopped } = growing('secrets ');
    guardOutput(stream, 1000);
    const length = arrive(100_000);
    expect(length).toBeLessThan(16 * 1000 * 1.1);
    expect(stopped).toMatchObject([
      { kind: 'budget', code: 'over-reservation', message: expect.stringContaining('1000 were') },
    ]);
    expect(stopped[0]?.message).not.toContain('secrets');
  });

  it('looks at the text a few times only, however many blocks it comes in', () => {
    const { stream, arrive, looks } = growing('1234');
    guardOutput(stream, 100_000);
    arrive(100_000);
    expect(looks()).toBeLessThan(40);
  });

  it('does so too where the text hardly counts: one character for ever', () => {
    const { stream, arrive, looks, stopped } = growing('x');
    guardOutput(stream, 100);
    arrive(100_000);
    expect(looks()).toBeLessThan(200);
    expect(stopped).toEqual([]);
  });

  it('is not misled by blocks that grow', () => {
    let content = '';
    let watcher: Watcher = {};
    let stops = 0;
    const stream = {
      partial: () => ({ choices: [{ message: { content } }] }),
      watch: (added: Watcher) => {
        watcher = added;
      },
      stop: () => stops++,
    } as unknown as ChatStream;
    guardOutput(stream, 100);
    for (let block = 0; block < 100 && stops === 0; block++) {
      content += '12345678'.repeat(block);
      watcher.arrived?.();
    }
    expect(stops).toBe(1);
    expect(content.length).toBeLessThan(16 * 100 * 4);
  });
});
