import type { ChatRequest } from '@farebox/core';
import type { Dice } from '../random/dice.js';
import { choose } from './choose.js';
import { compose } from './compose.js';
import { fillSlots, segmentsOf } from './template.js';

/** One answer to a request: the authored answer that fits, with the dice thrown for each choice. */
export function answer(request: ChatRequest, random: Dice): string {
  const { template, slots, json } = compose(request);
  const sampling = { temperature: request.temperature ?? 1, topP: request.top_p ?? 1 };
  const text = segmentsOf(template)
    .map((segment) => {
      if (segment.length === 1) return segment[0];
      return segment[choose(segment.length, sampling, random)] ?? segment[0];
    })
    .map((part) => fillSlots(part, slots))
    .join('');
  return json ? JSON.stringify({ answer: text }) : text;
}
