import { clocks, deadline, fetchTransport, retry } from '@farebox/client';
import { fromOpenAI } from '@farebox/client/openai';
import { stack } from '@farebox/core';
import { createParser } from 'eventsource-parser';
import OpenAI from 'openai';

const request = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hello' }] };
const layers = stack(deadline(), retry(), clocks());

/** What everyone writes by hand: the yardstick. */
async function handWritten(baseURL) {
  const response = await fetch(`${baseURL}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...request, stream: true }),
  });
  let text = '';
  let usage;
  const parser = createParser({
    onEvent({ data }) {
      if (data === '[DONE]') return;
      const chunk = JSON.parse(data);
      text += chunk.choices[0]?.delta.content ?? '';
      if (chunk.usage) usage = chunk.usage;
    },
  });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text, usage };
    parser.feed(decoder.decode(value, { stream: true }));
  }
}

const fareboxText = (transport) => async (baseURL) => {
  const stream = await layers(transport(baseURL))(request, {});
  let text = '';
  for await (const piece of stream.text()) text += piece;
  return { text, usage: (await stream.completion()).usage };
};

const fareboxChunks = (transport) => async (baseURL) => {
  const stream = await layers(transport(baseURL))(request, {});
  let text = '';
  let usage;
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta.content ?? '';
    if (chunk.usage) usage = chunk.usage;
  }
  return { text, usage };
};

const bare = (baseURL) => fetchTransport({ baseURL });
const sdk = (baseURL) => fromOpenAI(new OpenAI({ apiKey: 'none', baseURL }));

async function openai(baseURL) {
  const client = new OpenAI({ apiKey: 'none', baseURL });
  let text = '';
  let usage;
  for await (const chunk of await client.chat.completions.create({ ...request, stream: true })) {
    text += chunk.choices[0]?.delta.content ?? '';
    if (chunk.usage) usage = chunk.usage;
  }
  return { text, usage };
}

export const contenders = {
  'hand-written loop': handWritten,
  'farebox text()': fareboxText(bare),
  'farebox text() over the SDK': fareboxText(sdk),
  'farebox chunks': fareboxChunks(bare),
  'farebox chunks over the SDK': fareboxChunks(sdk),
  openai,
};
