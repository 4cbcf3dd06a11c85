import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutAnywhere, randomMarkdown } from '../../fixtures/random-markdown.js';
import { screenOf } from '../../fixtures/screen.js';
import { MarkdownStream } from './markdown-stream.js';

interface Screen {
  readonly columns?: number;
  readonly rows?: number;
  readonly styled?: boolean;
  /** After so many pieces somebody else writes a line. */
  readonly interruptedEvery?: number;
}

async function rendered(pieces: readonly string[], screen: Screen = {}): Promise<string> {
  const { columns = 60, rows = 200, styled = true, interruptedEvery = Infinity } = screen;
  const stream = new MarkdownStream({ moves: true, styled, size: () => ({ columns, rows }) });
  let bytes = '';
  for (const [index, piece] of pieces.entries()) {
    bytes += await stream.push(piece);
    if (index > 0 && index % interruptedEvery === 0) bytes += `${stream.leave()}(1)\n`;
  }
  return bytes + (await stream.end());
}

async function shown(pieces: readonly string[], screen: Screen = {}) {
  const { columns = 60, rows = 200 } = screen;
  return screenOf(await rendered(pieces, screen), { columns, rows });
}

/** Told before the test's own time is up, which would say nothing of the text that it was about. */
const runs = {
  numRuns: Number(process.env.RUNS ?? 60),
  timeout: 20_000,
  interruptAfterTimeLimit: 50_000,
  markInterruptAsFailure: true,
};

it('shows the same however the text is cut, on a screen that is high enough', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomMarkdown.chain((text) => fc.tuple(fc.constant(text), cutAnywhere(text))),
      async ([text, pieces]) => {
        expect(await shown(pieces)).toEqual(await shown([text]));
      },
    ),
    runs,
  );
});

/** Whether all characters of one are in the other, in order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

it('loses no letter on a screen of six lines, where others write as well, and what has scrolled away stays as it is', async () => {
  const letters = (lines: readonly string[]) => lines.join('').replace(/[^\p{L}]/gu, '');
  await fc.assert(
    fc.asyncProperty(
      randomMarkdown.chain((text) => fc.tuple(fc.constant(text), cutAnywhere(text))),
      fc.constantFrom(Infinity, Infinity, 2, 5),
      async ([text, pieces], interruptedEvery) => {
        const low = letters(await shown(pieces, { rows: 6, columns: 40, interruptedEvery }));
        const high = letters(await shown([text], { rows: 200, columns: 40 }));
        expect(isWithin(high, low)).toBe(true);
      },
    ),
    runs,
  );
});
