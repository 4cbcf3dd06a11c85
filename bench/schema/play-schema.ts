import { ChatClient } from '@farebox/chat';
import type { ResponseFormat } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { simulate } from '@farebox/simulator';
import { type Pair, schemaOf } from './random-schemas.js';

/** How a schema reaches the model. */
export const ways = {
  json_schema: { model: 'gpt-4o-mini' },
  json_object: { model: 'gpt-4-turbo' },
} as const;

/** One question with a schema, to a simulator of its own; what came of it, and whether both books agree. */
export async function playSchema(pair: Pair, way: keyof typeof ways, seed: number) {
  const clock = virtualClock({ settle: () => new Promise((resolve) => setImmediate(resolve)) });
  const simulator = simulate({ seed, clock });
  let format: ResponseFormat | undefined;
  const client = new ChatClient({
    ...ways[way],
    fetch: (url, init) => {
      format = JSON.parse(String(init?.body)).response_format;
      return simulator.fetch(url, init);
    },
    clock,
    max_completion_tokens: 4_000,
  });
  const stream = client.stream('Anna, 34, lives in Oslo since 2019-04-01.', {
    schema: schemaOf(pair),
  });
  let last: unknown;
  for await (const partial of stream.partials()) last = partial;
  const answer = await stream.answer;
  return { answer, last, format, isBilled: simulator.books.cost === answer.cost };
}
