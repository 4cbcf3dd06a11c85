import { fetchTransport } from '@farebox/client';
import { fromOpenAI } from '@farebox/client/openai';
import { createParser } from 'eventsource-parser';
import OpenAI from 'openai';
import { everythingOn, request } from './everything-on.mjs';

/**
 * What one call got. A client with a meter adds the cost on its receipt.
 *
 * @typedef {object} Reply
 * @property {string} text
 * @property {{ total_tokens: number } | undefined} usage
 * @property {import('@farebox/cost').Cost | undefined} [cost]
 */
/** @typedef {(baseURL: string) => () => Promise<Reply>} Contender a client, set up once, and its call. */
/** @typedef {(baseURL: string) => import('@farebox/core').Call} Transport */

/** @type {Contender} What everyone writes by hand: the yardstick. */
const handWritten = (baseURL) => async () => {
  const response = await fetch(`${baseURL}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...request, stream: true, stream_options: { include_usage: true } }),
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
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text, usage };
    parser.feed(decoder.decode(value, { stream: true }));
  }
};

/** @returns {Contender} */
const fareboxText = (/** @type {Transport} */ transport) => (baseURL) => {
  const { call, receipts } = everythingOn(transport(baseURL));
  return async () => {
    const stream = await call(request, {});
    let text = '';
    for await (const piece of stream.text()) text += piece;
    const { usage } = await stream.completion();
    return { text, usage, cost: receipts.pop()?.cost };
  };
};

/** @returns {Contender} */
const fareboxChunks = (/** @type {Transport} */ transport) => (baseURL) => {
  const { call, receipts } = everythingOn(transport(baseURL));
  return async () => {
    let text = '';
    let usage;
    for await (const chunk of await call(request, {})) {
      text += chunk.choices[0]?.delta.content ?? '';
      if (chunk.usage) usage = chunk.usage;
    }
    return { text, usage, cost: receipts.pop()?.cost };
  };
};

/** @type {Transport} */
const bare = (baseURL) => fetchTransport({ baseURL });
/** @type {Transport} */
const sdk = (baseURL) => fromOpenAI(new OpenAI({ apiKey: 'none', baseURL }));

/** @type {Contender} */
const openai = (baseURL) => {
  const client = new OpenAI({ apiKey: 'none', baseURL });
  return async () => {
    let text = '';
    let usage;
    const stream = await client.chat.completions.create({
      ...request,
      stream: true,
      stream_options: { include_usage: true },
    });
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? '';
      if (chunk.usage) usage = chunk.usage;
    }
    return { text, usage };
  };
};

export const yardstick = 'hand-written loop';

/** @type {Readonly<Record<string, Contender>>} */
export const contenders = {
  [yardstick]: handWritten,
  'farebox text()': fareboxText(bare),
  'farebox text(), SDK': fareboxText(sdk),
  'farebox chunks': fareboxChunks(bare),
  'farebox chunks, SDK': fareboxChunks(sdk),
  openai,
};
