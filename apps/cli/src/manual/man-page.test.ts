import { expect, it } from 'vitest';
import { commandNames, subcommandsOf } from '../command-list.js';
import { commandAt } from '../completion/command-tree.js';
import { fakeIo } from '../fixtures/fake-io.js';
import { manPage } from './man-page.js';

const page = await manPage('1.2.3', fakeIo());

it('has every command with all of its options and examples', async () => {
  for (const name of commandNames) {
    const words = subcommandsOf(name);
    for (const word of words.length === 0 ? [undefined] : words) {
      const command = await commandAt(name, word, fakeIo());
      if (name !== 'ask')
        expect(page).toContain(`\n.SS farebox ${[name, word].filter(Boolean).join(' ')}`);
      for (const { long } of command.options) {
        if (long !== '--version') expect(page).toContain(long?.replaceAll('-', '\\-'));
      }
    }
  }
  expect(page).toContain('.SH EXIT CODES\n.nf\n  0 answered ');
  expect(page).toContain('\n  farebox "Explain a for loop in two lines"\n');
});

it('begins no line of text with what troff would take for a request', () => {
  const requests = page.split('\n').filter((line) => /^[.']/.test(line));
  expect(requests.filter((line) => !/^\.(?:TH|SH|SS|TP|PP|nf|fi|B)\b/.test(line))).toEqual([]);
  expect(page).toMatch(/^[\n -~]*$/);
  expect(page.replaceAll(/\\(?:-|e|&|f[BIR]|\[u[0-9A-F]{4,6}\])/g, '')).not.toContain('\\');
});

it('opens and closes each block of lines', () => {
  expect(page.match(/^\.nf$/gm)?.length).toBe(page.match(/^\.fi$/gm)?.length);
});
