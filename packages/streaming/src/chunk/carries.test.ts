import type { ChatCompletionChunk } from '@farebox/core';
import { expect, it } from 'vitest';
import { carriesSomething } from './carries.js';
import { readChunk } from './read-chunk.js';

function chunk(choice: object): ChatCompletionChunk {
  const payload = readChunk(JSON.stringify({ choices: [choice] }));
  if ('error' in payload) throw payload.error;
  return payload.chunk;
}

it.each([
  { delta: { content: 'a' } },
  { delta: { refusal: 'no' } },
  { delta: { reasoning_content: 'hm' } },
  { delta: { reasoning: 'hm' } },
  { delta: { audio: { id: 'audio_1' } } },
  { delta: { tool_calls: [{ index: 0 }] } },
  { delta: { function_call: { name: 'f' } } },
  { delta: {}, finish_reason: 'stop' },
  { message: { content: 'whole' } },
])('%j carries something', (choice) => {
  expect(carriesSomething(chunk(choice))).toBe(true);
});

it.each([
  {},
  { delta: { role: 'assistant', content: '' } },
  { delta: { content: null, refusal: null, tool_calls: [] } },
  { delta: {}, finish_reason: '' },
])('%j carries nothing', (choice) => {
  expect(carriesSomething(chunk(choice))).toBe(false);
});
