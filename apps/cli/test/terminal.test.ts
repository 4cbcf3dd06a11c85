import { expect, it } from 'vitest';
import { openTerminal } from './terminal.js';

it('shows an answer and its cost on one screen', async () => {
  const terminal = openTerminal(['-t', '0', 'Explain a for loop in two lines']);
  await terminal.shows(/cost \$0\.\d+ · \d+ in \/ \d+ out/);
  expect(await terminal.ended).toBe(0);
  expect(terminal.screen()).toMatch(/loop/);
});

it('says what is on the screen when the command has ended without what was waited for', async () => {
  const terminal = openTerminal(['price', 'gpt-4o']);
  await expect(terminal.shows('no such words')).rejects.toThrow(
    /^The command has ended: no such words is not on the screen:\n[\s\S]*gpt-4o/,
  );
});
