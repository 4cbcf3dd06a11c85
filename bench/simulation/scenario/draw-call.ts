import type { ChatRequest } from '@farebox/core';
import { canaryPrompt } from '../../faults/canaries.ts';
import type { Dice } from './dice.ts';
import type { PlannedAnswer, PlannedCall } from './scenario.ts';

/** In every answer, so that it is known again wherever it leaks. */
export const canaryAnswer = 'canary-answer';

const words = [
  'a loop',
  'runs',
  'its body',
  'naïve',
  '日本語',
  '👩‍👩‍👧',
  '"quoted"',
  'once\nmore',
  'for',
  'each',
  'item,',
  'done.',
];

/** One call: when, what, how it is read, and where its caller changes their mind. */
export function drawCall(
  roll: Dice,
  index: number,
  client: number,
  request: Partial<ChatRequest>,
  spreadMs: number,
): PlannedCall {
  const streams = request.stream !== false;
  return {
    client,
    startMs: roll.milliseconds(0, spreadMs),
    question: `${canaryPrompt} call ${index}: ${roll.pick(words)}?`,
    answer: drawAnswer(roll, (request.tools?.length ?? 0) > 0),
    reading: roll.pickBy({
      ask: 4,
      read: 4,
      slow: 2,
      leave: streams ? 1 : 0.3,
      'stop-reading': streams ? 1 : 0.3,
      chunks: 2,
    }),
    pieces: roll.whole(1, 4),
    pauseMs: roll.pick([0, roll.milliseconds(0, 100), roll.milliseconds(0, 5_000)]),
    watched: roll.chance(0.2),
    sharesSignal: roll.chance(0.25),
    abort: {
      place: roll.pickBy({
        never: 12,
        before: 0.5,
        'after-ms': 2,
        'on-send': 1,
        'on-headers': 1,
        'on-text': 1,
        'after-attempt': 2,
        'on-end': 0.5,
      }),
      nth: roll.pick([1, 1, 2]),
      delayMs: roll.chance(0.4) ? 0 : roll.milliseconds(0, roll.pick([50, 1_000, 20_000])),
      turns: roll.pick([0, 0, roll.whole(1, 30)]),
    },
  };
}

function drawAnswer(roll: Dice, withTools: boolean): PlannedAnswer {
  const count = roll.pick([1, 4, 12, 30]);
  const text = Array.from({ length: count }, () => roll.pick(words)).join(' ');
  const city = `${canaryAnswer} ${roll.pick(['Zürich', 'Oslo', '京都'])}`;
  return {
    text: `${canaryAnswer} ${text}`,
    toolCall: withTools ? { name: 'get_weather', arguments: { city } } : undefined,
  };
}
