import { describe, expect, it } from 'vitest';
import { content, done, event, finish } from './fixtures/events.js';
import { openPump, textOf } from './fixtures/open-pump.js';
import type { ReplyLimits } from './limits.js';

const stream = content('a') + content('b') + content('c') + finish() + done;

/** How the three views of one stream end, each in one block and event by event. */
async function endings(stream: string, limits: ReplyLimits) {
  const endings: unknown[] = [];
  for (const blocks of [[stream], stream.split(/(?<=\n\n)/)]) {
    endings.push(
      await openPump(blocks, 'close', limits)
        .then(({ pump }) => textOf(pump))
        .then(ok, failed),
    );
    endings.push(
      await openPump(blocks, 'close', limits)
        .then(({ pump }) => pump.completion())
        .then(ok, failed),
    );
    endings.push(
      await openPump(blocks, 'close', limits)
        .then(async ({ pump }) => {
          for await (const _ of pump);
        })
        .then(ok, failed),
    );
  }
  return endings;
}

const ok = () => 'complete';
const failed = ({ kind, code, fix }: { kind: string; code: string; fix: string }) =>
  `${kind} ${code}: ${fix.split('raise ')[1]}`;
const sixTimes = (ending: string) => Array(6).fill(ending);

describe('a reply that goes beyond', () => {
  it('the number of events: [DONE] is not one of them', async () => {
    expect(await endings(stream, { maxEvents: 4 })).toEqual(sixTimes('complete'));
    expect(await endings(stream, { maxEvents: 3 })).toEqual(
      sixTimes('too-large events: limits.maxEvents.'),
    );
  });

  it('the length of the answer', async () => {
    expect(await endings(stream, { maxAnswerLength: 3 })).toEqual(sixTimes('complete'));
    expect(await endings(stream, { maxAnswerLength: 2 })).toEqual(
      sixTimes('too-large answer: limits.maxAnswerLength.'),
    );
  });

  it('the depth of JSON', async () => {
    const deep = event([{ delta: {}, finish_reason: 'stop' }], { more: [[[]]] });
    expect(await endings(deep, { maxJsonDepth: 4 })).toEqual(sixTimes('complete'));
    expect(await endings(deep, { maxJsonDepth: 3 })).toEqual(
      sixTimes('too-large json-depth: limits.maxJsonDepth.'),
    );
  });
});

it.each([
  ['refusal', { refusal: 'xxxx' }],
  ['reasoning', { reasoning: 'xx', reasoning_content: 'xx' }],
  ['tool arguments', { tool_calls: [{ function: { name: 'x', arguments: 'xxx' } }] }],
  ['custom tools', { tool_calls: [{ custom: { input: 'xxxx' } }] }],
  ['function arguments', { function_call: { arguments: 'xxxx' } }],
  ['sound', { audio: { data: 'xx', transcript: 'xx' } }],
])('the answer has %s as well as text', async (_name, delta) => {
  const whole = event([{ delta }, { index: 1, delta: { content: 'y' } }]) + finish() + finish(1);
  expect(new Set(await endings(whole, { maxAnswerLength: 5 }))).toEqual(new Set(['complete']));
  expect(new Set(await endings(whole, { maxAnswerLength: 4 }))).toEqual(
    new Set(['too-large answer: limits.maxAnswerLength.']),
  );
});

it('what fits in the limit is handed out before the error, and stays in partial', async () => {
  for (const limits of [{ maxEvents: 2 }, { maxAnswerLength: 2 }]) {
    const { pump, source, ends } = await openPump([stream], 'stall', limits);
    const iterator = pump.text()[Symbol.asyncIterator]();
    expect(await iterator.next()).toEqual({ done: false, value: 'ab' });
    await expect(iterator.next()).rejects.toMatchObject({ kind: 'too-large', delivered: true });
    expect(pump.partial().choices[0]?.message.content).toBe('ab');
    expect(source.cancelled).toBe(1);
    expect(ends).toMatchObject([{ failed: { kind: 'too-large' } }]);
  }
});

it.each([0, -1, Number.NaN])('a limit of %s is refused, with the fix', async (value) => {
  for (const name of [
    'maxEventLength',
    'maxReplyBytes',
    'maxEvents',
    'maxAnswerLength',
    'maxJsonDepth',
  ]) {
    await expect(openPump([stream], 'close', { [name]: value })).rejects.toMatchObject({
      kind: 'configuration',
      fix: expect.stringContaining(`limits.${name}`),
    });
  }
});

describe('before anything is carried', () => {
  const empty = event([{ delta: {} }]);

  it('9,999 events are waited for; the next one ends as too-large', async () => {
    const { pump } = await openPump([empty.repeat(9_999) + content('a') + finish()]);
    expect(await textOf(pump)).toEqual(['a']);
    await expect(openPump([empty.repeat(10_000) + content('a') + finish()])).rejects.toMatchObject({
      kind: 'too-large',
      code: 'opening',
      delivered: false,
    });
  });

  const mebi = 1024 * 1024;
  const padded = event([{ delta: {} }], { more: 'x'.repeat(mebi) });
  const comment = `:${'x'.repeat(mebi)}\n\n`;

  it.each([
    ['events', padded],
    ['comments', comment],
  ])('16 MiB of %s are too much', async (_, block) => {
    const opened = openPump([...Array(17).fill(block), content('a') + finish()]);
    await expect(opened).rejects.toMatchObject({ kind: 'too-large', code: 'opening' });
  });

  it('15 MiB of comments are waited through, and of what has come in one block all is looked at', async () => {
    for (const blocks of [
      [...Array(15).fill(comment), content('a') + finish()],
      [padded + comment.repeat(20) + content('a') + finish()],
    ]) {
      const { pump } = await openPump(blocks);
      expect(await textOf(pump)).toEqual(['a']);
    }
  });
});
