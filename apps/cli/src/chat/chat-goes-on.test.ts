import { simulate } from '@farebox/simulator';
import { describe, expect, it } from 'vitest';
import { chats } from '../fixtures/chats.js';

const { talk } = chats();

describe('what a conversation was asked with', () => {
  it('is kept with it: -c and /load go on with its model and temperature', async () => {
    await talk(['/model gpt-4o', '/temp 0.4', 'What is a for loop?'], ['--cid', 'a']);
    const again = await talk(['Show me one'], ['-c']);
    expect(again.requests).toMatchObject([{ model: 'gpt-4o', temperature: 0.4 }]);
    expect(again.editor.prompts[0]).toMatch(/^gpt-4o · /);
    const loaded = await talk(['/load a', 'And now?']);
    expect(loaded.requests).toMatchObject([{ model: 'gpt-4o', temperature: 0.4 }]);
    const other = await talk(['And then?'], ['-c', '-m', 'gpt-4o-mini']);
    expect(other.requests).toMatchObject([{ model: 'gpt-4o-mini', temperature: 0.4 }]);
  });

  it('keeps /load from sending it to somebody else, and says where it goes on', async () => {
    const fetch = simulate({ seed: 1 }).fetch;
    const local = ['--base-url', 'http://mine.test/v1', '--cid', 'a'];
    await talk(['What is a for loop?'], local, { fetch });
    const { lines, requests, editor } = await talk(['/load a', 'And now?']);
    expect(lines.join(' ')).toContain(
      'a was asked of http://mine.test/v1, and this chat is with another; farebox chat --cid a goes on there',
    );
    expect(requests[0]?.messages).toHaveLength(1);
    expect(editor.prompts[1]).toBe('gpt-4o-mini · $0.00 > ');
  });
});
