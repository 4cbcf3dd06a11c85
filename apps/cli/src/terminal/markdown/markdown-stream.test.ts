import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutAnywhere, randomMarkdown } from '../../fixtures/random-markdown.js';
import { screenOf } from '../../fixtures/screen.js';
import { MarkdownStream } from './markdown-stream.js';

interface Screen {
  readonly columns?: number;
  readonly rows?: number;
  readonly styled?: boolean;
}

async function rendered(pieces: readonly string[], screen: Screen = {}): Promise<string> {
  const { columns = 60, rows = 400, styled = true } = screen;
  const stream = new MarkdownStream({ moves: true, styled, size: () => ({ columns, rows }) });
  let bytes = '';
  for (const piece of pieces) bytes += await stream.push(piece);
  return bytes + (await stream.end());
}

async function shown(pieces: readonly string[], screen: Screen = {}) {
  const { columns = 60, rows = 400 } = screen;
  return screenOf(await rendered(pieces, screen), { columns, rows });
}

it('shows the same however the text is cut, on a screen that is high enough', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomMarkdown.chain((text) => fc.tuple(fc.constant(text), cutAnywhere(text))),
      async ([text, pieces]) => {
        expect(await shown(pieces)).toEqual(await shown([text]));
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 200) },
  );
});

it('loses no word on a screen of six lines', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomMarkdown.chain((text) => fc.tuple(fc.constant(text), cutAnywhere(text))),
      async ([text, pieces]) => {
        const lines = await shown(pieces, { rows: 6, columns: 40 });
        const letters = (words: string) => words.replace(/[^\p{L}]/gu, '');
        const whole = letters((await shown([text], { rows: 400, columns: 40 })).join(''));
        expect(letters(lines.join(''))).toBe(whole);
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 200) },
  );
});
