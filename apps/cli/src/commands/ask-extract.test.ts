import { type FaultStep, simulate } from '@farebox/simulator';
import { describe, expect, it } from 'vitest';
import { farebox } from '../fixtures/farebox.js';

const answer = 'Run this:\n\n```sh\nls \u001b[1m\n```\n\nor that:\n\n```sh\npwd\n```\n';

const ask = (argv: readonly string[], text: string, faults: readonly FaultStep[] = []) => {
  const simulator = simulate({ seed: 1, answers: [text], faults });
  return farebox([...argv, 'Hi'], { openSimulator: async () => simulator.fetch });
};

describe('-x', () => {
  it('prints the bytes of the first block into a pipe, and nothing else', async () => {
    const { code, out, lines } = await ask(['-x'], answer);
    expect({ code, out }).toEqual({ code: 0, out: 'ls \u001b[1m\n' });
    expect(lines).toEqual([expect.stringMatching(/^cost /)]);
  });

  it('prints the last one with --extract-last', async () => {
    expect((await ask(['--extract-last'], answer)).out).toBe('pwd\n');
  });

  it('prints the whole answer, with a warning, where there is no block', async () => {
    const { code, out, lines } = await ask(['-x'], 'ls -l');
    expect({ code, out }).toEqual({ code: 0, out: 'ls -l\n' });
    expect(lines[0]).toBe(
      'farebox: warning: the answer has no block of code; all of it is printed',
    );
  });

  it('prints nothing of an answer that broke off inside of the block', async () => {
    const text = `\`\`\`sh\n${'rm -r temporary\n'.repeat(40)}\`\`\`\n`;
    const { code, out } = await ask(['-x'], text, [{ fault: 'cut', afterChunks: 20 }]);
    expect({ code, out }).toEqual({ code: 8, out: '' });
  });

  it('is the same as one reply', async () => {
    expect((await ask(['-x', '--no-stream'], answer)).out).toBe('ls \u001b[1m\n');
  });
});
