import { type ChatStream, isChatError, type StreamEnd } from '@farebox/core';
import { expect, it } from 'vitest';
import { content } from './fixtures/events.js';
import { recordedBytes, recordedText } from './fixtures/recorded-stream.js';
import { stallingReply } from './fixtures/stalling-reply.js';
import { watchedSignal } from './fixtures/watched-signal.js';
import { openStream } from './open-stream.js';

/** Ways to read; each returns the text that was handed out before it ended. */
const views: Record<
  string,
  (stream: ChatStream, take: (text: string) => void) => Promise<unknown>
> = {
  async text(stream, take) {
    for await (const text of stream.text()) take(text);
  },
  async chunks(stream, take) {
    for await (const { choices } of stream) take(choices[0]?.delta.content ?? '');
  },
  completion: (stream) => stream.completion(),
  async 'text and completion'(stream, take) {
    const [text, completion] = [views.text?.(stream, take), stream.completion()];
    const ends = await Promise.allSettled([text, completion]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await completion;
  },
};

async function abortAfter(offset: number, blockLength: number, view: string) {
  const { response, stalled, cancelled } = stallingReply(
    recordedBytes.slice(0, offset),
    blockLength,
  );
  const { signal, listeners, abort } = watchedSignal();
  const ends: StreamEnd[] = [];
  let text = '';
  const reading = openStream(response, { signal }).then((stream) => {
    stream.watch({ end: (end) => void ends.push(end) });
    return views[view]?.(stream, (piece) => {
      text += piece;
    });
  });
  void stalled.then(abort);
  const error: unknown = await reading.then(
    () => 'success',
    (thrown) => thrown,
  );
  const delivered = isChatError(error) && error.delivered;
  return {
    kind: isChatError(error) ? error.kind : error,
    isPrefix: recordedText.startsWith(text),
    // Nobody could be watching before the stream was there.
    endsAsSeen: JSON.stringify(ends) === JSON.stringify(delivered ? ['aborted'] : []),
    delivered,
    cancelled: cancelled(),
    listeners: listeners.size,
  };
}

const asItShould = {
  kind: 'aborted',
  isPrefix: true,
  endsAsSeen: true,
  cancelled: 1,
  listeners: 0,
};

it.each(Object.keys(views))(
  'an abort at any byte of a reply is never a success, ends it once and leaves nothing: %s',
  async (view) => {
    for (const blockLength of [recordedBytes.length, 64]) {
      let firstDelivered: number | undefined;
      for (let offset = 0; offset < recordedBytes.length; offset++) {
        const { delivered, ...seen } = await abortAfter(offset, blockLength, view);
        if (JSON.stringify(seen) !== JSON.stringify(asItShould)) {
          expect(seen, `aborted after ${offset} bytes`).toEqual(asItShould);
        }
        if (delivered) firstDelivered ??= offset;
        // Once something was delivered it stays delivered.
        if (delivered !== (firstDelivered !== undefined)) expect(offset).toBe(firstDelivered);
      }
      const firstText = new TextDecoder().decode(recordedBytes.slice(0, firstDelivered));
      expect(firstText.endsWith(content('Zü'))).toBe(true);
    }
  },
  20_000,
);

it('the reply that was aborted is whole at its last byte', async () => {
  const { response } = stallingReply(recordedBytes, 7);
  const completion = await (await openStream(response)).completion();
  expect(completion).toMatchObject({
    choices: [
      {
        finish_reason: 'tool_calls',
        message: {
          content: recordedText,
          tool_calls: [
            { id: 'call_1', function: { name: 'weather', arguments: '{"city":"Zürich"}' } },
            { id: 'call_2', function: { name: 'time', arguments: '{}' } },
          ],
        },
      },
    ],
    usage: { total_tokens: 30 },
  });
});
