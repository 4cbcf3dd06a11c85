import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, it } from 'vitest';
import { promptTokens } from './prompt-tokens.js';
import { loadTokenizer } from './tokenizer.js';

const model = 'gpt-4o-mini';
const words = (...texts: string[]) => texts.reduce((sum, text) => sum + encode(text).length, 0);

it('each message costs 3 and its words, a name 1 more, and the reply is primed with 3', async () => {
  const tokenizer = await loadTokenizer();
  const count = promptTokens(tokenizer, {
    model,
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', name: 'ada', content: [{ type: 'text', text: 'Hello there' }] },
    ],
  });
  const text = words('system', 'Be brief.', 'user', 'ada', 'Hello there');
  expect(count).toEqual({ tokens: 3 + 3 + 3 + 1 + text, estimated: false });
});

it('an image is 85 tokens at low detail and 765 otherwise, and makes an estimate', async () => {
  const tokenizer = await loadTokenizer();
  const withDetail = (detail: 'low' | 'auto') =>
    promptTokens(tokenizer, {
      model,
      messages: [
        { role: 'user', content: [{ type: 'image_url', image_url: { url: 'x', detail } }] },
      ],
    });
  expect(withDetail('low')).toEqual({ tokens: 3 + 3 + 1 + 85, estimated: true });
  expect(withDetail('auto')).toEqual({ tokens: 3 + 3 + 1 + 765, estimated: true });
});
