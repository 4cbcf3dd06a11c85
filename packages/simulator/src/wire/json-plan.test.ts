import { expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';

it('a character of four bytes arrives whole wherever a slice of a JSON reply ends', async () => {
  for (let before = 0; before < 16; before++) {
    const content = 'x'.repeat(before) + '\u{1F469}'.repeat(300);
    const reply = await ask(simulate({ seed: 1, answers: [content] }));
    const { choices } = (await reply.json()) as { choices: [{ message: { content: string } }] };
    expect(choices[0].message.content).toBe(content);
  }
});
