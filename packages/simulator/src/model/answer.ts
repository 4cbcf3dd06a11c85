import type { ChatRequest } from '@farebox/core';
import type { Dice } from '../random/dice.js';
import { choose } from './choose.js';
import { compose } from './compose.js';
import type { Section } from './composition.js';

/** The text of one answer to a request: the authored answer that fits, with the dice thrown. */
export function answer(request: ChatRequest, random: Dice): string {
  return compose(request)
    .sections.map((section) => textOf(section, request, random))
    .join('');
}

/** One section's text, its alternatives chosen as freely as the request says. */
export function textOf({ segments }: Section, request: ChatRequest, random: Dice): string {
  const sampling = { temperature: request.temperature ?? 1, topP: request.top_p ?? 1 };
  return segments
    .map((segment) => {
      if (segment.length === 1) return segment[0];
      return segment[choose(segment.length, sampling, random)] ?? segment[0];
    })
    .join('');
}
